"""Front matter -> the texts in it that residents read, as blocks with their lines; and the e-mail addresses in it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.document import Call, Contact, Document, Event, Project, Wijk
from generator.model.prose import Block, BlockKind


def field_blocks(document: Document) -> tuple[Block, ...]:
    """Give the texts of the front matter; a slogan is said as it is, so it is none of them."""
    common = document.common
    blocks = [Block(BlockKind.HEADING, common.title, document.line("naam" if _is_wijk(document) else "titel"))]
    if common.summary:
        blocks.append(Block(BlockKind.PARAGRAPH, common.summary, document.line("samenvatting")))
    blocks += [Block(BlockKind.ITEM, text, document.line(key)) for key, text in _texts(document) if text]
    return tuple(blocks)


def _is_wijk(document: Document) -> bool:
    return isinstance(document.meta, Wijk)


def _texts(document: Document) -> Iterator[tuple[str, str | None]]:
    meta = document.meta
    if isinstance(meta, Call):
        yield "door", meta.answered_by
        yield "vervolg", meta.follow_up
        yield "reden", meta.reason
    elif isinstance(meta, Project):
        yield "opgaven.fysiek", meta.physical_task
        yield "opgaven.sociaal", meta.social_task
        for number, milestone in enumerate(meta.milestones):
            yield f"mijlpalen.{number}.tekst", milestone.text
    elif isinstance(meta, Event):
        yield "aanmelden", meta.signup_note
    elif isinstance(meta, Wijk):
        yield "spreekuur", meta.office_hours


def contact_addresses(document: Document) -> Iterator[tuple[str, str]]:
    """Give the e-mail addresses in the front matter, each with its key."""
    meta = document.meta
    if isinstance(meta, Wijk):
        for number, member in enumerate(meta.team):
            if member.email:
                yield f"team.{number}.email", member.email
    contact: Contact | None = None
    key = ""
    if isinstance(meta, Call):
        key, contact = "reageren.email", meta.reply
    elif isinstance(meta, Event):
        key, contact = "aanmelden.email", meta.signup
    if contact and contact.email:
        yield key, contact.email
