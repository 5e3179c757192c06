#!/usr/bin/env bash
# Questions saved by name, and batches of questions.
source "$(dirname "$0")/query_common.sh"
make_database

status=0
"$POSTIL_QUERY" --saved || status=$?
((status == 1)) || fail "nothing saved, but the exit status is $status"
expect 0 'Saved as query:peace' --save Peace 'peace OR talks'
expect 0 'Replaced query:peace' --save peace '"peace talks" OR treaty'
expect 0 'query:peace   "peace talks" OR treaty' --saved
"$POSTIL_QUERY" -c '"peace talks" OR treaty' >"$work/plain"
"$POSTIL_QUERY" -c 'query:PEACE' >"$work/saved"
cmp -s "$work/plain" "$work/saved" || fail 'query:peace finds something else'
expect 0 'any of' --explain 'query:peace'

# What is wrong is told with its place.
expect 2 'column 9: there is no saved question "nothing"' 'a query:nothing'
expect 2 'names itself' --save loop 'a query:loop'
expect 0 'Saved' --save one 'a'
expect 0 'Saved' --save two 'query:one b'
expect 2 'column 7: in the saved question two, column 7: .*the saved question two names itself' \
  --save one 'query:two'
expect 2 'letters and digits' --save 'a b' talks
expect 2 'never closed' --save c '"talks'
expect 2 'has no place beside --save' --save c talks --year 2022
expect 2 'takes the name' 'query:(a b)'

# An indexer leaves them alone, also when it builds everything anew.
"$POSTIL_INDEX" -q --full --db "$work/db" "$work/papers" || fail 'the index was not built anew'
expect 0 'query:peace' --saved
expect 0 'Forgot query:peace' --forget Peace
expect 2 'there is no saved question' --forget peace
expect 2 'is none' --db "$work/papers" --save a talks

# Many writers at once lose nothing.
for i in 1 2 3 4 5 6 7 8; do "$POSTIL_QUERY" --save "many-$i" "a$i" >"$work/many" & done
wait
[[ $("$POSTIL_QUERY" --saved | grep -c many-) == 8 ]] || fail 'a saved question was lost'

# A batch goes on behind a bad line, and leaves out comments and blank lines.
{
  printf '# all of them\n\nq1\ttalks\nq2\t(talks\nno tab\nq3\t'
  head -c 200000 /dev/zero | tr '\0' x
  printf '\nq4\ttalks'
} >"$work/batch"
status=0
"$POSTIL_QUERY" -c --batch "$work/batch" >"$work/out" 2>"$work/err" || status=$?
((status == 2)) || fail "a batch with bad lines ends with $status"
[[ $(cut -d' ' -f1 "$work/out" | tr '\n' ' ') == 'q1 q4 ' ]] || fail 'a good line has no answer'
for line in 4 5 6; do
  grep -q "batch:$line:" "$work/err" || fail "line $line is not reported"
done
finish
