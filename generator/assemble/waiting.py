"""Documents and a date -> the pieces that are ready and not on the site: waiting for a signature, or for their day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from generator.assemble.visibility import first_day, unsigned
from generator.model.config import Config
from generator.model.document import Document
from generator.model.site import Waiting


def find_waiting(documents: Iterable[Document], config: Config, today: dt.date) -> Iterator[Waiting]:
    """Give what waits, in the order of the documents; a draft waits for its writer alone, and is not among them."""
    for document in documents:
        common = document.common
        if common.draft:
            continue
        missing, first = unsigned(common, config), first_day(common, config)
        if missing:
            yield Waiting(document.path, common.title, missing, common.publish_on)
        elif first and first > today:
            yield Waiting(document.path, common.title, day=first)
