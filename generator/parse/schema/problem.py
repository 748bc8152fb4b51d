"""A wrong value -> a problem with a code, a Dutch sentence and a tip, in the form that pydantic carries along."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

KIND = "mba"


def problem(
    code: str, message: str, tip: str, *, about: tuple[str, ...] = (), drop: tuple[str, ...] = ()
) -> PydanticCustomError:
    """Make the problem of one value; texts with braces stay texts.

    A problem between keys says which keys it is about, and which of them to leave out to go on.
    """
    context = {"code": code, "message": message, "tip": tip, "about": about, "drop": drop or about}
    return PydanticCustomError(KIND, "{message}", context)
