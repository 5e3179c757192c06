#!/usr/bin/env bash
# Other spellings of names, and questions that nobody wrote for the grammar.
source "$(dirname "$0")/query_common.sh"

export XDG_CONFIG_HOME=$work/config
cat >"$work/names.jsonl" <<'END'
{"id":"en1","title":"A bridge","language":"en","text":"They met in Kiev to talk about the bridge."}
{"id":"en2","title":"A road","language":"en","text":"The road from Kyiv was closed. Mr Vorontsovskiy said so."}
{"id":"uk","title":"Міст","language":"uk","text":"У місті Київ відкрили міст."}
{"id":"ru","title":"Мост","language":"ru","text":"Мост в Киеве открыт, из Нью-Йорка приехали гости."}
{"id":"nyc","title":"Harbour","language":"en","text":"A ferry left New York for York, a new one."}
{"id":"york","title":"Minster","language":"en","text":"There is nothing new about York. Mr Kvillem stayed."}
{"id":"zh","title":"会谈","language":"zh","text":"双方在首都举行和平谈判，没有结果。"}
{"id":"fr","title":"Paix","language":"fr","text":"L’accord de paix fut lu par d'Artagnan."}
{"id":"tr","title":"Gemi","language":"tr","text":"İSTANBUL’da bir gemi vardı, İzmir'in limanı boştu."}
END
"$POSTIL_INDEX" -q --db "$work/names" "$work/names.jsonl" || fail "the names could not be indexed"

# finds IDS ARGUMENT...: the records found, in alphabetical order.
finds() {
  local wanted=$1 got
  shift
  got=$("$POSTIL_QUERY" --db "$work/names" --format trec "$@" | cut -d' ' -f3 | sort | paste -sd' ')
  [[ $got == "$wanted" ]] || fail "$*: found '$got' rather than '$wanted'"
}

finds 'en1 en2 ru uk' Kiev
finds 'en1 en2 ru uk' Київ
finds 'en1 en2 ru uk' Киев
finds 'en1' '"Kiev"'
finds 'en1 en2 uk' '~"Kiev"'
finds 'en2' '~"road from Kiev"'
finds '' '"road from Kiev"'
finds '' 'road -~"Kiev"'
finds 'en2' 'road -"Kiev"'
finds 'en1' --no-variants '~"Kiev"'
finds 'en1' --no-variants Kiev
finds 'en1 ru' Kiev '(bridge OR мост)' --not-lang uk
finds 'en2' Воронцовский
finds 'nyc ru york' New York
finds 'nyc ru' Нью-Йорка OR '"New York"'
finds 'uk' Києва
finds 'fr' accords
finds 'fr' "l'accord"
finds 'fr' '"accord de paix"'
finds 'fr' Artagnan
finds 'tr' istanbul
finds 'tr' '"İstanbul"'
finds 'tr' "İzmir'de"
finds 'tr' "\"İstanbul'da bir\""
finds '' "\"İzmir'de\""
finds 'zh' 和平谈判
finds 'zh' '"和平谈判"'

"$POSTIL_QUERY" --db "$work/names" --explain Kiev >"$work/explained"
grep -q 'other spellings of the name, off with --no-variants: kyiv, киев, київ' "$work/explained" ||
  fail "--explain does not show the spellings"
"$POSTIL_QUERY" --db "$work/names" --color always --facets none Kiev >"$work/marked"
grep -q $'\e[^m]*mKyiv\e' "$work/marked" || fail "the spelling that matched is not highlighted"

printf '# mine\nQuillham = Kvillem\n' >"$work/mine.txt"
finds '' Quillham
finds 'york' --variants "$work/mine.txt" Quillham
mkdir -p "$XDG_CONFIG_HOME/postil"
cp "$work/mine.txt" "$XDG_CONFIG_HOME/postil/variants.txt"
finds 'york' Quillham
printf 'Quillham\n' >"$work/mine.txt"
"$POSTIL_QUERY" --db "$work/names" --variants "$work/mine.txt" x 2>"$work/stderr" && fail "a bad list passes"
grep -q 'mine.txt:1: the line has fewer than two spellings' "$work/stderr" || fail "the line is not told"

# With --any a batch holds texts as well as questions: brackets, quotation marks, capitals.
printf 'a\talpha (+)- Kyiv?"\nb\tWHAT WAS SAID ABOUT THE ROAD AND NOT THE BRIDGE\n' >"$work/topics"
"$POSTIL_QUERY" --db "$work/names" --any --batch "$work/topics" --format trec >"$work/run" ||
  fail "a batch of plain texts ends with status $?"
grep -q '^a Q0 en2 ' "$work/run" || fail "a text with brackets finds nothing"
grep -q '^b Q0 en1 ' "$work/run" || fail "NOT in a text in capitals excludes"
"$POSTIL_QUERY" --db "$work/names" --any --batch "$work/topics" --format trec >"$work/again"
cmp -s "$work/run" "$work/again" || fail "two runs differ"

# In a question that is a sentence, "how" and "did" decide less than what it is about.
cat >"$work/sentences.jsonl" <<'END'
{"id":"words","title":"","language":"en","text":"Nobody told us how Mr Vell did what was asked."}
{"id":"bridge","title":"","language":"en","text":"Stone for a bridge was cut by a crew."}
{"id":"x1","title":"","language":"en","text":"A crew rested near Lake Orm."}
{"id":"x2","title":"","language":"en","text":"Rain closed a bridge near Lake Orm."}
{"id":"x3","title":"","language":"en","text":"A ferry took goods to islands."}
{"id":"x4","title":"","language":"en","text":"Prices of coal rose again."}
{"id":"x5","title":"","language":"en","text":"A poet read from letters."}
{"id":"x6","title":"","language":"en","text":"Snow fell on Friday."}
END
"$POSTIL_INDEX" -q --db "$work/sentences" "$work/sentences.jsonl" || fail "no index of sentences"
printf '1\thow did a crew mend a bridge\n' >"$work/topics"
first=$("$POSTIL_QUERY" --db "$work/sentences" --any --batch "$work/topics" --format trec | head -n 1)
[[ $first == '1 Q0 bridge 1 '* ]] || fail "a sentence found '$first' first"

finish
