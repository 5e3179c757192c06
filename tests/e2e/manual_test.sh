#!/usr/bin/env bash
# Runs every command of docs/manual.md over the sample articles and holds what it prints against
# what the manual shows.
#
# Usage: manual_test.sh [--update]    --update writes into the manual what is printed now; look at
# the difference before it is committed. A block that ends with "…" shows only the first lines; when
# it is new, "… 6 lines" says how many.
source "$(dirname "$0")/query_common.sh"
command -v python3 >/dev/null || exit 77
make_corpus_database
export COLUMNS=80 POSTIL_QUERY
cat >"$work/run.py" <<'PYTHON'
import os, re, subprocess, sys

manual, corpus, update = sys.argv[1], sys.argv[2], sys.argv[3] == "--update"
text = open(manual, encoding="utf-8").read()
failures = 0


def printed(command):
    program = 'postil-query() { "$POSTIL_QUERY" "$@"; }\n'
    done = subprocess.run(["bash", "-c", program + command], capture_output=True, check=False)
    out = (done.stdout + done.stderr).decode("utf-8").replace(corpus, "/home/me/corpus")
    if done.returncode > 1 or done.stderr:
        sys.exit(f"FAILED: {command}\n{out}")
    return out.rstrip("\n").split("\n")


def check(block):
    global failures
    command, *expected = block.group(1).rstrip("\n").split("\n")
    lines = printed(command.removeprefix("$ "))
    if expected and expected[-1].startswith("…"):
        wanted = re.fullmatch(r"… (\d+) lines", expected[-1])
        lines = lines[: int(wanted.group(1)) if wanted else len(expected) - 1] + ["…"]
    if lines != expected and not update:
        failures += 1
        print(f"FAILED: the manual shows something else than\n{command}")
        print("\n".join(lines))
    return "```console\n" + "\n".join([command] + lines) + "\n```"


pattern = re.compile(r"```console\n(\$ .*?)```", re.S)
count = len(pattern.findall(text))
text = pattern.sub(check, text)
if update:
    open(manual, "w", encoding="utf-8").write(text)
print(f"{count} commands, {failures} failures")
sys.exit(failures > 0 or count < 10)
PYTHON
python3 "$work/run.py" "$POSTIL_SOURCE/docs/manual.md" "$POSTIL_SOURCE/corpus" "${1-}" ||
  fail "the manual is not true"
finish
