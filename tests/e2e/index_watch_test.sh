#!/usr/bin/env bash
# --watch keeps an index in step with its folder until it is stopped.
source "$POSTIL_SOURCE/tests/e2e/index_common.sh" || exit 1

# soon NUMBER QUESTION...: so many articles match before long. The promise is two seconds; a busy
# machine is given more.
soon() {
  local wanted=$1 got=none
  shift
  for _ in $(seq 200); do
    got=$("$POSTIL_QUERY" --format json "$@" 2>/dev/null | python3 -c '
import json, sys
print(json.load(sys.stdin)["total"]["articles"])' 2>/dev/null)
    [[ $got == "$wanted" ]] && return
    sleep 0.1
  done
  fail "postil-query $*: found '$got', not '$wanted', after a while"
}

page() { printf 'On %s\n\nA page about %s and nothing else at all.\n' "$1" "$1"; }

mkdir -p texts/a
page harbour >texts/a/1.txt
expect 2 'watch' --watch --dry-run texts
expect 2 'watch' --watch -
"$POSTIL_INDEX" --watch texts >watch.out 2>watch.err &
watcher=$!
soon 1 harbour
page envoy >texts/a/2.txt
soon 1 envoy
page treaty >texts/a/1.txt
soon 0 harbour
soon 1 treaty
rm texts/a/2.txt
soon 0 envoy
mkdir -p texts/new/deep
page garden >texts/new/deep/3.txt
soon 1 garden
mv texts/new elsewhere
soon 0 garden
mv elsewhere/deep texts/a/deep
soon 1 garden
page winter >texts/a/deep/.hidden.txt
mv texts/a/deep/.hidden.txt texts/a/deep/shown.txt
soon 1 winter

mkdir private
page secrets >private/s.txt
# Another database is none of its business.
"$POSTIL_INDEX" -q -d texts/a/db private
page wharf >private/w.txt
"$POSTIL_INDEX" -q -d texts/a/db private
page signal >texts/a/4.txt
soon 1 signal
found 0 secrets
grep -q 'texts/a/db/g' watch.out && fail "a database was read: $(<watch.out)"

# The folder goes: its files leave the index, nothing beside it comes in, and it is waited for.
mv texts kept
soon 0 treaty
rm -rf kept
mkdir -p texts/sub
page harvest | tee texts/1.txt >texts/sub/2.txt
soon 2 harvest
rm -rf texts
soon 0 harvest
mkdir -p texts/sub
page orchard >texts/sub/3.txt
soon 1 orchard
found 0 secrets
roots=$("$POSTIL_QUERY" --stats --format json | python3 -c '
import json, sys
print(*json.load(sys.stdin)["folders"])')
same "$roots" "$(realpath texts)" 'the roots'

# Not SIGINT, which a shell has its background jobs ignore.
kill -TERM $watcher
wait $watcher
same $? 0 "exit status of a watch that is stopped"
grep -q '1 added' watch.out || fail "no line tells what was done: $(<watch.out)"
[[ ! -s watch.err ]] || fail "errors: $(<watch.err)"

# Stopped at work, it says so, and in its status too; stopped while it waits, it does neither. Which
# of the two it is, chance decides.
for round in 1 2 3; do
  "$POSTIL_INDEX" --watch texts >watch.out 2>&1 &
  watcher=$!
  until grep -q holds watch.out; do sleep 0.05; done
  for i in $(seq 300); do page "word$round of $i" >"texts/sub/$i.txt"; done
  sleep 0.$((round * 2))
  kill -HUP $watcher
  wait $watcher
  same "$?" "$(grep -q 'Stopped before the end' watch.out && echo 129 || echo 0)" \
    "exit status in round $round"
done

# What was skipped on the way counts with --strict.
"$POSTIL_INDEX" --watch --strict texts >watch.out 2>&1 &
watcher=$!
until grep -q holds watch.out; do sleep 0.05; done
printf '\211PNG\r\n\032\n\0\0' >texts/photo.png
page lantern >texts/sub/1.txt
soon 1 lantern
sleep 1
kill -TERM $watcher
wait $watcher
same $? 1 'exit status of a strict watch'

# watch ARGUMENT...: starts a watch whose first run is done when it returns; unwatch ends it.
watch() {
  : >watch.out
  "$POSTIL_INDEX" --watch "$@" >watch.out 2>watch.err &
  watcher=$!
  for _ in $(seq 200); do
    grep -q 'holds' watch.out && return
    sleep 0.1
  done
  fail "postil-index --watch $*: no first run: $(<watch.out)$(<watch.err)"
}

unwatch() {
  kill -TERM $watcher
  wait $watcher
  same $? 0 'exit status of a watch that is stopped'
}

# --include and --exclude mean the same when only a part of the folder is looked at again.
mkdir -p globs/b/d globs/notes/sub globs/drafts
page meadow >globs/b/1.txt
page meadow >globs/notes/sub/1.txt
watch -d inc --include 'b/*.txt' --include notes globs
page meadow >globs/b/2.txt
page meadow >globs/notes/sub/2.txt
soon 4 -d inc meadow
unwatch
grep -q 'removed' watch.out && fail "files that belong there were removed: $(<watch.out)"
watch -d exc --exclude 'b/d/' --exclude 'drafts/' globs
page pasture >globs/b/d/3.txt
page pasture >globs/drafts/3.txt
page meadow >globs/b/3.txt
soon 5 -d exc meadow
found 0 -d exc pasture
unwatch

# A post is read again when its comments change, wherever it is in the site; so is a table.
mkdir -p site/_posts site/_data/comments/tides
printf -- '---\ntitle: Tides\n---\nThe tide went out with the delegates.\n' \
  >site/_posts/2020-06-01-tides.md
printf 'name: Ina\nmessage: One about a meadow.\n' >site/_data/comments/tides/a.yml
cat >my_articles.csv <<'CSV'
article_id,title,author,published_date,article_text
7,A table,Eve Holt,2016-01-05,"There were forty treaties, and a table for each."
CSV
tables=article_id,comment_counter,comment_author,post_time,comment_text
printf '%s\n7,source1_7_0,Flo,2016-01-05,Forty fields\n' "$tables" >my_comments.csv
watch -d com site my_articles.csv
printf 'name: Ina\nmessage: One about a pasture.\n' >site/_data/comments/tides/a.yml
soon 1 -d com comment:pasture
printf '%s\n7,source1_7_0,Flo,2016-01-05,Forty acres\n' "$tables" >my_comments.csv
soon 1 -d com comment:acres
unwatch

# A metadata.csv that is none is told of once; the index stays as it was until that has changed.
mkdir noted
page meadow >noted/1.txt
watch -d notes noted
echo 'notes to self' >noted/metadata.csv
for _ in $(seq 200); do
  grep -q 'metadata.csv' watch.err && break
  sleep 0.1
done
page meadow >noted/2.txt
sleep 2
found 1 -d notes meadow
same "$(grep -c 'metadata.csv' watch.err)" 1 'how often it was told'
rm noted/metadata.csv
soon 2 -d notes meadow
unwatch
finish
