#!/usr/bin/env bash
# What reaches a terminal is harmless in every form, whatever the articles and the names of their
# files hold; in a file or a pipe the data is exact.
source "$(dirname "$0")/query_common.sh"

command -v script >/dev/null || exit 77  # of util-linux: gives a program a terminal

name=$'a\x1b[31m\u202eb.jsonl'
mkdir "$work/papers"
export POSTIL_DB=$work/db
printf '{"title": "Ferry \\u202e turned", "text": "The ferry \\u2066left at noon.", %s}\n' \
  '"author": "Jo\u202ehn Doe", "outlet": "The \u202dPost", "tags": ["x\u202ey"]' \
  >"$work/papers/$name"
"$POSTIL_INDEX" -q "$work/papers" || fail "the article could not be indexed"
printf '1\tferry\n' >"$work/batch.tsv"

# Controls but the ends of lines (of a terminal: CR LF), and what turns the direction of writing.
harm='[\x01-\x09\x0b\x0c\x0e-\x1f\x7f\x{80}-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}]|\r.'

# harmless ARGUMENT...: what postil-query prints on a terminal.
harmless() {
  SHELL=/bin/bash TERM=dumb \
    script -qec "$(printf '%q ' "$POSTIL_QUERY" "$@")" /dev/null >"$work/out" ||
    fail "exit status $?: postil-query $*"
  if tr -d '\0' <"$work/out" | cmp -s - "$work/out" &&
    ! sed 's/\r*$//' "$work/out" | grep -qP "$harm"; then
    return
  fi
  fail "harmful on a terminal: postil-query $*"
  cat -A "$work/out"
}

for form in text json jsonl csv bibtex csl-json ris trec; do
  harmless ferry --format "$form"
done
for form in text json jsonl csv; do
  harmless ferry --kwic --format "$form"
  harmless ferry --by author --format "$form"
done
for form in text csv trec; do harmless --batch "$work/batch.tsv" --format "$form"; done
for form in text json bibtex ris; do harmless ferry --show "$name" --no-pager --format "$form"; done
harmless -l ferry
harmless -0 ferry
harmless --stats
harmless --explain 'author:doe OR ferry'

# holds BYTES ARGUMENT...: they are among what is printed into a pipe.
holds() {
  local bytes=$1
  shift
  "$POSTIL_QUERY" "$@" | grep -qF -e "$bytes" || fail "not exact in a pipe: postil-query $*"
}
for form in csv bibtex ris; do holds $'\u202e' ferry --format "$form"; done
holds $'\u2066left' ferry --kwic --format csv
holds "$name" -0 ferry

finish
