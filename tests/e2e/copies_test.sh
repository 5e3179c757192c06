# Near-duplicates: found when a folder is indexed, one result when it is searched, and in step with
# the folder however it changes.
source "${POSTIL_SOURCE:?}/tests/e2e/index_common.sh" || exit 1

# total KEY QUESTION...: a figure of the JSON answer's total.
total() {
  local key=$1
  shift
  "$POSTIL_QUERY" --format json "$@" | python3 -c "
import json, sys
print(json.load(sys.stdin)['total']['$key'])"
}

# shown QUESTION...: of each result its file and, in brackets, the files that it is also in.
shown() {
  "$POSTIL_QUERY" --format json "$@" | python3 -c '
import json, os, sys
for hit in json.load(sys.stdin)["results"]:
    print(os.path.basename(hit["path"]), [os.path.basename(p) for p in hit["also_in"]])'
}

# The two papers of the sample articles that print one column, the later under another headline.
cp -r "$POSTIL_SOURCE/corpus/pages" pages
index -q pages
by=(--author 'Nathaniel Thornquist-Bey' 'title:consult OR guarantee')
courier="who-would-come-courier.txt ['three-days-to-consult-dispatch.txt']"
dispatch="three-days-to-consult-dispatch.txt ['who-would-come-courier.txt']"
same "$(shown "${by[@]}")" "$courier" 'the earliest stands for both'
same "$(shown --all-versions --sort oldest "${by[@]}")" "$courier"$'\n'"$dispatch" 'all versions'
same "$(total articles "${by[@]}")" 2 'articles'
same "$(total versions "${by[@]}")" 1 'versions'
"$POSTIL_QUERY" "${by[@]}" | grep -q '^2 articles in 1 version, ' || fail 'the counts tell versions'
"$POSTIL_QUERY" "${by[@]}" | grep -q "^also in $work/pages/three-days" || fail 'also in'
"$POSTIL_QUERY" -l "${by[@]}" | sort | xargs -n 1 basename | paste -sd ' ' >got
same "$(<got)" 'three-days-to-consult-dispatch.txt who-would-come-courier.txt' '-l lists every file'
# A version that matches stands for one that does not.
same "$(shown 'title:"three days to consult"')" "$dispatch" 'what matches is shown'

# In step with the folder.
mv pages/who-would-come-courier.txt .
index -q pages
same "$(shown "${by[@]}")" 'three-days-to-consult-dispatch.txt []' 'the other is gone'
mv who-would-come-courier.txt pages/
index -q pages
same "$(shown "${by[@]}")" "$courier" 'and is back'
index -q --full pages
same "$(shown "${by[@]}")" "$courier" 'a rebuild says the same'

# The threshold can be set, and stays.
index -q --copies off pages
same "$(total versions "${by[@]}")" 2 'off'
touch pages/portsmouth-1905.txt && echo 'One more line.' >>pages/portsmouth-1905.txt
index -q pages
same "$(total versions "${by[@]}")" 2 'still off'
index -q --copies 0.3 pages
same "$(total versions "${by[@]}")" 1 'on again'
for share in 0 2 0.05 -1 x 0.5x; do
  expect 2 'neither off nor a share from 0.1 to 1' --copies="$share" pages
done

# Ten texts in three versions each, of which a page shows each text once; comments that were posted
# below several articles.
python3 - <<'EOF'
import json
with open("export.jsonl", "w") as file:
    for text in range(10):
        for version in range(3):
            words = [f"word{text}x{i}" for i in range(120 - 20 * version)]
            comment = " ".join(f"say{i}" for i in range(30)) if version == 0 else f"reply{text}"
            json.dump({"id": f"t{text}v{version}", "title": f"T{text}",
                       "published": f"202{version}-01-01", "text": "peace " + " ".join(words),
                       "comments": [{"author": "Ann", "text": comment}]}, file)
            file.write("\n")
EOF
index -q -d export.db export.jsonl
export POSTIL_DB=$work/export.db
same "$(total articles peace)" 30 'articles of the export'
same "$(total versions peace)" 10 'versions of the export'
for offset in 0 3 6 9; do
  "$POSTIL_QUERY" peace --format json -n 3 --offset "$offset" | python3 -c '
import json, sys
for hit in json.load(sys.stdin)["results"]:
    print(hit["own_id"], hit["published"], [p.split("/")[-1] for p in hit["also_in"]])'
done | sort >got
same "$(wc -l <got)" 10 'pages hold each version once'
same "$(cut -c 1-2 got | sort -u | wc -l)" 10 'pages hold each version'
grep -vq "v0 2020-01-01 \['export.jsonl#t.v1', 'export.jsonl#t.v2'\]$" got && fail "$(<got)"
"$POSTIL_QUERY" peace -n 3 --offset 3 | grep -q '^versions 4–6 of 10: 30 articles in 10 versions' ||
  fail 'a page of versions'
same "$(total comments say7)" 10 'copied comments'
same "$(total comment_versions say7)" 1 'copied comments are one version'
"$POSTIL_QUERY" say7 --format json -n 1 | python3 -c '
import json, sys
comment = json.load(sys.stdin)["results"][0]["comments"][0]
assert len(comment["also_in"]) == 9, comment' || fail 'a comment tells where its copies are'
"$POSTIL_QUERY" --facets year peace | grep -q '2020.* 10' || fail 'facets count articles'

finish
