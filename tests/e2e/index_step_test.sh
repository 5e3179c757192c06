# A run brings the index in step with the folder, and says what it did.
source "${POSTIL_SOURCE:?}/tests/e2e/index_common.sh" || exit 1
mkdir -p texts/sub
for i in 1 2 3; do echo "A text about number$i and peace." >texts/$i.txt; done
echo 'Another text about number4.' >texts/sub/4.txt
touch -d '1 hour ago' texts/*.txt texts/sub/*

counts '4 0 0 0 0' texts
counts '0 0 4 0 0' texts
found 3 peace
same "$(stat -c %a db)" 700 'the database is for its owner alone'

# What changed, came and went; the rest is not touched.
echo 'Now it is about war.' >texts/1.txt
rm texts/2.txt
echo 'Newly come: number5.' >texts/5.txt
counts '1 1 2 1 0' texts
found 1 war
found 0 number2
found 1 number5
found 1 peace
same "$(ids number3)" texts/3.txt 'ids stay'

# A new time with old content is no change.
touch texts/3.txt
counts '0 0 4 0 0' texts
# A change within the clock's tick and of the same size is one.
printf 'aaaa number7' >texts/7.txt
counts '1 0 4 0 0' texts
printf 'aaaa number8' >texts/7.txt
touch -r texts/3.txt texts/7.txt
counts '0 1 4 0 0' texts
found 1 number8
rm texts/7.txt
counts '0 0 4 1 0' texts

# So it is with comments that belong to an article, which is only read when they change.
mkdir -p site/_data/comments && echo 'Words about the tides.' >site/tides.md
touch -d '1 hour ago' site/tides.md
printf 'name: Ina\nmessage: About plums.\n' | tee site/_data/comments/tides.yml >plums.yml
touch -d '1 hour' site/_data/comments/tides.yml plums.yml
counts '1 0 0 0 0' -d site.db site
counts '0 0 1 0 0' -d site.db site
printf 'name: Ina\nmessage: About pears.\n' >site/_data/comments/tides.yml
touch -r plums.yml site/_data/comments/tides.yml
counts '0 1 0 0 0' -d site.db site
found 1 -d site.db comment:pears
touch -d '1 hour ago' site/_data/comments/tides.yml
counts '0 0 1 0 0' -d site.db site
counts '0 0 1 0 0' -d site.db site

# Nothing is removed outside of the PATHs that are given.
mkdir other && echo 'elsewhere' >other/x.txt
counts '1 0 0 0 0' other
found 1 number3
rm other/x.txt
counts '0 0 4 0 0' texts
found 1 elsewhere
counts '0 0 0 1 0' other

# --dry-run says what would be done and does nothing.
rm texts/5.txt
echo 'number9' >texts/9.txt
before=$(find db -type f -printf '%p %s %T@\n' | sort)
expect 0 '^+ texts/9.txt' --dry-run texts
expect 0 "^- $work/texts/5.txt" --dry-run texts
same "$(find db -type f -printf '%p %s %T@\n' | sort)" "$before" 'a dry run touches nothing'
index --dry-run -d nowhere texts
[[ -e nowhere ]] && fail 'a dry run made a database'
counts '1 0 3 1 0' texts

# --include and --exclude decide what belongs to the folder.
counts '0 0 3 1 0' --exclude sub/ texts
counts '1 0 3 0 0' texts
counts '0 0 1 3 0' --include 'sub/**' texts
counts '3 0 1 0 0' texts

# --full reads everything anew; without a PATH, all that the database holds.
counts '1 0 0 0 0' -d one texts/1.txt
counts '4 0 0 0 0' --full texts
counts '4 0 0 0 0' --full
mkdir more && echo 'more' >more/m.txt
counts '1 0 0 0 0' more
expect 0 "No longer in the database.*$work/more" --full texts
found 0 more

# A part of a known folder is read as when the whole is: what links in it lead to stays.
mkdir -p linked/a linked/b
echo 'One on orchards.' >linked/a/1.txt
ln -s ../a/1.txt linked/b/l.txt
counts '2 0 0 0 0' -d links linked
counts '0 0 1 0 0' -d links linked/b
counts '1 0 0 0 1' -d parts linked/a linked/b

# A folder that is dropped keeps no name from those that come.
mkdir -p p/x q/x && echo 'One on orchards.' | tee p/x/1.txt >q/x/1.txt
counts '1 0 0 0 0' -d names p/x
counts '1 0 0 0 0' -d names --full q/x
same "$(ids -d names orchards)" x/1.txt 'an id after the other x was dropped'
counts '1 0 0 0 0' -d names p/x
counts '1 0 0 0 0' -d names --full p/x
same "$(ids -d names orchards)" x~2/1.txt 'a name that is known stays'

# A metadata.csv that is a link to a file in the folder is no article, and neither is that file.
mkdir -p rows/tables && echo 'One on orchards.' >rows/1.txt
printf 'file,title\n1.txt,Of fruit\n' >rows/tables/rows.csv
ln -s tables/rows.csv rows/metadata.csv
counts '1 0 0 0 0' -d rowed rows
found 1 -d rowed 'title:fruit'

# What is remembered of files beside the database is not believed when it is damaged: the database
# itself is asked, as the user is told once, and it is written anew.
counts '0 0 4 0 0' texts
printf 'X' | dd of="$(echo db/g*/files)" bs=1 seek=100 conv=notrunc status=none
expect 0 'damaged-file-list: .*/files is damaged; what is known of each file was read from' texts
expect 0 'Nothing changed: 4 unchanged' texts
[[ $out$err == *damaged* ]] && fail "a file list is damaged still: $out$err"

# An empty folder is no mistake, and neither is one that becomes empty.
mkdir empty
expect 0 'No files were found' -d d2 empty
rm -r texts/* && counts '0 0 0 4 0' texts
found 0 peace
finish
