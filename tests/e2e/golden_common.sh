# Holds what postil-query prints against files. Sourced behind query_common.sh by tests that take
# --update, which writes what is printed now as what is expected; look at the difference before it is
# committed. Compared are the files of $golden.

update=no
[[ ${1-} == --update ]] && update=yes
# What differs from run to run, or with every turn at the ranking, is not compared. JSON gets a line
# for each key, so that a difference is seen.
sanitise() {
  sed -E -e "s|$POSTIL_SOURCE/corpus|CORPUS|g" -e "s|$work|WORK|g" -e 's/"took_ms":[0-9.e+-]+/"took_ms":0/' \
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
