# Options, mistakes and what is printed.
source "${POSTIL_SOURCE:?}/tests/e2e/index_common.sh" || exit 1
mkdir texts && echo 'peace' >texts/a.txt

expect 0 'postil-index --dry-run' --help
expect 0 'Xapian 1\.' --version
expect 0 '^  text  ' --version
expect 2 'no PATH was given'
expect 2 'name a folder of articles'
expect 2 'not expected: --bogus' --bogus texts
expect 2 'not in range' -j 0 texts
expect 2 '{text,json}' --format xml texts
expect 2 'a PATH is empty' ''
expect 2 '--report has an empty value' --report= texts
expect 2 '--exclude has an empty value' --exclude '' texts
expect 2 '-d has an empty value' -d '' texts
expect 2 '--db is given more than once: a and b' -d a --db=b texts

# A PATH that does not exist: nothing at all is done.
expect 2 "cannot read 'nope': No such file" --report r.jsonl texts nope
[[ -e db || -e r.jsonl ]] && fail 'something was made although a PATH does not exist'
expect 2 "cannot read the report\|cannot write the report" --report no/such/r.jsonl texts
[[ -e db ]] && fail 'a database was made although the report cannot be written'

# A report overwrites nothing but a report.
cp texts/a.txt before.txt
expect 2 'would overwrite texts/a.txt, which is to be indexed' --report texts/a.txt texts/a.txt
expect 2 'would overwrite ./texts/a.txt, which is no report' --report ./texts/a.txt texts
ln -s texts/a.txt link.txt
expect 2 'which is no report' --report link.txt -n texts
printf '{"title":"A","text":"One."}\n' >posts.jsonl
expect 2 'which is no report' --report posts.jsonl --watch texts
cmp before.txt texts/a.txt || fail 'a report was written over an article'
[[ -e db ]] && fail 'a database was made although the report is refused'
: >empty.jsonl
mkdir none
expect 0 'No files' -d none.db --report empty.jsonl none
expect 0 'No files' -d none.db --report /dev/null none
rm -rf none none.db

# -q is quiet, --strict tells of what was skipped, --format json is one line of JSON.
printf '\211PNG\r\n\032\n\0\0' >texts/photo.png
: >texts/empty.txt
index -q --report r.jsonl texts
same "$status:$out:$err" '0::' '-q'
expect 1 'binary' --strict texts
expect 1 'empty' --strict texts
counts '0 0 1 0 2' texts
same "$(wc -l <.out)" 1 'JSON is one line'

# What cannot be printed is an error; the database stands.
unprinted() {
  local status=$1
  [[ $status == 2 ]] || fail "$2: exit status $status, not 2"
  grep -q 'cannot write to standard output: ' err.txt || fail "$2: $(<err.txt)"
}
for arguments in texts '--format json texts' '-n --full texts' '--inspect texts/a.txt' --help; do
  if [[ -w /dev/full ]]; then
    # shellcheck disable=SC2086  # several arguments
    "$POSTIL_INDEX" -d unprinted $arguments >/dev/full 2>err.txt
    unprinted $? "$arguments to a full disk"
  fi
  # shellcheck disable=SC2086
  "$POSTIL_INDEX" -d unprinted $arguments >&- 2>err.txt
  unprinted $? "$arguments without standard output"
done
POSTIL_DB=unprinted found 1 peace
"$POSTIL_INDEX" -d unprinted -q texts >&-
same $? 0 'quiet without standard output'
"$POSTIL_INDEX" -d unprinted --full -q texts <&- >&- 2>&-
same $? 0 'quiet without any stream'
POSTIL_DB=unprinted found 1 peace
"$POSTIL_INDEX" -d unprinted --strict - <&- >/dev/null 2>&1
same $? 1 'nothing to read from'
rm -rf unprinted

# The report has a line for each file with path, reason and detail; also when it did not change.
for round in 1 2; do
  index -q --report r.jsonl texts
  same "$(python3 -c '
import json
for line in open("r.jsonl"):
    f = json.loads(line)
    assert f["detail"] and f["severity"] == "skipped"
    print(f["path"], f["reason"])' | sort | tr '\n' ' ')" \
    'texts/empty.txt empty texts/photo.png binary ' "report of round $round"
done
# A report inside the folder is not taken for an article.
counts '0 0 1 0 2' --report texts/report.jsonl texts

rm texts/report.jsonl

# Names are made safe before they reach a terminal.
printf 'x' >"texts/evil"$'\033''[31m.png' && printf '\211PNG\r\n\032\n\0\0' >"texts/evil"$'\033''[31m.png'
index texts
grep -q $'\033' .out .err && fail 'an escape sequence reached the terminal'
expect 0 'evil\\x1b\[31m.png' texts

# The default database is in the user's data folder, where postil-query finds it.
unset POSTIL_DB
expect 0 'home/.local/share/postil/db' texts
found 1 peace
export XDG_DATA_HOME=$work/data
expect 0 "$work/data/postil/db" texts
[[ -d data/postil/db ]] || fail 'XDG_DATA_HOME is not heeded'

# A database inside the folder is not indexed.
counts '1 0 0 0 3' -d texts/db texts
counts '0 0 1 0 3' -d texts/db texts
# Nor is another one, which is told once and taken out of an index in which it was.
counts '1 0 0 0 4' -d other.db --report r4.jsonl texts
same "$(grep -c '"path":"texts/db' r4.jsonl)" 1 'lines about another database'
grep -q '"path":"texts/db","severity":"skipped","reason":"database"' r4.jsonl ||
  fail "no line about another database: $(<r4.jsonl)"
expect 1 'texts/db: database: ' -d other.db --strict texts/db
mv texts/db/XAPIANDB stub
expect 0 ' added' -d other.db texts
mv stub texts/db/XAPIANDB
expect 0 'holds 1 article ' -d other.db texts
# Nor does naming it help, or what was put into it.
mkdir texts/db/docs && echo 'hidden' >texts/db/docs/a.txt
expect 2 'texts/db/docs is in the database texts/db' -d texts/db texts/db/docs
expect 2 'is in the database' -d "$PWD/texts/db" texts ./texts/../texts/db/docs/a.txt
expect 2 'is in the database' -d texts/db --strict --report r3.jsonl texts/db
[[ -e r3.jsonl ]] && fail 'a report was begun although a PATH is in the database'
finish
