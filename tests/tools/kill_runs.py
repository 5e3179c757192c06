#!/usr/bin/env python3
"""Kills postil-index at random instants and looks at what is left.

Usage: kill_runs.py [--kills N] [--seed N] [--files N]

Half of the runs build an index, half bring one in step with changed files. After each kill (SIGKILL)
the index must pass xapian-check and answer a question, and the next run must make of it what an
undisturbed one makes. Needs $POSTIL_INDEX, $POSTIL_QUERY and $POSTIL_DUMP
(tests/tools/dump_database.cc). Exit status 1 at the first thing that is not so.
"""
import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

INDEX, QUERY, DUMP = (os.environ[name] for name in ("POSTIL_INDEX", "POSTIL_QUERY", "POSTIL_DUMP"))
WORDS = "treaty envoy harbour winter letter border truce garden river engine ballot market".split()


def write_text(path, random_words, marker):
    """A page with a title, some paragraphs and one comment."""
    def sentence(size):
        return " ".join(random_words.choice(WORDS) for _ in range(size)).capitalize() + "."
    paragraphs = [" ".join(sentence(12) for _ in range(4)) for _ in range(random_words.randrange(2, 7))]
    path.write_text(f"On the {marker}\n\nBy Ada Lint\n\n" + "\n\n".join(paragraphs) + "\n")


def make_collection(folder, files, seed):
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    for number in range(files):
        (folder / f"d{number % 7}").mkdir(exist_ok=True)
        write_text(folder / f"d{number % 7}" / f"{number}.txt", chance, f"first treaty {number}")


def change_collection(folder, files, seed):
    """A third of the files is changed, a tenth removed, some are new."""
    chance = random.Random(seed)
    for path in sorted(folder.rglob("*.txt")):
        fate = chance.random()
        if fate < 0.1:
            path.unlink()
        elif fate < 0.4:
            write_text(path, chance, "second treaty")
    for number in range(files // 10):
        write_text(folder / "d1" / f"new{number}.txt", chance, "new treaty")


def generation(database):
    stub = database / "XAPIANDB"
    return database / stub.read_text().split()[1] if stub.exists() else None


def index(database, folder, kill_after=None):
    """Runs the indexer to its end, or kills it after so many seconds; True if it was killed."""
    process = subprocess.Popen([INDEX, "-q", "-j2", "--memory", "1M", "--db", database, folder],
                               stderr=subprocess.PIPE)
    try:
        _, errors = process.communicate(timeout=kill_after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return True
    if process.returncode != 0:
        sys.exit(f"postil-index: exit status {process.returncode}: {errors.decode()}")
    return False


def dump(database):
    """All that is in the index, after xapian-check."""
    done = subprocess.run([DUMP, generation(database)], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"the index {database} is damaged: {done.stderr.decode()[:2000]}")
    return done.stdout


def ask(database):
    done = subprocess.run([QUERY, "--db", database, "--format", "json", "-n", "0", "treaty"],
                          capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"postil-query: exit status {done.returncode}: {done.stderr}")


def check_resumed(database, folder, expected, what):
    index(database, folder)
    if dump(database) != expected:
        sys.exit(f"{what}: the resumed run did not make the index of an undisturbed one ({database})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--files", type=int, default=120)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    chance = random.Random(options.seed)
    print(f"seed {options.seed}")
    work = pathlib.Path(tempfile.mkdtemp(prefix="postil-kill-"))
    folder, before, database = work / "texts", work / "before", work / "db"

    make_collection(folder, options.files, options.seed)
    start = time.monotonic()
    index(before, folder)
    build_time = time.monotonic() - start
    built = dump(before)

    killed = {"build": 0, "update": 0}
    while killed["build"] < (options.kills + 1) // 2:
        shutil.rmtree(database, ignore_errors=True)
        if not index(database, folder, chance.uniform(0, build_time * 1.1)):
            continue
        killed["build"] += 1
        if generation(database):
            dump(database)
            ask(database)
        check_resumed(database, folder, built, f"build {killed['build']}")

    change_collection(folder, options.files, options.seed)
    shutil.rmtree(database)
    shutil.copytree(before, database)
    start = time.monotonic()
    index(database, folder)
    update_time = time.monotonic() - start
    updated = dump(database)
    while killed["update"] < options.kills // 2:
        shutil.rmtree(database)
        shutil.copytree(before, database)
        if not index(database, folder, chance.uniform(0, update_time * 1.1)):
            continue
        killed["update"] += 1
        dump(database)
        ask(database)
        check_resumed(database, folder, updated, f"update {killed['update']}")
    shutil.rmtree(work)
    print(f"{killed['build']} builds and {killed['update']} updates killed, every index good")


main()
