#!/usr/bin/env bash
# What is counted for a value is what its filter finds, and a question is told as it can be asked
# again: on a collection whose names, folders and filters are easily mistaken for one another.
source "$(dirname "$0")/query_common.sh"

mkdir -p "$work/coll/a/b" "$work/coll/c"
cat >"$work/coll/a/articles.jsonl" <<'JSONL'
{"id":"1","language":"en","title":"One","tags":["x"],"outlet":"Courier","text":"The peace talks and the peace treaty.","comments":[{"text":"Peace at last.","author":"anna"},{"text":"No peace, no treaty.","author":"Anna"}]}
{"id":"2","language":"en","title":"Two","tags":["y"],"outlet":"Meridian Courier","author":"A \"B\" O'Cee","text":"Nothing at all.","comments":[{"text":"Zebra one."},{"text":"Zebra two.","author":"Bob"}]}
JSONL
cat >"$work/coll/a/b/articles.jsonl" <<'JSONL'
{"id":"3","language":"en","title":"Three","outlet":"Meridian Courier","text":"Nothing there.","comments":[{"text":"Zebra three.","author":"Bob"},{"text":"Zebra four."}]}
JSONL
cat >"$work/coll/c/articles.jsonl" <<'JSONL'
{"id":"4","language":"en","title":"Four","text":"Peace and nothing else."}
JSONL
"$POSTIL_INDEX" -q --db "$work/db" "$work/coll" || fail "the collection could not be indexed"
export POSTIL_DB=$work/db

# An article counts once for a commenter, however the comments spell the name.
expect 0 '^  Anna *1 (2)$' peace --facets commenter
expect 0 '^  Bob *2 (2)$' zebra --facets commenter
expect 0 '"unknown":{"commenter":0}' zebra --facets commenter --format json

# A folder counts what lies below it, as its filter finds it.
for facet in 'coll 4 (6)' 'coll/a 3 (6)' 'coll/a/b 1 (2)' 'coll/c 1'; do
  folder=${facet%% *}
  expect 0 "^  $folder *${facet#* }\$" '*' --facets folder
  expect 0 "^[ *] $folder *${facet#* }\$" '*' --facets folder --folder coll/a
  counted=$("$POSTIL_QUERY" --by folder --format csv '*' 2>/dev/null |
    awk -F, -v f="$folder" '$1 == f { print $2 "," $3 }')
  found=$("$POSTIL_QUERY" --folder "$folder" -c --format json |
    sed -n 's/.*"article_texts":\([0-9]*\),"comments":\([0-9]*\).*/\1,\2/p')
  [[ -n $found && $counted == "$found" ]] ||
    fail "--by folder: $folder has $counted, its filter finds $found"
done

# What is told as understood can be asked again: the question, and behind it its filters as options.
# understood WANTED ARGUMENT...: so it is told, and asked so again it finds as much.
understood() {
  local wanted=$1 told again
  shift
  "$POSTIL_QUERY" "$@" --format json --count >"$work/first"
  told=$(grep -o '"understood":"\([^"\\]\|\\.\)*"' "$work/first" |
    sed 's/^"understood":"//; s/"$//; s/\\\(.\)/\1/g')
  [[ $told == "$wanted" ]] || fail "understood is <$told> instead of <$wanted>: postil-query $*"
  again=$(set -f && eval "\"\$POSTIL_QUERY\" $wanted --format json --count")
  [[ $(grep -o '"total":{[^}]*}' <<<"$again") == $(grep -o '"total":{[^}]*}' "$work/first") ]] ||
    fail "postil-query $* is told as $wanted, which finds something else"
}
understood 'peace OR nothing --tag y' 'peace OR nothing' --tag y
understood '* --outlet Courier' --outlet Courier
understood "* --outlet 'Meridian Courier' --not-tag y" --not-tag y --outlet 'Meridian Courier'
understood 'zebra --commenter bob' zebra --commenter bob
understood "* --author 'A \"B\" O'\\''Cee'" --author "A \"B\" O'Cee"
understood 'peace --tag x --tag y' peace --tag x --tag y
understood 'peace --since 2022 --until 2024-03' peace --since 2022 --until 2024-03
understood 'peace --not-since 2022' peace --not-since 2022
understood "zebra --like 'coll/a/articles.jsonl#2'" zebra --like 'coll/a/articles.jsonl#2'
understood "--like 'coll/a/articles.jsonl#2'" --like 'coll/a/articles.jsonl#2'
expect 0 '^only --tag y$' --explain nothing --tag y
expect 0 '^without coll/a/articles.jsonl#2$' --explain --like 'coll/a/articles.jsonl#2'

# Filters do not matter to whether occurrences are counted, alternatives of them neither.
expect 0 '"occurrences":4' peace --tag x --tag y --format json -c
expect 0 '"occurrences":4' 'peace (tag:x OR tag:y)' --format json -c
expect 0 '"occurrences":null' 'peace (tag:x OR nothing)' --format json -c

finish
