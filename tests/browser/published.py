"""The built site as partners see it: its files on a server, and the code that its page for partners gives them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

SITE = "https://mijnbuurtassen.example.nl"
OPEN = {"Access-Control-Allow-Origin": "*"}


@dataclass(frozen=True, slots=True)
class Published:
    """The output of a build, and the address at which it is served, without a slash at its end."""

    output: Path
    address: str

    def code(self, label: str) -> str:
        """Give a piece of code from the page for partners, by its label, with our address in it."""
        tree = LexborHTMLParser((self.output / "widgets" / "index.html").read_text("utf-8"))
        (text,) = (node.text() for node in tree.css("pre") if node.attributes.get("aria-label") == label)
        return text.replace(SITE, self.address)
