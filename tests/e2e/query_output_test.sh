#!/usr/bin/env bash
# What postil-query prints, held against tests/golden/query/*.txt.
#
# Usage: query_output_test.sh [--update]    --update writes what is printed now as what is expected;
# look at the difference before it is committed.
source "$(dirname "$0")/query_common.sh"

update=no
[[ ${1-} == --update ]] && update=yes
make_database

# What differs from run to run, or with every turn at the ranking, is not compared. JSON gets a line
# for each key, so that a difference is seen.
sanitise() {
  sed -E -e "s|$work|WORK|g" -e 's/"took_ms":[0-9.e+-]+/"took_ms":0/' \
    -e 's/"score":[0-9.e+-]+/"score":0/g' -e 's/ [0-9.e+-]+ postil$/ SCORE postil/' \
    -e 's/([,{])("[a-z_]+":)/\1\n\2/g'
}

# golden NAME ARGUMENT...: both streams and the exit status of one command.
golden() {
  local name=$1 status=0
  shift
  "$POSTIL_QUERY" "$@" >"$work/stdout" 2>"$work/stderr" || status=$?
  {
    printf '$ postil-query'
    printf ' %q' "$@"
    printf '\n'
    cat "$work/stdout"
    [[ -s $work/stderr ]] && printf -- '--- standard error\n' && cat "$work/stderr"
    printf -- '--- exit status %d\n' "$status"
  } | sanitise >"$work/got"
  if [[ $update == yes ]]; then
    cp "$work/got" "$golden/$name.txt"
  elif ! diff -u "$golden/$name.txt" "$work/got"; then
    fail "$name: not as in tests/golden/query/$name.txt"
  fi
}

# In an order that does not change with the ranking.
golden words ferry line --sort title
golden phrase '"ferry line"' --sort title
golden phrase_in_colour '"ferry line"' --sort title --color always --facets none
golden comments_only fantasy
golden filters_only --author 'Mara Feld' --sort oldest
golden drill_sideways ferry --author 'Zoë Brûlé' --year 2022 --facets author,year
golden second_page ferry --sort oldest -n 2 --offset 2 --facets none
golden nothing '"harbour ferry"'
golden nothing_by_filter ferry --year 1999 --facets none
golden no_question_matches zeppelin
golden mistake 'ferry (line'
golden count -c '"ferry line"'
golden json '"ferry line"' --sort title --format json --facets author,year,kind
golden json_nothing '"harbour ferry"' --format json --facets none
golden json_wide 再開 --format json --facets none
golden jsonl ferry --format jsonl --sort oldest -n 1
golden trec ferry --sort title --format trec
golden paths -l ferry
golden fields --fields
export COLUMNS=60
golden narrow ferry --sort oldest -n 2
export COLUMNS=200
golden wide ferry --sort oldest -n 2 --facets all

printf 'q1\tferry line\nq2 no tab\nq3\t(ferry\nq4\tzeppelin\n\nq5\t"ferry line"' >"$work/batch.tsv"
golden batch --batch "$work/batch.tsv" -c
golden batch_trec --batch "$work/batch.tsv" --format trec -n 1 --sort title

finish
