# What a person finds in the sample articles (corpus_facts.json) is what postil-index finds in them.
source "${POSTIL_SOURCE:?}/tests/e2e/index_common.sh" || exit 1
"$POSTIL_INDEX" --version | grep -q epub || exit 77  # one of the samples is a book

cat >"$work/facts.py" <<'PYTHON'
import collections, json, pathlib, subprocess, sys

program, source = sys.argv[1], pathlib.Path(sys.argv[2])
facts = json.loads((source / "tests/e2e/corpus_facts.json").read_text(encoding="utf-8"))
failures = 0


def hold(where, what, wanted, got):
    global failures
    if wanted != got:
        failures += 1
        print(f"FAILED: {where}: {what}: wanted {wanted!r}, got {got!r}")


# Plain text does not say all that a person understands: where its standfirst ends, who is answered.
def compare(where, fact, article):
    is_text = fact["path"].endswith(".txt")
    for key in ("title", "authors", "outlet", "published", "published_from", "language", "url",
                "tags") + (() if is_text else ("standfirst", "author_note")):
        if key in fact:
            hold(where, key, fact[key], article[key])
    hold(where, "comments", len(fact["comments"]), len(article["comments"]))
    if is_text:
        return
    if "paragraphs" in fact:
        compare_paragraphs(where, fact["paragraphs"], article["paragraphs"])
    for wanted, got in zip(fact["comments"], article["comments"]):
        place = f"{where}#c{wanted['number']}"
        for key in ("number", "author", "published", "parent"):
            hold(place, key, wanted[key], got[key])
        hold(place, "paragraphs", wanted["paragraphs"], len(got["paragraphs"]))
        hold(place, "begins", wanted["begins"], "\n\n".join(got["paragraphs"])[:40])


def compare_paragraphs(where, wanted, got):
    hold(where, "paragraphs", wanted["count"], len(got))
    hold(where, "zones", wanted["zones"], dict(collections.Counter(each["zone"] for each in got)))
    hold(where, "first", wanted["first"], got[0]["text"][:60])
    hold(where, "last", wanted["last"], got[-1]["text"][-60:])


by_path = collections.defaultdict(list)
for fact in facts["articles"]:
    by_path[fact["path"]].append(fact)
files = {str(path.relative_to(source / "corpus")) for path in (source / "corpus").rglob("*")
         if path.is_file()}
hold("corpus/", "files", sorted(files - {"metadata.csv"}), sorted(by_path))
for path, expected in by_path.items():
    done = subprocess.run([program, "--inspect", source / "corpus" / path], capture_output=True)
    articles = json.loads(done.stdout)["articles"]
    hold(path, "articles", [fact["title"] for fact in expected],
         [article["title"] for article in articles])
    for fact, article in zip(expected, articles):
        compare(f"{path} ({fact['title']})", fact, article)
sys.exit(failures > 0)
PYTHON
python3 "$work/facts.py" "$POSTIL_INDEX" "$POSTIL_SOURCE" || fail 'the sample articles are not read as a person reads them'
finish
