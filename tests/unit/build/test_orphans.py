"""Workers end with the process that started them, however that ended."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
STARTER = """\
import os, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from generator.build.orphans import end_with_parent

if __name__ == "__main__":
    end_with_parent()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn"), initializer=end_with_parent) as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        time.sleep(60)
"""
LONGEST = 30.0


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return not Path(f"/proc/{pid}/stat").exists() or ") Z" not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="asking for a process by its number would end it on Windows")
def test_a_worker_does_not_outlive_a_process_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "starter.py"
    script.write_text(STARTER, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        assert is_there(worker)
        process.kill()
    end = time.monotonic() + LONGEST
    while is_there(worker) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_there(worker)
