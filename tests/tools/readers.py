#!/usr/bin/env python3
"""Asks an index from many processes while it is updated over and over.

Usage: readers.py [--readers N] [--seconds N] [FOLDER]

Every article says "by the harbour" once, whatever else an update changes of it: no question may fail,
and every count must be the number of articles. With FOLDER, a copy of it is updated, and words are added
to its texts that nobody asks for: every count must stay as it was. Half of the readers open the index for each question,
half ask many of an index that is changed under them (--batch). Needs $POSTIL_INDEX and $POSTIL_QUERY.
"""
import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

INDEX, QUERY = os.environ["POSTIL_INDEX"], os.environ["POSTIL_QUERY"]
ARTICLES = 60
QUESTIONS = ["harbour", '"by the harbour"', "harbour turn", "by NEAR/3 harbour"]
REAL_QUESTIONS = ["people", "two OR three", "may new", "not NEAR/5 only", '"of the"', '"in order to"']
BATCH = 400


def write(folder, number, turn):
    words = " ".join(f"w{random.randrange(500)}" for _ in range(60))
    (folder / f"{number}.txt").write_text(f"Article {number}\n\nTurn {turn} by the harbour. {words}.\n")


def make_articles(folder):
    folder.mkdir()
    for number in range(ARTICLES):
        write(folder, number, 0)


def update_articles(folder, turn):
    for number in random.sample(range(ARTICLES), 20):
        write(folder, number, turn)


def add_words(folder, turn):
    """Where a paragraph ends, so that no phrase is torn."""
    for path in random.sample([path for path in folder.rglob("*") if path.is_file()], 20):
        paragraphs = path.read_bytes().split(b"\n\n")
        paragraphs[len(paragraphs) // 2] += b" w%d." % turn
        path.write_bytes(b"\n\n".join(paragraphs))


def count(database, question):
    """The number of articles, as -c begins to tell it."""
    done = subprocess.run([QUERY, "--db", database, "-c", question], capture_output=True, text=True)
    return done.stdout.split(",")[0].strip()


def ask(database, expected, in_batch):
    """How many questions were asked, and what was wrong with the answers, if anything."""
    command = [QUERY, "--db", database, "-c"]
    if in_batch:
        asked = [random.choice(list(expected)) for _ in range(BATCH)]
        lines = "".join(f"q\t{question}\n" for question in asked)
        done = subprocess.run([*command, "--batch", "-"], input=lines, capture_output=True, text=True)
        counts = [line.split(maxsplit=1)[-1] for line in done.stdout.splitlines()]
    else:
        asked = [random.choice(list(expected))]
        done = subprocess.run([*command, *asked], capture_output=True, text=True)
        counts = done.stdout.splitlines()
    wrong = [f"{question}: {got}" for question, got in zip(asked, counts)
             if not got.startswith(expected[question])]
    if done.returncode == 0 and len(counts) == len(asked) and not wrong:
        return len(asked), None
    return len(asked), f"exit status {done.returncode}, {len(counts)} counts, {wrong[:3]}: {done.stderr}"


def read(database, expected, stop, faults, counts, place):
    while not stop.is_set() and not faults:
        asked, fault = ask(database, expected, in_batch=place % 2 == 1)
        counts[place] += asked
        if fault:
            faults.append(fault)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=pathlib.Path)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    work = pathlib.Path(tempfile.mkdtemp(prefix="postil-readers-"))
    folder, database = work / "texts", work / "db"
    shutil.copytree(options.folder, folder) if options.folder else make_articles(folder)
    update = add_words if options.folder else update_articles
    command = [INDEX, "-q", "-j1", "--db", database, folder]
    subprocess.run(command, check=True)
    questions = REAL_QUESTIONS if options.folder else QUESTIONS
    expected = {question: count(database, question) for question in questions}
    if not options.folder and set(expected.values()) != {f"{ARTICLES} articles"}:
        sys.exit(f"wrong from the start: {expected}")

    stop, faults, counts = threading.Event(), [], [0] * options.readers
    readers = [threading.Thread(target=read, args=(database, expected, stop, faults, counts, place))
               for place in range(options.readers)]
    for reader in readers:
        reader.start()
    updates, end = 0, time.monotonic() + options.seconds
    while time.monotonic() < end and not faults:
        updates += 1
        update(folder, updates)
        # Now and then a new generation takes the place of the old.
        subprocess.run(command + (["--full"] if updates % 3 == 0 else []), check=True)
    stop.set()
    for reader in readers:
        reader.join()
    shutil.rmtree(work)
    print(f"{sum(counts)} questions by {options.readers} readers during {updates} updates")
    if faults:
        sys.exit(f"wrong: {faults[0]}")
    if 0 in counts:
        sys.exit("wrong: a reader ended without a question")


main()
