# A paragraph that recurs across the articles of a folder is furniture, whatever it says; and it is
# body again when few are left that have it.
source "${POSTIL_SOURCE:?}/tests/e2e/index_common.sh" || exit 1

appeal='The evening edition lives by its readers and by nobody else; whoever brings a friend along gets a mug.'
note='Ann Lee keeps bees and has written for these pages since the bridge was opened.'
python3 - "$appeal" "$note" <<'EOF'
import os, sys
appeal, note = sys.argv[1:]
os.makedirs("paper")
for i in range(12):
    body = [" ".join(f"word{i}x{p}x{n}" for n in range(40)) + " harbour." for p in range(6)]
    if i < 8:
        body.append(appeal)
    if i < 6:
        body.append(note)
    if i % 2:  # a formula, and a quotation that many use
        body.append("Thank you, and good night.")
        body.insert(3, "“The harbour is deep and the winter is long, as my father used to say.”")
    with open(f"paper/{i}.md", "w") as file:
        file.write(f"---\ntitle: Text {i}\nauthor: Ann Lee\n---\n\n" + "\n\n".join(body) + "\n")
EOF
touch -d '1 hour ago' paper/*

index -q paper
found 12 harbour
found 0 '"brings a friend along"'
found 0 '"since the bridge"'
found 6 'note:"since the bridge"'
found 6 '"thank you"'
found 6 '"the winter is long"'

# Five articles are enough, four are not; whatever order they came and went in.
rm paper/0.md paper/1.md paper/2.md
index -q paper
found 0 '"brings a friend along"'
found 3 '"since the bridge"'
found 0 'note:"since the bridge"'
mv paper/3.md .
index -q paper
found 4 '"brings a friend along"'
mv 3.md paper/
index -q paper
found 0 '"brings a friend along"'
index -q --full paper
found 0 '"brings a friend along"'
found 3 '"since the bridge"'

# The same in another folder is another matter.
mkdir letters && cp paper/4.md letters/
index -q letters
found 1 '"brings a friend along"'

# An article that was saved eight times does not make its paragraphs furniture.
mkdir saved
for i in 1 2 3 4 5 6 7 8; do cp letters/4.md saved/$i.md; done
index -q -d saved.db saved
found 8 -d saved.db '"brings a friend along"'

finish
