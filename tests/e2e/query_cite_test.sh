#!/usr/bin/env bash
# Citations of the sample articles, held against tests/golden/views/cite_*.txt and read back by
# parsers of others: bibutils for BibTeX and RIS.
#
# Usage: query_cite_test.sh [--update]    see golden_common.sh
source "$(dirname "$0")/query_common.sh"
source "$(dirname "$0")/golden_common.sh"
golden=$POSTIL_SOURCE/tests/golden/views
make_corpus_database

# Hashes of records stay; where the corpus lies does not.
for format in bibtex csl-json ris; do
  golden "cite_$format" '"Istanbul talks"' --sort title -n 3 --format "$format"
  golden "cite_one_$format" --show minsk-thirteen-points.txt 'border' --format "$format"
done

# Whatever is in the sample articles: every record comes back from every form.
"$POSTIL_QUERY" 'peace OR war OR talks' -n 1000 --format csl-json >"$work/all.json"
items=$(grep -o '"id":"[a-z0-9]*-[0-9a-f]\{6\}"' "$work/all.json" | sort -u | wc -l)
((items > 20)) || fail "only $items citations"
"$POSTIL_QUERY" 'peace OR war OR talks' -n 1000 --format bibtex >"$work/all.bib"
(($(grep -c '^@' "$work/all.bib") == items)) || fail "BibTeX and CSL-JSON have not as many entries"
"$POSTIL_QUERY" 'peace OR war OR talks' -n 1000 --format ris >"$work/all.ris"
(($(grep -c '^ER  - ' "$work/all.ris") == items)) || fail "RIS and CSL-JSON have not as many records"
if command -v bib2xml >/dev/null; then
  bib2xml "$work/all.bib" >"$work/bib.xml" 2>"$work/err" || fail "bib2xml refuses the BibTeX"
  ris2xml "$work/all.ris" >"$work/ris.xml" 2>>"$work/err" || fail "ris2xml refuses the RIS"
  for form in bib ris; do
    (($(grep -c '<mods ' "$work/$form.xml") == items)) || fail "$form: records are lost"
    grep -q 'Fairweather-Quill' "$work/$form.xml" || fail "$form: an author is lost"
    grep -q 'Concord &amp; Quarrel' "$work/$form.xml" || fail "$form: an outlet is lost"
  done
else
  printf 'bibutils is not installed: BibTeX and RIS were not read back\n'
fi

finish
