#!/usr/bin/env bash
# What postil-query prints, held against tests/golden/query/*.txt.
#
# Usage: query_output_test.sh [--update]    --update writes what is printed now as what is expected;
# look at the difference before it is committed.
source "$(dirname "$0")/query_common.sh"
source "$(dirname "$0")/golden_common.sh"

make_database

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
