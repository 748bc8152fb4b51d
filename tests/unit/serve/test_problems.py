"""A problem is shown with the line itself, and never with more of a file than that."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import error, warning
from generator.serve.problems import Places, describe, errors


def test_a_problem_has_its_line_and_a_way_to_it(tmp_path: Path) -> None:
    (tmp_path / "soep.md").write_bytes("\ufeff---\r\ntitel: Soep\r\n  wijken: [pelo]\r\n".encode())
    (problem,) = describe([error("soep.md", 3, "onbekende-wijk", "deze wijk kennen we niet")], places(tmp_path))
    assert problem.source == "wijken: [pelo]"
    assert problem.message == "Deze wijk kennen we niet"
    assert problem.editor == f"vscode://file{(tmp_path / 'soep.md').as_posix()}:3"


def test_what_somebody_wrote_keeps_its_letters(tmp_path: Path) -> None:
    (problem,) = describe([error("soep.md", 3, "x", "'pelo' kennen we niet")], places(tmp_path))
    assert problem.message == "'pelo' kennen we niet"


def test_a_file_that_is_gone_or_no_text_has_no_line(tmp_path: Path) -> None:
    (tmp_path / "pan.jpg").write_bytes(b"\xff\xd8\xff")
    gone, photo, page = describe(
        [error("weg.md", 1, "x", "y"), error("pan.jpg", 1, "x", "y"), error("verhalen/index.html", 1, "x", "y")],
        places(tmp_path),
    )
    assert (gone.source, gone.editor, photo.source, page.editor) == (None, None, None, None)


def test_a_line_that_is_too_long_is_cut(tmp_path: Path) -> None:
    (tmp_path / "soep.md").write_text("x" * 5000, encoding="utf-8")
    (problem,) = describe([error("soep.md", 1, "x", "y")], places(tmp_path))
    assert problem.source is not None
    assert len(problem.source) == 240
    assert problem.source.endswith("…")


def test_the_file_of_the_page_in_view_is_here(tmp_path: Path) -> None:
    found = [error("a.md", 1, "x", "y"), warning("b.md", 1, "x", "y")]
    assert [problem.here for problem in describe(found, places(tmp_path), "b.md")] == [False, True]
    assert [problem.file for problem in errors(found)] == ["a.md"]


def places(root: Path) -> Places:
    return Places(root, "vscode")
