#!/usr/bin/env python3
"""Kills postil-index at random instants, or has it run out of disk or memory, and looks at what is left.

Usage: kill_runs.py [--kills N] [--full-disks N] [--little-memory N] [--seed N] [--files N]

Half of the runs build an index, half bring one in step with changed files. After each kill (SIGKILL)
the index must pass xapian-check and answer a question, and the next run must make of it what an
undisturbed one makes. The same after runs on a file system of random size (a tmpfs, which only root
can mount), and after runs with a random limit on memory; these must end by themselves, with exit
status 0 or 2. Needs $POSTIL_INDEX, $POSTIL_QUERY and $POSTIL_DUMP
(tests/tools/dump_database.cc). Exit status 1 at the first thing that is not so.
"""
import argparse
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

INDEX, QUERY, DUMP = (os.environ[name] for name in ("POSTIL_INDEX", "POSTIL_QUERY", "POSTIL_DUMP"))
LOADER_FAILED = 127
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


def index_limited(database, folder, memory=resource.RLIM_INFINITY):
    """Runs the indexer where something may run out; True if it did."""
    process = subprocess.run([INDEX, "-q", "-j2", "--memory", "1M", "--db", database, folder], capture_output=True,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory)))
    if process.returncode == LOADER_FAILED and b"error while loading shared libraries" in process.stderr:
        return True  # there was no memory for the program itself
    if process.returncode not in (0, 2) or (process.returncode == 2) != bool(process.stderr):
        sys.exit(f"postil-index: exit status {process.returncode} under a limit: {process.stderr.decode()}")
    return process.returncode == 2


class SmallDisk:
    """A file system of so many bytes; what is left on it is copied away."""

    def __init__(self, place, size):
        self.place = place
        place.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=True)

    def __enter__(self):
        return self.place

    def __exit__(self, *_):
        subprocess.run(["umount", self.place], check=True)


def size_of(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def fill_disk(database, folder, place, size, start=None):
    """A run on a small disk, from the index `start` on; what it leaves becomes `database`."""
    shutil.rmtree(database, ignore_errors=True)
    with SmallDisk(place, size) as disk:
        if start:
            shutil.copytree(start, disk / "db")
        full = index_limited(disk / "db", folder)
        if (disk / "db").exists():
            shutil.copytree(disk / "db", database)
    return full


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


def run_out(options, work, folder, before, expected, what):
    """Runs that want for disk or memory; `before`: the index that they begin with, None to build one."""
    chance, database = random.Random(options.seed + 1), work / "db"
    failed = {"disk": 0, "memory": 0}
    needs = size_of(before) if before else expected["size"]
    for number in range(options.full_disks // 2 + options.little_memory // 2):
        kind = "disk" if number < options.full_disks // 2 else "memory"
        if kind == "disk":
            least = 1.1 * needs + 65536 if before else 65536
            size = int(chance.uniform(least, least + 1.5 * needs))
            failed[kind] += fill_disk(database, folder, work / "disk", size, before)
        else:
            shutil.rmtree(database, ignore_errors=True)
            if before:
                shutil.copytree(before, database)
            failed[kind] += index_limited(database, folder, int(chance.uniform(60e6, 200e6)))
        if generation(database):
            dump(database)
            ask(database)
        check_resumed(database, folder, expected["dump"], f"{what}, {kind} {number}")
    for kind, asked in (("disk", options.full_disks // 2), ("memory", options.little_memory // 2)):
        if asked:
            print(f"{what}: {failed[kind]} of {asked} runs ran out of {kind}, every index good", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--full-disks", type=int, default=0)
    parser.add_argument("--little-memory", type=int, default=0)
    parser.add_argument("--files", type=int, default=120)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    chance = random.Random(options.seed)
    print(f"seed {options.seed}", flush=True)
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
        if killed["build"] % 50 == 0:
            print(f"{killed['build']} builds killed", flush=True)

    run_out(options, work, folder, None, {"dump": built, "size": size_of(before)}, "build")

    change_collection(folder, options.files, options.seed)
    shutil.rmtree(database, ignore_errors=True)
    shutil.copytree(before, database)
    start = time.monotonic()
    index(database, folder)
    update_time = time.monotonic() - start
    updated = dump(database)
    run_out(options, work, folder, before, {"dump": updated}, "update")
    while killed["update"] < options.kills // 2:
        shutil.rmtree(database)
        shutil.copytree(before, database)
        if not index(database, folder, chance.uniform(0, update_time * 1.1)):
            continue
        killed["update"] += 1
        dump(database)
        ask(database)
        check_resumed(database, folder, updated, f"update {killed['update']}")
        if killed["update"] % 50 == 0:
            print(f"{killed['update']} updates killed", flush=True)
    shutil.rmtree(work)
    if options.kills:
        print(f"{killed['build']} builds and {killed['update']} updates killed, every index good")


main()
