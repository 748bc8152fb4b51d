#!/bin/sh
# Prints the command of a Python of at least 3.11 that can make virtual environments; says what to do when there is none.
# $PYTHON, when set, is tried first. A name that exists but does not run (a version manager's stub) is passed over.
found=
for name in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11 python py; do
    command -v "$name" >/dev/null 2>&1 || continue
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
    found=$name
    if "$name" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        command -v "$name"
        exit 0
    fi
done

if [ -n "$found" ]; then
    cat >&2 <<MESSAGE

  $found kan geen virtuele omgeving maken: het onderdeel 'venv' ontbreekt.
  Op Debian en Ubuntu:  sudo apt install python3-venv
  Probeer het daarna opnieuw.

  $found cannot make a virtual environment: its 'venv' part is missing.
  On Debian and Ubuntu:  sudo apt install python3-venv
  Then try again.

MESSAGE
else
    cat >&2 <<MESSAGE

  Er is geen Python 3.11 of nieuwer gevonden.
  Op Debian en Ubuntu:  sudo apt install python3 python3-venv
  Op Windows en macOS:  haal Python op bij python.org en vink 'Add to PATH' aan.
  Staat Python ergens anders? Geef de plek dan zelf:  make site PYTHON=/pad/naar/python3

  No Python 3.11 or newer was found.
  On Debian and Ubuntu:  sudo apt install python3 python3-venv
  On Windows and macOS:  get Python from python.org and tick 'Add to PATH'.
  Is Python somewhere else? Then say where:  make site PYTHON=/path/to/python3

MESSAGE
fi
exit 1
