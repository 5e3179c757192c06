# What the tests of postil-query share: a database of tests/golden/query/articles.jsonl and a few
# checks. Sourced; needs $POSTIL_INDEX, $POSTIL_QUERY and $POSTIL_SOURCE. A check that fails says
# so and goes on; `finish` ends the script with the verdict.
set -u
export LC_ALL=C.UTF-8
unset NO_COLOR COLUMNS POSTIL_DB XDG_DATA_HOME
export TERM=xterm-256color

golden=$POSTIL_SOURCE/tests/golden/query
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
  printf 'FAILED: %s\n' "$*"
  failures=$((failures + 1))
}

finish() {
  ((failures == 0)) && printf 'all as expected\n'
  exit $((failures > 0))
}

# make_database: indexes the articles and makes the database the default one.
make_database() {
  mkdir -p "$work/papers"
  cp "$golden/articles.jsonl" "$work/papers/"
  if ! "$POSTIL_INDEX" -q --db "$work/db" "$work/papers" >"$work/index.log" 2>&1; then
    cat "$work/index.log"
    printf 'FAILED: the articles could not be indexed\n'
    exit 1
  fi
  export POSTIL_DB=$work/db
}

# make_corpus_database: indexes the sample articles and makes the database the default one.
make_corpus_database() {
  if ! "$POSTIL_INDEX" -q --db "$work/corpus" "$POSTIL_SOURCE/corpus" >"$work/index.log" 2>&1; then
    cat "$work/index.log"
    printf 'FAILED: the sample articles could not be indexed\n'
    exit 1
  fi
  export POSTIL_DB=$work/corpus
}

# expect STATUS PATTERN ARGUMENT...: postil-query ARGUMENT... ends with STATUS, and a line that it
# prints, to either stream, holds PATTERN (a basic regular expression).
expect() {
  local wanted=$1 pattern=$2 status=0
  shift 2
  "$POSTIL_QUERY" "$@" >"$work/out" 2>&1 || status=$?
  if ((status != wanted)); then
    fail "exit status $status instead of $wanted: postil-query $*"
    sed 's/^/    /' "$work/out"
  elif ! grep -q -e "$pattern" "$work/out"; then
    fail "no \"$pattern\" in what this printed: postil-query $*"
    sed 's/^/    /' "$work/out"
  fi
}
