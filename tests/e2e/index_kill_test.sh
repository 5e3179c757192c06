#!/usr/bin/env bash
# Kills at random instants leave an index that is whole, and the next run finishes what they cut
# short. More of them by hand: tests/tools/kill_runs.py --kills 1000
set -u
exec python3 "$POSTIL_SOURCE/tests/tools/kill_runs.py" --kills 20 --files 60
