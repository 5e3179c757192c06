#!/usr/bin/env bash
# Questions asked while the index is updated neither fail nor count wrong. More by hand:
# tests/tools/readers.py
set -u
exec python3 "$POSTIL_SOURCE/tests/tools/readers.py" --readers 3 --seconds 4
