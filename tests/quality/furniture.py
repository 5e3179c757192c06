#!/usr/bin/env python3
"""Lists the paragraphs of a folder that are taken for furniture because they recur: how many
articles have each, and its text; to be judged by eye.

Usage: furniture.py FOLDER [--index PROGRAM] [--list PROGRAM] [--sample N] [--seed N]

Without --sample all are listed, the most frequent first; with it so many, chosen at random.
"""
import argparse
import collections
import os
import random
import subprocess
import sys
import tempfile


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("--index", default="build/release/bin/postil-index")
    parser.add_argument("--list", default="build/release/tests/list_furniture")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        database = os.path.join(work, "db")
        subprocess.run([options.index, "-q", "-d", database, options.folder], check=True)
        lines = subprocess.run([options.list, database], check=True, stdout=subprocess.PIPE).stdout
    counts = collections.Counter(lines.decode("utf-8", "replace").splitlines())
    found = counts.most_common()
    print(f"{len(found)} paragraphs, {sum(counts.values())} times")
    if options.sample:
        found = random.Random(options.seed).sample(found, min(options.sample, len(found)))
    for text, count in found:
        print(f"{count:6}  {text}")


if __name__ == "__main__":
    sys.exit(main())
