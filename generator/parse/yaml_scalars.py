"""A plain value -> YAML on one line that reads back as the same value."""

from __future__ import annotations

from generator.parse.yaml_text import Plain, read_yaml


def write_yaml(value: Plain) -> str:
    """Write a value behind its key; a text gets quotes only where YAML needs them.

    Raises:
        ValueError: a text holds line ends or signs that YAML has no place for.
    """
    return _write(value, inside=False)


def _write(value: Plain, *, inside: bool) -> str:
    match value:
        case str():
            return _scalar(value, inside=inside)
        case list():
            return f"[{', '.join(_write(part, inside=True) for part in value)}]"
        case dict():
            rows = (f"{_scalar(key, inside=True)}: {_write(part, inside=True)}" for key, part in value.items())
            return f"{{{', '.join(rows)}}}"


def _scalar(text: str, *, inside: bool) -> str:
    """Choose the first way of writing that reads back as it was."""
    quoted = "'{}'".format(text.replace("'", "''"))
    double = text.replace("\\", "\\\\").replace('"', '\\"')
    for written in (text, f'"{text}"', quoted, f'"{double}"'):
        row, whole = (f"k: [{written}]", [text]) if inside else (f"k: {written}", text)
        read = read_yaml(f"{row}\n", path="").value
        if read is not None and read.value == {"k": whole}:
            return written
    raise ValueError(f"YAML has no place for {text!r}")
