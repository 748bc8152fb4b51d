"""Where the inline pass is in the text of one block, and what it has found so far."""

from __future__ import annotations
