"""The bytes of an XML file -> what is wrong with it, if anything: a feed that is not XML is read by nobody."""

from __future__ import annotations

from xml.parsers.expat import ExpatError, ParserCreate


def xml_flaw(data: bytes) -> str | None:
    """Say why no reader of XML can read this, with the line in the file itself; None when it is well-formed."""
    try:
        ParserCreate(namespace_separator=" ").Parse(data, True)  # noqa: FBT003 - it takes no name
    except ExpatError as fault:
        return f"{fault} in het bestand dat eruit komt"
    return None
