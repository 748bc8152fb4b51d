"""One content file -> a document and the text of its body, on its own."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Diagnostic, Report, soften
from generator.digest import digest_value
from generator.model.document import HEEL_ASSEN, UNDATED, Document, Kind, Parsed
from generator.parse import markdown
from generator.parse.front_matter import SplitText, decode, looks_like_draft, split
from generator.parse.metas import to_common, to_meta
from generator.parse.places import Place, place_of
from generator.parse.schema.outline import KINDS
from generator.parse.validate import empty_unknown_keys, validate
from generator.parse.yaml_text import read_yaml

_STAND_INS: Mapping[str, object] = {
    "samenvatting": "Nog zonder samenvatting.",
    "datum": UNDATED,
    "begint": UNDATED,
    "wijken": [HEEL_ASSEN],
    "cbs_code": "WK000000",
    "soort": "meedoen",
    "reageren": {"adres": "nog niet bekend"},
    "door": "nog niet bekend",
    "vervolg": "nog niet bekend",
    "plaats": {"naam": "nog niet bekend"},
}
_STATUS = {Kind.PROJECT: "voorbereiding"}


def parse_document(path: str, digest: str, data: bytes) -> Report[Parsed]:
    """Read one content file; problems of a draft are warnings."""
    place = place_of(path)
    if isinstance(place, Diagnostic):
        return Report(Parsed(path, None, "", None), (place,))
    unread = Parsed(path, place.kind, place.slug, None)
    decoded = decode(data, path)
    if decoded.value is None:
        return Report(unread, decoded.diagnostics)
    halves = split(decoded.value, path)
    if halves.value is None:
        problems = halves.diagnostics
        return Report(unread, soften(problems) if looks_like_draft(decoded.value) else problems)
    return _parse(path, digest, place, halves.value)


def _parse(path: str, digest: str, place: Place, halves: SplitText) -> Report[Parsed]:
    read = read_yaml(halves.front, path=path, first_line=halves.front_line)
    body = markdown.render(
        halves.body,
        path=path,
        first_line=halves.body_line,
        key=digest_value([path, halves.body_line, halves.body]),
    )
    if read.value is None:
        found = read.diagnostics + body.diagnostics
        draft = looks_like_draft(halves.front)
        return Report(Parsed(path, place.kind, place.slug, None), soften(found) if draft else found)
    values, lines = read.value.value, read.value.lines
    checked = validate(KINDS[place.kind], values, lines, path, stand_ins=_stand_ins(place))
    found = read.diagnostics + checked.diagnostics + empty_unknown_keys(KINDS[place.kind], values, lines, path)
    found += body.diagnostics
    keys = checked.value
    if keys is None:
        draft = looks_like_draft(halves.front)
        return Report(Parsed(path, place.kind, place.slug, None), soften(found) if draft else found)
    fragment, text = body.value
    document = Document(
        path=path,
        kind=place.kind,
        slug=keys.slug or place.slug,
        common=to_common(keys),
        meta=to_meta(keys),
        body=fragment,
        digest=digest,
        lines=lines,
    )
    if keys.concept:
        found = soften(found)
    return Report(Parsed(path, place.kind, document.slug, document, text), found)


def _stand_ins(place: Place) -> dict[str, object]:
    title = place.slug.replace("-", " ").capitalize()
    stand_ins = dict(_STAND_INS) | {"titel": title, "naam": title}
    if place.kind is Kind.PROJECT:
        stand_ins["status"] = _STATUS[Kind.PROJECT]
    if place.kind is Kind.CALL:
        stand_ins["doorlopend"] = "ja"
    return {key: value for key, value in stand_ins.items() if key in KINDS[place.kind].model_fields}
