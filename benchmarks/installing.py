"""Peers -> this machine, below `.work/` and nowhere else: Python packages and npm packages."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path


class NotHereError(Exception):
    """A peer cannot be had on this machine."""


def into_venv(venv: Path, *packages: str) -> Path:
    """Install packages in an environment of their own, and give the folder of its commands."""
    python = venv / "bin" / "python"
    options = ("--quiet", "--disable-pip-version-check", "--no-input")
    _run([sys.executable, "-m", "venv", str(venv)], venv.parent)
    _run([str(python), "-m", "pip", "install", *options, *packages], venv.parent)
    return python.parent


def from_npm(folder: Path, package: str) -> Path:
    """Give the folder of modules that has a package such as `@11ty/eleventy@3.1.8`; npm installs it if need be."""
    modules = folder / "node_modules"
    name, _, version = package.rpartition("@")
    if version_of(modules, name) == version:
        return modules
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise NotHereError("there is no Node here")
    folder.mkdir(parents=True, exist_ok=True)
    options = ("--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--silent", "--ignore-scripts")
    _run([npm, "install", *options, "--cache", str(folder / "npm"), "--prefix", str(folder), package], folder)
    return modules


def version_of(modules: Path, name: str) -> str | None:
    """Say which version of an npm package is in a folder of modules."""
    package = modules / name / "package.json"
    return str(json.loads(package.read_text(encoding="utf-8"))["version"]) if package.is_file() else None


def _run(command: list[str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise NotHereError((done.stdout + done.stderr).strip())
