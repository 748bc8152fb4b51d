"""What the preview adds stands in what it serves, and decides nothing about whether a page is another one."""

from __future__ import annotations

from generator.serve.dressing import dress, version_of

PAGE = b'<html><head><link rel="stylesheet" href="/assets/style.1.css"></head><body class="x"><p>Soep</p></body></html>'
RIBBON = '<p class="mba-lint">Concept</p>'


def test_a_page_gets_its_scripts_in_its_head_and_its_ribbon_at_the_top() -> None:
    dressed = dress(PAGE, RIBBON, "127.0.0.1:8123").decode()
    assert 'src="/_voorbeeld/voorbeeld.js"' in dressed.partition("</head>")[0]
    assert "livereload.js?host=127.0.0.1&amp;port=8123" in dressed.partition("</head>")[0]
    assert f'<body class="x">{RIBBON}<p>Soep</p>' in dressed


def test_without_a_port_in_the_host_it_is_that_of_the_web() -> None:
    assert b"host=laptop.local&amp;port=80&" in dress(PAGE, "", "laptop.local")
    assert b"host=[::1]&amp;port=8000&" in dress(PAGE, "", "[::1]:8000")


def test_a_page_without_a_head_is_served_all_the_same() -> None:
    assert dress(b"<p>Soep</p>", "", "localhost:8000").endswith(b"<p>Soep</p>")


def test_another_style_sheet_makes_no_other_page() -> None:
    before, after = version_of(PAGE, ""), version_of(PAGE.replace(b"style.1", b"style.2"), "")
    assert before.page == after.page
    assert (before.styles, after.styles) == (("/assets/style.1.css",), ("/assets/style.2.css",))


def test_other_words_or_another_ribbon_make_another_page() -> None:
    versions = {
        version_of(PAGE, "").page,
        version_of(PAGE.replace(b"Soep", b"Koffie"), "").page,
        version_of(PAGE, RIBBON).page,
    }
    assert len(versions) == 3
