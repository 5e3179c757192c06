#!/usr/bin/env python3
"""Asks an index from many processes while it is updated over and over.

Usage: readers.py [--readers N] [--seconds N]

Every article says "by the harbour" once, whatever else an update changes of it: no question may fail,
and every count must be the number of articles. Half of the readers open the index for each question,
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
BATCH = 400


def write(folder, number, turn):
    words = " ".join(f"w{random.randrange(500)}" for _ in range(60))
    (folder / f"{number}.txt").write_text(f"Article {number}\n\nTurn {turn} by the harbour. {words}.\n")


def ask(database, in_batch):
    """How many questions were asked, and what was wrong with the answers, if anything."""
    command = [QUERY, "--db", database, "-c"]
    if in_batch:
        questions = "".join(f"q\t{QUESTIONS[number % len(QUESTIONS)]}\n" for number in range(BATCH))
        done = subprocess.run([*command, "--batch", "-"], input=questions, capture_output=True, text=True)
        counts = [line.split(maxsplit=1)[1] for line in done.stdout.splitlines()]
    else:
        done = subprocess.run([*command, random.choice(QUESTIONS)], capture_output=True, text=True)
        counts = done.stdout.splitlines()
    asked = BATCH if in_batch else 1
    wrong = [count for count in counts if not count.startswith(f"{ARTICLES} articles")]
    if done.returncode == 0 and len(counts) == asked and not wrong:
        return asked, None
    return asked, f"exit status {done.returncode}, {len(counts)} counts, {wrong[:3]}: {done.stderr}"


def read(database, stop, faults, counts, place):
    while not stop.is_set() and not faults:
        asked, fault = ask(database, in_batch=place % 2 == 1)
        counts[place] += asked
        if fault:
            faults.append(fault)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    work = pathlib.Path(tempfile.mkdtemp(prefix="postil-readers-"))
    folder, database = work / "texts", work / "db"
    folder.mkdir()
    for number in range(ARTICLES):
        write(folder, number, 0)
    command = [INDEX, "-q", "-j1", "--db", database, folder]
    subprocess.run(command, check=True)

    stop, faults, counts = threading.Event(), [], [0] * options.readers
    readers = [threading.Thread(target=read, args=(database, stop, faults, counts, place))
               for place in range(options.readers)]
    for reader in readers:
        reader.start()
    updates, end = 0, time.monotonic() + options.seconds
    while time.monotonic() < end and not faults:
        updates += 1
        for number in random.sample(range(ARTICLES), 20):
            write(folder, number, updates)
        # Now and then a new generation takes the place of the old.
        subprocess.run(command + (["--full"] if updates % 3 == 0 else []), check=True)
    stop.set()
    for reader in readers:
        reader.join()
    shutil.rmtree(work)
    print(f"{sum(counts)} questions by {options.readers} readers during {updates} updates")
    if faults:
        sys.exit(f"wrong: {faults[0]}")


main()
