# What the tests of postil-index share: a folder to work in, and checks that say what failed and go
# on; `finish` ends the script with the verdict. Sourced; needs $POSTIL_INDEX, $POSTIL_QUERY and
# $POSTIL_SOURCE.
set -u
export LC_ALL=C.UTF-8
unset POSTIL_DB XDG_DATA_HOME

work=$(mktemp -d)
trap 'chmod -R u+rwX "$work" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1
export HOME=$work/home POSTIL_DB=$work/db
failures=0

fail() {
  printf 'FAILED: %s\n' "$*"
  failures=$((failures + 1))
}

finish() {
  ((failures == 0)) && printf 'all as expected\n'
  exit $((failures > 0))
}

# index ARGUMENT...: runs the indexer; leaves $out, $err (texts) and $status.
index() {
  "$POSTIL_INDEX" "$@" >"$work/.out" 2>"$work/.err"
  status=$?
  out=$(<"$work/.out")
  err=$(<"$work/.err")
}

# expect STATUS PATTERN ARGUMENT...: the indexer ends with STATUS and one of its lines, on either
# stream, matches PATTERN (a basic regular expression).
expect() {
  local wanted=$1 pattern=$2
  shift 2
  index "$@"
  ((status == wanted)) || fail "postil-index $*: exit status $status, not $wanted: $out$err"
  printf '%s\n%s\n' "$out" "$err" | grep -q -- "$pattern" ||
    fail "postil-index $*: nothing matches '$pattern' in: $out$err"
}

# counts WANTED ARGUMENT...: the summary counts files as WANTED says: "added updated unchanged
# removed skipped".
counts() {
  local wanted=$1 got
  shift
  index --format json "$@"
  got=$(printf '%s' "$out" | python3 -c '
import json, sys
files = json.load(sys.stdin)["files"]
print(*[files[k] for k in ("added", "updated", "unchanged", "removed", "skipped")])')
  [[ $got == "$wanted" ]] || fail "postil-index $*: counted '$got', not '$wanted': $err"
}

# found NUMBER QUESTION...: so many articles match (0 also without a database).
found() {
  local wanted=$1 got
  shift
  got=$("$POSTIL_QUERY" --format json "$@" | python3 -c '
import json, sys
print(json.load(sys.stdin)["total"]["articles"])')
  [[ $got == "$wanted" ]] || fail "postil-query $*: found '$got', not '$wanted'"
}

# ids QUESTION...: the ids of the articles that match, sorted, on one line.
ids() {
  "$POSTIL_QUERY" --format json -n 1000 "$@" | python3 -c '
import json, sys
print(*sorted(r["id"] for r in json.load(sys.stdin)["results"]))'
}

same() {
  [[ $1 == "$2" ]] || fail "${3-}: '$1' is not '$2'"
}
