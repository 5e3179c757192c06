#!/usr/bin/env bash
# Each view and each form of it over the sample articles, held against tests/golden/views/*.txt.
#
# Usage: query_views_test.sh [--update]    see golden_common.sh
source "$(dirname "$0")/query_common.sh"
source "$(dirname "$0")/golden_common.sh"
golden=$POSTIL_SOURCE/tests/golden/views
make_corpus_database

istanbul='"Istanbul talks"'
for width in 60 200; do
  export COLUMNS=$width
  golden "kwic_$width" "$istanbul" --kwic
  golden "timeline_$width" "$istanbul" --timeline year
  golden "compare_$width" Istanbul --by author
  golden "collocates_$width" Istanbul --collocates -n 8
  golden "terms_$width" Istanbul --terms -n 8
  golden "show_$width" --show pages/minsk-thirteen-points.txt "$istanbul"
done
export COLUMNS=80
golden kwic_right "$istanbul" --kwic=30 --sort right
golden kwic_left "$istanbul" --kwic=30 --sort left
golden kwic_match Istanbul --kwic=25 --sort match -n 5
golden kwic_sample Istanbul --kwic --sample 4 --seed 7
golden kwic_colour "$istanbul" --kwic -n 2 --color always
golden kwic_cyrillic переговоры --kwic
golden timeline_month Istanbul --timeline month --since 2022 --until 2023
golden timeline_words 'Istanbul OR Minsk' --timeline year --since 2014
golden compare_kind Istanbul --by kind
golden compare_tag 'Istanbul AND talks' --by tag -n 6
golden collocates_logdice talks --collocates --window 3 --floor 2 --measure logDice -n 5
golden like --like pages/minsk-thirteen-points.txt --facets none -n 2
golden like_timeline --like pages/minsk-thirteen-points.txt --timeline year --since 2021
golden show_comment --show 'corpus/pages/minsk-thirteen-points.txt#c3'
golden show_furniture --show minsk-thirteen-points.txt --furniture
golden show_unknown --show minsk-thirten-points.txt
golden nothing_kwic zeppelin --kwic
for format in json jsonl csv; do
  golden "kwic_$format" "$istanbul" --kwic -n 2 --format "$format"
  golden "timeline_$format" "$istanbul" --timeline year --since 2022 --format "$format"
  golden "compare_$format" "$istanbul" --by outlet --format "$format" -n 3
  golden "collocates_$format" Istanbul --collocates -n 3 --format "$format"
  golden "terms_$format" Istanbul --terms -n 3 --format "$format"
done
golden results_csv "$istanbul" --format csv --sort title
golden show_json --show pages/minsk-thirteen-points.txt ballot --format json

# Exact: as many rows as occurrences, and the same sums by time and by kind, under any filter.
for filter in '' '--kind comment' '--year 2022' '--not-year 2022'; do
  # shellcheck disable=SC2086  # a filter is two words
  {
    occurrences=$("$POSTIL_QUERY" "$istanbul" -c --format json $filter |
      sed 's/.*"occurrences":\([0-9]*\).*/\1/')
    rows=$("$POSTIL_QUERY" "$istanbul" --kwic --format jsonl $filter | wc -l)
    sum=$("$POSTIL_QUERY" "$istanbul" --timeline month --format csv $filter 2>/dev/null |
      awk -F, 'NR > 1 { sum += $(NF - 4) + $(NF - 3) } END { print sum + 0 }')
  }
  [[ $rows == "$occurrences" ]] || fail "$rows rows, $occurrences occurrences: $filter"
  [[ $sum == "$occurrences" ]] || fail "$sum in the timeline, $occurrences occurrences: $filter"
done

# The JSON is what its schemas say, to a validator of others.
if python3 -c 'import jsonschema' 2>/dev/null; then
  valid() {
    local schema=$1
    shift
    "$POSTIL_QUERY" "$@" --format json >"$work/json" 2>/dev/null
    python3 - "$POSTIL_SOURCE/docs/$schema.schema.json" "$work/json" <<'PYTHON' || fail "$schema: $*"
import json, sys, jsonschema
schema, value = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
validator = jsonschema.validators.validator_for(schema)
validator.check_schema(schema)
validator(schema).validate(value)
PYTHON
  }
  for question in "$istanbul" 'Istanbul OR Minsk' zeppelin; do
    valid answer "$question"
    valid kwic "$question" --kwic
    valid timeline "$question" --timeline month
    valid compare "$question" --by author
    valid collocates "$question" --collocates
    valid terms "$question" --terms
  done
  valid stats --stats
  valid article --show minsk-thirteen-points.txt talks
  valid article --show 'corpus/pages/minsk-thirteen-points.txt#c3'
fi

# Files come in the order of the results, each once.
for question in 'peace treaty' 'Istanbul talks' 'war and its end'; do
  for any in '' --any; do
    "$POSTIL_QUERY" "$question" $any -l -n 12 >"$work/paths"
    "$POSTIL_QUERY" "$question" $any --all-versions -n 50 --format jsonl | python3 -c '
import json, sys
for line in sys.stdin:
    print(json.loads(line)["path"])' | awk '!seen[$0]++' | head -n 12 >"$work/results"
    cmp -s "$work/paths" "$work/results" || fail "other files than results: $question $any"
  done
done

# Pages of files are pages of different files, also where several articles lie in one.
mkdir "$work/many"
for file in 1 2 3 4 5 6 7; do
  for article in 1 2 3; do
    printf '{"id": "%s-%s", "title": "Letter %s of year %s", "text": "Peace was made once."}\n' \
      "$file" "$article" "$article" "$file"
  done >"$work/many/$file.jsonl"
done
"$POSTIL_INDEX" -q --db "$work/many.db" "$work/many" || fail "letters could not be indexed"
"$POSTIL_QUERY" --db "$work/many.db" peace -l >"$work/paths"
(($(wc -l <"$work/paths") == 7)) || fail "not each file once"
for offset in 0 3 6; do
  "$POSTIL_QUERY" --db "$work/many.db" peace -l -n 3 --offset "$offset"
done >"$work/pages"
cmp -s "$work/paths" "$work/pages" || fail "pages of files are not those of the whole list"

finish
