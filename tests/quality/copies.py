#!/usr/bin/env python3
"""Measures how well near-duplicates are found: makes copies of the texts of a folder with known
edits, indexes texts and copies, and prints precision and recall for each kind of edit.

Usage: copies.py FOLDER... [--index PROGRAM] [--query PROGRAM] [--most N] [--words N] [--seed N]

A pair is right if it is a text and its own copy. Recall is the share of copies that are told to be
copies of their text. Precision is the share of right ones among all pairs that are told; pairs of
different texts that are themselves alike (a fifth of the three-word runs of the shorter are in the
other: a text that the folder holds twice) count neither way, and their number is printed.
"""
import argparse
import collections
import json
import os
import random
import re
import subprocess
import sys
import tempfile

APPEALS = [
    "This page is free to read for everybody and it is meant to stay so, but reporters, editors and "
    "printers want to be paid. If you can spare the price of a coffee each month, please become a "
    "member of our circle of readers today and keep independent reporting alive for all.",
    "Subscribers receive our weekly letter on Friday afternoons with a choice of the best essays, "
    "notes from the archive and a calendar of lectures. Signing up takes one minute; leaving takes "
    "even less. Your address is never handed to others and will not be used for anything else.",
]
FOOTERS = [
    "The views expressed above are those of the author alone. Reproduction is welcome provided that "
    "the source is named and the text is left as it is. Letters to the editor should not be longer "
    "than two hundred words and must carry a full postal address and a daytime telephone number.",
    "Copyright rests with the syndicate and its member papers. All rights reserved. For permission "
    "to reprint this column write to the licensing desk, which answers within three working days, "
    "and enclose a copy of the page on which you intend to print it together with the print run.",
]


def paragraphs_of(text):
    """The title and the paragraphs of a text; a text without blank lines is cut at sentences."""
    text = text.replace("\r\n", "\n")
    if text.startswith("---\n"):
        text = text.split("\n---", 1)[-1].split("\n", 1)[-1]
    parts = [" ".join(p.split()) for p in re.split(r"\n\s*\n", text)]
    parts = [p for p in parts if p]
    if len(parts) < 4:
        sentences = re.split(r"(?<=[.!?])\s+", " ".join(parts))
        parts = [" ".join(sentences[i:i + 3]) for i in range(0, len(sentences), 3)]
    if not parts:
        return "", []
    # A first line that begins with a bracket would be taken for JSON.
    return re.sub(r"^\W+", "", parts[0][:100]) or "Untitled", parts[1:]


def changed_words(parts, share, words, rng):
    return [" ".join(rng.choice(words) if rng.random() < share else w for w in p.split())
            for p in parts]


def cut(parts, share, rng):
    kept = [p for p in parts if rng.random() >= share]
    return kept if kept and len(kept) < len(parts) else parts[:-1]


def headline(rng, words):
    return "Opinion: " + " ".join(rng.choice(words) for _ in range(7)).capitalize()


def edits(words):
    """Name -> function of (title, paragraphs, random) that gives the copy's title and paragraphs."""
    def swap(parts):
        return [APPEALS[1]] + parts + [FOOTERS[1]]
    return {
        "same": lambda t, p, r: (t, p),
        "headline": lambda t, p, r: (headline(r, words), p),
        "cut": lambda t, p, r: (t, cut(p, 0.3, r)),
        "cut short": lambda t, p, r: (t, p[:max(1, len(p) * 2 // 5)]),
        "boilerplate": lambda t, p, r: (t, swap(p)),
        "words 5 %": lambda t, p, r: (t, changed_words(p, 0.05, words, r)),
        "words 10 %": lambda t, p, r: (t, changed_words(p, 0.10, words, r)),
        "words 20 %": lambda t, p, r: (t, changed_words(p, 0.20, words, r)),
        "words 30 %": lambda t, p, r: (t, changed_words(p, 0.30, words, r)),
        "combined 10 %": lambda t, p, r: (headline(r, words),
                                          swap(changed_words(cut(p, 0.2, r), 0.10, words, r))),
        "combined 20 %": lambda t, p, r: (headline(r, words),
                                          swap(changed_words(cut(p, 0.3, r), 0.20, words, r))),
    }


def runs(parts):
    words = re.findall(r"\w+", " ".join(parts).lower())
    return {tuple(words[i:i + 3]) for i in range(len(words) - 2)}


def alike(texts):
    """Pairs of different texts of which one is, by its three-word runs, in the other."""
    sets = [runs(parts) for _, parts in texts]
    holders = collections.defaultdict(list)
    for i, found in enumerate(sets):
        for run in found:
            holders[run].append(i)
    common = collections.Counter()
    for found in holders.values():
        if len(found) <= 200:
            common.update((a, b) for n, a in enumerate(found) for b in found[n + 1:])
    return {(a, b) for (a, b), n in common.items()
            if n >= 0.2 * max(1, min(len(sets[a]), len(sets[b])))}


def write(folder, texts):
    os.makedirs(folder)
    for i, (title, parts) in enumerate(texts):
        with open(os.path.join(folder, f"{i}.txt"), "w", encoding="utf-8") as file:
            file.write("\n\n".join([title] + parts) + "\n")


def told_pairs(folder, options):
    """All pairs of files that the programs take for near-duplicates."""
    database = folder + ".db"
    subprocess.run([options.index, "-q", "-d", database, folder], check=True)
    answer = subprocess.run(
        [options.query, "-d", database, "--kind", "article", "--all-versions", "-n", "10000000",
         "--format", "jsonl"], check=False, stdout=subprocess.PIPE).stdout
    pairs = set()
    for line in answer.splitlines():
        hit = json.loads(line)
        here = os.path.relpath(hit["path"], folder)
        for place in hit["also_in"]:
            pairs.add(tuple(sorted((here, os.path.relpath(place, folder)))))
    return pairs


def measure(name, edit, texts, known, options, folder):
    rng = random.Random(f"{options.seed} {name}")
    swaps = "boilerplate" in name or "combined" in name
    originals = [(t, [APPEALS[0]] + p + [FOOTERS[0]]) if swaps else (t, p) for t, p in texts]
    root = os.path.join(folder, name.replace(" ", "-").replace("%", "").strip("-"))
    write(os.path.join(root, "texts"), originals)
    write(os.path.join(root, "copies"), [edit(t, p, rng) for t, p in texts])
    right = wrong = natural = 0
    for a, b in told_pairs(root, options):
        i, j = (int(os.path.basename(path)[:-4]) for path in (a, b))
        if i == j:
            right += 1
        elif tuple(sorted((i, j))) in known:
            natural += 1
        else:
            wrong += 1
            if options.verbose:
                print("   wrong:", name, a, b, texts[i][0][:40], "|", texts[j][0][:40])
    precision = right / (right + wrong) if right + wrong else 1.0
    print(f"{name:16} recall {right / len(texts):.4f}  precision {precision:.4f}  "
          f"({right} of {len(texts)}; {wrong} wrong, {natural} alike)", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--index", default="build/release/bin/postil-index")
    parser.add_argument("--query", default="build/release/bin/postil-query")
    parser.add_argument("--most", type=int, default=1000, help="texts taken, at random")
    parser.add_argument("--words", type=int, default=100, help="a text must have at least")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="name the wrong pairs")
    options = parser.parse_args()
    paths = sorted(os.path.join(folder, name) for top in options.folders
                   for folder, _, names in os.walk(top) for name in names
                   if name.endswith((".txt", ".md")))
    random.Random(options.seed).shuffle(paths)
    texts = []
    for path in paths:
        with open(path, encoding="utf-8", errors="replace") as file:
            title, parts = paragraphs_of(file.read())
        if sum(len(p.split()) for p in parts) >= options.words and len(parts) >= 2:
            texts.append((title, parts))
        if len(texts) == options.most:
            break
    if not texts:
        sys.exit("copies.py: no text is long enough")
    words = [w for _, parts in texts for p in parts for w in p.split()]
    known = alike(texts)
    print(f"{len(texts)} texts, {len(known)} pairs of them alike")
    with tempfile.TemporaryDirectory() as folder:
        for name, edit in edits(words).items():
            measure(name, edit, texts, known, options, os.path.join(folder, "run"))


if __name__ == "__main__":
    main()
