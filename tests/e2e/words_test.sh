#!/usr/bin/env bash
# Every word of every text finds the records that hold it, in whatever language. By hand, on texts of
# one's own and with the programs in the environment: tests/e2e/words_test.sh FOLDER...
source "$(dirname "$0")/index_common.sh"

for folder in "${@:-$POSTIL_SOURCE/corpus}"; do
  rm -rf "$work/words"
  "$POSTIL_INDEX" -q --db "$work/words" "$folder" || fail "$folder could not be indexed"
  "$POSTIL_VERIFY_WORDS" "$work/words" || fail "$folder: words do not find the texts that hold them"
done
finish
