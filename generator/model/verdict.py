"""What a content file still needs before it can be published."""

from __future__ import annotations

from dataclasses import dataclass

READY = "klaar om te plaatsen"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One content file; `needs` is empty for a piece that is ready, and `note` says when it will appear by itself."""

    file: str
    needs: tuple[str, ...] = ()
    note: str | None = None

    @property
    def ready(self) -> bool:
        """Tell whether nothing has to be done."""
        return not self.needs

    def __str__(self) -> str:
        """Say it in words."""
        if self.needs:
            return f"nog niet klaar: {'; '.join(self.needs)}"
        return f"{READY} ({self.note})" if self.note else READY
