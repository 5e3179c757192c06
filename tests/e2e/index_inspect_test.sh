# --inspect prints how a file is understood, and nothing else happens.
source "${POSTIL_SOURCE:?}/tests/e2e/index_common.sh" || exit 1
mkdir f
cp "$POSTIL_SOURCE/corpus/pages/a-bosphorus-notebook.txt" f/page.txt
printf 'path,outlet\npage.txt,The Courier\n' >f/metadata.csv
index --inspect f/page.txt
same "$status" 0 'exit status'
python3 - .out <<'CHECK' || fail 'the JSON of a page'
import json, sys
d = json.load(open(sys.argv[1]))
assert list(d) == ["version", "path", "format", "articles", "warnings"], list(d)
assert d["version"] == 1 and d["path"] == "f/page.txt" and d["format"] == "text"
a, = d["articles"]
assert list(a) == ["id", "title", "authors", "outlet", "published", "published_from", "updated",
                   "captured", "language", "url", "tags", "standfirst", "author_note", "paragraphs",
                   "comments", "furniture"], list(a)
assert a["id"] == "page.txt" and a["title"] == "A Bosphorus Notebook", a["title"]
assert a["authors"] == ["Anselm Brackenridge-Yau"] and a["outlet"] == "The Courier"
assert a["published"] is None and a["published_from"] == "none" and a["url"] is None
assert a["language"] == "en" and a["tags"] == []
assert [p["number"] for p in a["paragraphs"]] == list(range(1, len(a["paragraphs"]) + 1))
assert set(a["paragraphs"][0]) == {"number", "zone", "text"}
assert [c["number"] for c in a["comments"]] == list(range(1, len(a["comments"]) + 1)) != []
assert list(a["comments"][0]) == ["number", "author", "published", "parent", "paragraphs"]
assert set(a["furniture"][0]) == {"text", "reason"}, a["furniture"]
CHECK

printf '{"id":"a","title":"A","text":"one"}\n{"title":"B","text":"two"}\nnot json\n' >x.jsonl
index --inspect x.jsonl
python3 - .out <<'CHECK' || fail 'the JSON of several articles'
import json, sys
d = json.load(open(sys.argv[1]))
assert d["format"] == "jsonl" and len(d["articles"]) == 2
assert d["articles"][0]["id"] == "x.jsonl#a"
assert len({a["id"] for a in d["articles"]}) == 2
assert d["warnings"] and set(d["warnings"][0]) == {"severity", "reason", "detail"}, d["warnings"]
CHECK
"$POSTIL_INDEX" --inspect - <x.jsonl | python3 -c '
import json, sys
assert len(json.load(sys.stdin)["articles"]) == 2' || fail 'standard input'

printf '\211PNG\r\n\032\n\0\0' >p.png
expect 0 '"articles": \[\]' --inspect p.png
expect 1 '"binary"' --strict --inspect p.png
expect 2 'No such file' --inspect nope
expect 2 'indexes nothing' --inspect p.png f
[[ -e db || -e home ]] && fail '--inspect made a database'
finish
