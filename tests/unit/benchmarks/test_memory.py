"""What the kernel says of a process -> bytes, and which peak counts."""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchmarks import memory

ROLLUP = """\
55f958a26000-7ffca59a4000 ---p 00000000 00:00 0                          [rollup]
Rss:                1712 kB
Pss:                 237 kB
Pss_Dirty:           116 kB
"""


def test_the_proportional_share_is_read_and_not_the_resident_memory() -> None:
    assert memory.pss_of(ROLLUP) == 237 * 1024


def test_a_text_without_a_share_is_refused() -> None:
    with pytest.raises(ValueError, match="Rss"):
        memory.pss_of("Rss: 12 kB\n")


def test_resident_memory_is_the_second_number_in_pages() -> None:
    assert memory.rss_of("9000 120 40 1 0 300 0\n") == 120 * memory.PAGE_BYTES


def test_on_linux_the_peak_that_a_child_inherits_from_its_parent_never_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert memory.peak_bytes(5_000_000, 900_000) == 5_000_000
    assert memory.peak_bytes(0, 900_000) == 0


def test_where_nothing_can_be_sampled_the_peak_of_the_largest_process_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert memory.peak_bytes(0, 900_000) == 900_000 * memory.RSS_UNIT


@pytest.mark.skipif(not memory.PROC.exists(), reason="this system has no /proc, so no process can be looked at")
def test_memory_of_a_grandchild_counts() -> None:
    hold = "import sys; held = bytearray(50_000_000); print('full', flush=True); sys.stdin.read()"
    start = f"import subprocess, sys; sys.exit(subprocess.run([sys.executable, '-c', {hold!r}]).returncode)"
    with subprocess.Popen([sys.executable, "-c", start], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"full\n"
        assert len(list(memory.family(process.pid))) == 2
        assert memory.tree_bytes(process.pid) > 50_000_000
        assert process.stdin is not None
        process.stdin.close()
