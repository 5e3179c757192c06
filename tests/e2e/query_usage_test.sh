#!/usr/bin/env bash
# The command line of postil-query: exit statuses, mistakes and what is said of them, streams.
source "$(dirname "$0")/query_common.sh"
make_database

# Exit status as grep's.
expect 0 'What the Ferry Costs' ferry
expect 1 'No match for zeppelin' zeppelin
expect 2 'no question was asked'
expect 2 'no question was asked' ''
expect 2 'no question was asked' ' ' --

# An empty value does not take what follows it.
expect 2 '--author has an empty value' ferry --author '' -c
expect 2 '--author has an empty value' ferry --author= -c
expect 2 '-d has an empty value' -d '' ferry
expect 2 '-n has an empty value' ferry -n ''

# Of two databases it is not guessed which was meant.
expect 2 '--db is given more than once: a and b' ferry -d a --db b

# Filters alone are a question.
expect 0 'Les Vedettes' --author 'Zoë Brûlé'
expect 0 'Les Vedettes' --author=brule
expect 0 '^1 article' --author Ito --lang ja
expect 0 '^1 article' --author Ito --lang Japanese
expect 0 '^1 article' 'author:Ito lang:日本語'
expect 1 'No article passes' --author Ito --not-lang jpn
expect 0 '^2 articles' --since 2022 --until 2022
expect 0 '^1 article,' --year 2020..2021
expect 0 '^4 articles' ferry --year 2020..2021 --year 2022..2023
expect 0 '^4 articles, 0 comments' ferry --not-outlet 'La Gazette' --kind article
expect 1 'No article passes' --author Nobody --facets none

# A word may begin with a dash behind another, and anywhere behind --.
expect 0 '^1 article, 0 comments' ferry -line -vedettes -every -met -bridge
expect 0 '^1 article, 0 comments' -c ferry -line -nobody -begin -day -met -every -naire -dit
expect 0 '^5 articles' -- -zeppelin
expect 2 'there is no option -ferry' -ferry line
expect 2 'there is no option --ferry' line --ferry
expect 0 'articles 1–1 of' ferry -n1
expect 0 'articles 1–1 of' -n 1 ferry
expect 0 'articles 1–2 of' ferry --limit=2
expect 0 '^5 articles, 4 comments, [0-9]* occurrences$' ferry -c

# Mistakes, each with what to do.
expect 2 'needs a value' --author
expect 2 'a whole number' ferry -n many
expect 2 'a whole number' ferry --offset -1
expect 2 'write one of: text, json, jsonl, csv' ferry --format xml
expect 2 'write one of: relevance' ferry --sort best
expect 2 'auto, always or never' ferry --color maybe
expect 2 'article or comment' ferry --kind poem
expect 2 '--lang: there is no language "klingonish"' ferry --lang klingonish
expect 0 '^1 article,' -c ferry --kind Article --author brule
expect 2 '2020..2023' ferry --year soon
expect 2 'earlier year first' ferry --year 2023..2020
expect 2 'earlier year first' ferry --year 0001..9999
expect 2 'no such date' ferry --since 2022-13
expect 2 'later than' ferry --since 2023 --until 2022
expect 2 'parted by commas' ferry --facets author,mood
expect 2 'parted by commas' ferry --facets author,
expect 2 'exclude each other' --stats --fields
expect 2 'has no place' --fields ferry
expect 2 'no place beside --paths' ferry -l -c
expect 2 'count cannot print trec' ferry -c --format trec
expect 2 'text, jsonl, csv or trec' --batch - --format json
expect 2 'cannot read' --batch "$work/missing"
expect 2 'cannot read' --batch "$work"
expect 2 'not valid UTF-8' $'caf\xe9'
expect 2 'not valid UTF-8' ferry --author $'caf\xe9'
expect 2 "there is no database at $work/none" -d "$work/none" ferry
expect 2 "postil-index --db $work/none" -d "$work/none" ferry
expect 2 'not found\|no database\|cannot open' -d "$work/papers" ferry
expect 2 'column 8' 'ferry ("open'

# Options that ask for different things, or belong to another one.
expect 2 'kwic and --timeline exclude each other' ferry --kwic --timeline year
expect 2 'by and --batch exclude each other' --by author --batch -
expect 2 'show and --explain exclude each other' --show 1 --explain
expect 2 'window needs --collocates beside it' ferry --window 3
expect 2 'floor needs --collocates or --terms beside it' ferry --floor 3
expect 2 'seed needs --sample beside it' ferry --kwic --seed 3
expect 2 'sample has no place beside --timeline' ferry --timeline year --sample 3
expect 2 'offset has no place beside --kwic' ferry --kwic --offset 2
expect 2 'author has no place beside --show' --show 1 --author Feld
expect 2 'furniture needs --show beside it' ferry --furniture
expect 2 'kwic cannot print ris' ferry --kwic --format ris
expect 2 'text, json, jsonl or csv' ferry --by author --format trec
expect 2 'show cannot print csv' --show 1 --format csv
expect 2 'from 1 to 1000' ferry --kwic=0
expect 2 'from 1 to 1000' ferry --kwic=wide
expect 2 'left, right or match' ferry --kwic --sort newest
expect 2 'write one of: relevance' ferry --sort left
expect 2 'year, month or day' ferry --timeline week
expect 2 'author, outlet, year' ferry --by mood
expect 2 'log-likelihood or logDice' ferry --collocates --measure luck
expect 2 'from 1 to 100' ferry --collocates --window 101
expect 2 '1 or more' ferry --terms -n 0
expect 2 'no word or phrase to look at' --kwic --author Feld
expect 2 'no article has the id or path nowhere' --show nowhere
expect 2 'no article has the id or path nowhere' --like nowhere
expect 2 'articles are named papers/articles.jsonl' --show papers/articles.jsonl
expect 0 'What the Ferry Costs' --kwic=30 ferry --author 'Mara Feld'

# What is printed instead of an answer.
expect 0 '^Examples:' --help
expect 0 '^Examples:' ferry -h
expect 0 '^schema [0-9]*, Xapian [0-9.]*, ICU [0-9.]*$' --version
expect 0 'outlet, source' --fields
expect 0 '^Articles *5$' --stats
expect 0 "^Read from *$work/papers\$" --stats
expect 0 '"articles":5' --stats --format json
expect 0 'ferry' --explain ferry

# The default database.
(
  unset POSTIL_DB
  export HOME=$work/home
  expect 2 "$work/home/.local/share/postil/db" ferry
  XDG_DATA_HOME=$work/data expect 2 "$work/data/postil/db" ferry
  mkdir -p "$work/home/.local/share/postil" && mv "$work/db" "$work/home/.local/share/postil/db"
  expect 0 'What the Ferry Costs' ferry
  mv "$work/home/.local/share/postil/db" "$work/db"
  exit "$failures"
) || failures=$((failures + 1))

# --help keeps to 80 columns, and its examples are understood.
"$POSTIL_QUERY" --help >"$work/out"
(($(wc -L <"$work/out") <= 80)) || fail "--help is wider than 80 columns"
sed -n '/^Examples:/,/^$/s/^  \(postil-query .\{,33\}[^ ]\)  .*/\1/p' "$work/out" >"$work/examples"
(($(wc -l <"$work/examples") >= 15)) || fail "no examples in --help"
while read -r example; do
  case $example in *page.txt* | *xargs*) continue ;; esac
  (postil-query() { "$POSTIL_QUERY" "$@"; } && eval "$example") >/dev/null 2>"$work/err"
  [[ $? -le 1 && ! -s $work/err ]] || fail "an example of --help fails: $example"
done <"$work/examples"

# A view ends as an answer does: 1 where nothing matched, though its table may have rows.
expect 1 'No match for zeppelin' zeppelin --kwic
expect 1 'No match for zeppelin' zeppelin --timeline year
expect 1 'No match for zeppelin' zeppelin --by author
expect 1 '"rows":\[\]' zeppelin --collocates --format json

# A stream that is closed is not the database that is opened in its place.
expect_closed() {
  local status=0
  "$POSTIL_QUERY" "$@" <&- >"$work/out" 2>&1 || status=$?
  ((status == 2)) || fail "exit status $status instead of 2: postil-query $* <&-"
  (($(wc -l <"$work/out") <= 2)) || fail "something was read: postil-query $* <&-"
}
expect_closed --batch -
expect_closed --like -

# What another should be like may be a file, or come from standard input.
printf 'The ferry crosses the harbour to the other quay.\n' >"$work/like.txt"
expect 0 'Ferry' --like "$work/like.txt"
printf 'Qwertz zxcvb.\n' >"$work/unlike.txt"
expect 1 'has a telling word of this one' --like "$work/unlike.txt"
expect 1 '"articles":0' --like "$work/unlike.txt" --format json
expect 1 'has a telling word of this one' --like "$work/unlike.txt" -l
expect 1 'has a telling word of this one' --like "$work/unlike.txt" --kwic
expect 1 'has a telling word of this one' --like "$work/unlike.txt" --timeline year
"$POSTIL_QUERY" --like - <"$work/like.txt" | grep -q Ferry || fail "--like - reads nothing"

# Notes go beside rows, not among them, where a form has no place for them.
"$POSTIL_QUERY" tram --terms -n 1 --floor 1 --format csv >"$work/out" 2>"$work/err"
(($(wc -l <"$work/out") == 2)) || fail "a note stands in the CSV"
grep -q 'matching records' "$work/err" || fail "a note is lost"

# The pager is used on a terminal only, and a missing one is no loss.
if command -v script >/dev/null; then
  page="'$POSTIL_QUERY' --show 'papers/articles.jsonl#courier-2'"
  for pager in 'sed s/^/PAGED/' 'no-such-pager'; do
    PAGER=$pager script -qec "$page" /dev/null </dev/null >"$work/out" 2>&1
    grep -q 'Ferry' "$work/out" || fail "nothing to read through $pager"
    [[ $pager == no* ]] || grep -q '^PAGED' "$work/out" || fail "no pager on a terminal"
  done
fi
PAGER='sed s/^/PAGED/' "$POSTIL_QUERY" --show 'papers/articles.jsonl#courier-2' >"$work/out" 2>&1
! grep -q PAGED "$work/out" || fail "a pager in a pipe"

# Streams: errors go to standard error alone, answers to standard output alone.
"$POSTIL_QUERY" zeppelin 2>"$work/err" >/dev/null
[[ ! -s $work/err ]] || fail "nothing found is no error"
"$POSTIL_QUERY" '(' 2>/dev/null >"$work/out"
[[ ! -s $work/out ]] || fail "a mistake is not an answer"

# A full disk is an error; a closed pipe is quiet, whether its signal ends the program or not.
if [[ -w /dev/full ]]; then
  "$POSTIL_QUERY" ferry >/dev/full 2>"$work/err"
  [[ $? == 2 ]] && grep -q 'No space left' "$work/err" || fail "a full disk goes unnoticed"
fi
{ "$POSTIL_QUERY" ferry 2>"$work/err"; echo $? >"$work/status"; } | true
[[ ! -s $work/err ]] || fail "a closed pipe is not quiet"
(trap '' PIPE; { sleep 0.2; "$POSTIL_QUERY" ferry 2>"$work/err"; } | true)
[[ ! -s $work/err ]] || fail "a closed pipe is not quiet when the signal is ignored"

# Escape sequences only where they are wanted, and never those of an article.
printf '{"title":"Bad \\u001b[31mred","text":"A zeppelin \\u001b]0;owned\\u0007 rose."}\n' \
  >"$work/papers/bad.jsonl"
"$POSTIL_INDEX" -q --db "$work/db" "$work/papers" >/dev/null 2>&1
escape=$'\x1b'
for format in text json jsonl; do
  "$POSTIL_QUERY" zeppelin --format "$format" --color never >"$work/out"
  grep -q 'Bad' "$work/out" || fail "$format: the article is not found"
  ! grep -q "$escape" "$work/out" || fail "$format: an escape sequence of an article comes through"
done
"$POSTIL_QUERY" zeppelin --color always | grep -q "${escape}\[1m" || fail "no colour though wanted"
! "$POSTIL_QUERY" zeppelin --color always | grep -q "${escape}\[31mred" || fail "an article's colour"
"$POSTIL_QUERY" zeppelin | grep -q "$escape" && fail "colour in a pipe"

# Paths reach other programs byte for byte.
"$POSTIL_QUERY" -0 ferry --sort oldest | tr '\0' '\n' >"$work/nul"
"$POSTIL_QUERY" -l ferry --sort oldest >"$work/lines"
cmp -s "$work/nul" "$work/lines" || fail "-0 and -l differ"

# JSON is JSON.
if command -v jq >/dev/null; then
  "$POSTIL_QUERY" '"ferry line"' --format json | jq -e '
    .version == 1 and .total.occurrences == 5 and
    all(.results[] | (.passages[], .comments[].passages[]) | .text as $text | .highlights[] |
        ($text[.[0]:.[1]] | ascii_downcase) == "ferry line"; .)' >/dev/null ||
    fail "the highlights of the JSON are not the matches"
fi

# What is read from the outside has a limit, and what is no question is none.
expect 2 'it is larger than 16 MiB' ferry --variants /dev/zero
printf '3\t\n' >"$work/questions"
expect 2 'questions:1: the line has no question behind its id' --batch "$work/questions"
expect 0 '^3 Q0 ' --batch "$work/questions" --format trec --author Brûlé

# A first build that runs or was cut short.
mkdir "$work/begun"
: >"$work/begun/lock"
expect 2 'no index has been finished yet' -d "$work/begun" ferry
mkdir "$work/alone" && echo 'auto g1' >"$work/alone/XAPIANDB"
expect 2 'alone is incomplete: g1 is missing' -d "$work/alone" ferry

finish
