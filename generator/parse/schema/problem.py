"""A wrong value -> a problem with a code, a Dutch sentence and a tip, in the form that pydantic carries along."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

KIND = "mba"


def problem(code: str, message: str, tip: str) -> PydanticCustomError:
    """Make the problem of one value; texts with braces stay texts."""
    return PydanticCustomError(KIND, "{message}", {"code": code, "message": message, "tip": tip})
