# Ids and roots: the same article has the same id whichever way it is reached.
source "${POSTIL_SOURCE:?}/tests/e2e/index_common.sh" || exit 1
mkdir -p a/corpus/pages b/corpus
echo 'first peace' >a/corpus/pages/x.txt
echo 'second peace' >a/corpus/y.txt
echo 'third peace' >b/corpus/z.txt
echo 'fourth peace' >a/w.txt

index -q a/corpus b/corpus
same "$(ids peace)" 'corpus/pages/x.txt corpus/y.txt corpus~2/z.txt' 'labels of roots'

# A folder inside a root is a part of it; only that part is brought in step.
rm a/corpus/y.txt
echo 'fifth peace' >a/corpus/pages/v.txt
counts '1 0 1 0 0' a/corpus/pages
same "$(ids peace)" 'corpus/pages/v.txt corpus/pages/x.txt corpus/y.txt corpus~2/z.txt' 'a part'
counts '0 0 1 0 0' a/corpus/pages/x.txt

# A folder above a root leaves the ids below it alone.
counts '1 0 2 1 0' a
same "$(ids peace)" 'a/w.txt corpus/pages/v.txt corpus/pages/x.txt corpus~2/z.txt' 'above'
# The same files by two ways are indexed once.
counts '0 0 4 0 0' a a/corpus ./a/../b/corpus
cd a && counts '0 0 3 0 0' . && cd ..

# A file can be a root of its own; standard input is one too.
echo 'sixth peace' >single.txt
index -q single.txt
same "$(ids sixth)" single.txt 'a file as root'
printf '{"id":"n1","title":"T","text":"seventh peace"}\n{"id":"n2","title":"U","text":"eighth"}\n' |
  "$POSTIL_INDEX" -q - || fail 'standard input'
same "$(ids seventh)" 'stdin#n1' 'standard input'
printf '{"id":"n2","title":"U","text":"ninth"}\n{"id":"n3","title":"V","text":"tenth"}\n' |
  "$POSTIL_INDEX" -q - || fail 'standard input'
same "$(ids seventh)$(ids eighth)$(ids ninth)" 'stdin#n2' 'standard input anew'

# Names that are not UTF-8, and names with what ids are made of.
mkdir odd
echo 'odd peace' >odd/$'bad\xff.txt'
echo 'odd peace' >odd/$'bad\xfe.txt'
echo 'odd peace' >'odd/x.txt#c1'
echo 'odd peace' >'odd/-q'
echo 'odd peace' >$'odd/new\nline.txt'
counts '5 0 0 0 0' odd
found 5 odd
same "$(ids odd | tr ' ' '\n' | sort -u | wc -l)" 6 'ids are distinct'
counts '0 0 5 0 0' odd
"$POSTIL_QUERY" -l 'folder:odd odd' | grep -qa $'bad\xff' || fail 'the bytes of a name are kept'

# metadata.csv wins, belongs to its file, and is no article.
mkdir m
printf 'Some headline\n\nThe eleventh text is about peace. It has two sentences.\n' >m/1.txt
printf 'path,title,authors,published\n1.txt,The Title,Ann Lee,2022-03-04\ngone.txt,,,\n' >m/metadata.csv
expect 0 'gone.txt' m
found 1 'title:title author:lee date:2022-03'
counts '0 0 1 0 0' m
sed -i 's/Ann Lee/Bob Ray/' m/metadata.csv
counts '0 1 0 0 0' m
found 1 'eleventh author:ray'
found 0 'eleventh author:lee'
rm m/metadata.csv
counts '0 1 0 0 0' m
printf 'path,title\n1.txt,Elsewhere\n' >elsewhere.csv
counts '0 1 0 0 0' --metadata elsewhere.csv m
found 1 title:elsewhere
expect 2 'nope.csv' --metadata nope.csv m

# A title of metadata.csv takes the place of a page's own headline, which is found all the same.
mkdir named
for name in page text; do
  printf 'A ferry went over the river that day, and there was nobody on board of it.\n\n%.0s' 1 2 3 \
    >"named/$name.body"
done
{ printf '<h1>Quagga crossing</h1>'; sed 's/^./<p>&/' named/page.body; } >named/page.html
{ printf 'Quagga crossing\n\n'; cat named/text.body; } >named/text.txt
rm named/*.body
printf 'path,title\npage.html,Other headline\ntext.txt,Other headline\n' >named/metadata.csv
index -q -d named.db named
POSTIL_DB=named.db found 2 '"quagga crossing"' --all-versions
POSTIL_DB=named.db found 2 'title:"other headline"' --all-versions

# So is a title that a file of any other format declares; it is there once.
mkdir declared
body='The ferry went over the river that day, and there was nobody on board of it.'
printf -- '---\ntitle: Quagga crossing\n---\n\n%s\n' "$body" >declared/post.md
printf -- '---\ntitle: Quagga crossing\n---\n\n# Quagga crossing\n\n%s\n' "$body" >declared/twice.md
printf 'From: a@example.org\nSubject: Quagga crossing\n\n%s\n' "$body" >declared/letter.eml
printf '{"title": "Quagga crossing", "text": "%s"}\n' "$body" >declared/lines.jsonl
printf '<rss version="2.0"><channel><title>N</title><item><title>Quagga crossing</title>
<description>%s</description></item></channel></rss>\n' "$body" >declared/feed.xml
{
  printf 'path,title\n'
  for file in post.md twice.md letter.eml lines.jsonl feed.xml; do printf '%s,Given\n' $file; done
} >declared/metadata.csv
index -q -d declared.db declared
POSTIL_DB=declared.db found 5 '"quagga crossing"' --all-versions
POSTIL_DB=declared.db found 5 title:given --all-versions
for file in declared/*.{md,eml,jsonl,xml}; do
  said=$("$POSTIL_INDEX" --inspect "$file" --metadata declared/metadata.csv | grep -c 'Quagga')
  same "$said" 1 "how often $file says a title that was displaced"
done
finish
