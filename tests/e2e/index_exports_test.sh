# Exports as people have them, through the real program: a feed, an export of WordPress, tables and
# a site that keeps comments as data. Who wrote what, and what readers answered, is found again.
source "${POSTIL_SOURCE:?}/tests/e2e/index_common.sh" || exit 1
mkdir -p f/tables f/site/_posts f/site/_data/comments

cat >f/feed.xml <<'FEED'
<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Quiet Post</title><link>https://post.example/</link>
<item><title>On couriers</title><link>https://post.example/couriers</link>
<dc:creator>Ada Quill</dc:creator><pubDate>Wed, 20 Mar 2024 10:00:00 GMT</pubDate>
<content:encoded><![CDATA[<p>The couriers rode for nine days.</p><p>Nobody read the letter.</p>]]>
</content:encoded></item>
<item><title>On silence</title><dc:creator>...</dc:creator>
<description>Of the second congress only its silences are known.</description></item>
</channel></rss>
FEED
sed 's/<\/item>//' f/feed.xml >f/broken.rss

cat >f/blog.xml <<'WXR'
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>A Ferry Diary</title><link>https://ferry.example</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>bo</wp:author_login><wp:author_email>bo@ferry.example</wp:author_email>
<wp:author_display_name>Bo Ek-Lund</wp:author_display_name></wp:author>
<item><title>The ferry to the talks</title><link>https://ferry.example/talks</link><dc:creator>bo</dc:creator>
<content:encoded><![CDATA[<!-- wp:paragraph --><p>Two delegations took the same ferry.</p><!-- /wp:paragraph -->]]></content:encoded>
<wp:post_id>1</wp:post_id><wp:post_date>2019-05-02 08:00:00</wp:post_date>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_author>Cy</wp:comment_author>
<wp:comment_author_email>cy@secret.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>
<wp:comment_date>2019-05-03 09:00:00</wp:comment_date><wp:comment_content>Which ferry?</wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>6</wp:comment_id><wp:comment_author>Di</wp:comment_author>
<wp:comment_date>2019-05-03 10:00:00</wp:comment_date><wp:comment_content>The early ferry.</wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>5</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author>Spam</wp:comment_author>
<wp:comment_content>Cheap ferry tickets</wp:comment_content><wp:comment_approved>0</wp:comment_approved></wp:comment>
</item>
<item><title>Not yet</title><content:encoded>An unfinished ferry.</content:encoded><wp:post_id>2</wp:post_id>
<wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>
WXR

cat >f/tables/gnm_articles.csv <<'CSV'
article_id,title,article_url,author,published_date,ncomments,article_text
7,A table of treaties,https://news.example/7,Eve Holt,2016-01-05,2,"<p>There were forty treaties, and a table for each.</p>"
CSV
cat >f/tables/gnm_comments.csv <<'CSV'
article_id,comment_counter,comment_author,timestamp,post_time,comment_text
7,source1_7_0,Flo,,2016-01-05,"Forty tables, then."
7,source1_7_0_0,Gus,,2016-01-05,"Forty-one."
CSV

printf -- '---\ntitle: Ebb\nauthor: Hal Storm\n---\nThe tide went out with the delegates.\n' \
  >f/site/_posts/2020-06-01-ebb.md
printf -- '- id: 1\n  name: Ina\n  message: And came back.\n- id: 2\n  name: Jo\n  message: Twice.\n  parent: 1\n' \
  >f/site/_data/comments/ebb.yml

index --report report.jsonl f
((status == 0)) || fail "exit status $status: $err"

# facts QUESTION: authors, dates, comments and their parents of the first article that matches.
facts() {
  "$POSTIL_QUERY" --show "$("$POSTIL_QUERY" -n 1 --format json "$@" | python3 -c '
import json, sys
print(json.load(sys.stdin)["results"][0]["id"])')" --format json | python3 -c '
import json, sys
article = json.load(sys.stdin)
print(", ".join(article["authors"]) or "-", (article["published"] or "-")[:10],
      *("%s>%s" % (c["author"], c["parent"] or 0) for c in article["comments"]))'
}
same "$(facts couriers --folder f)" 'Ada Quill 2024-03-20' 'an entry of a feed'
same "$(facts 'title:silence')" '- -' 'a name that is none'
same "$(facts '"same ferry"')" 'Bo Ek-Lund 2019-05-02 Cy>0 Di>1' 'a post of WordPress'
same "$(facts '"forty treaties"')" 'Eve Holt 2016-01-05 Flo>0 Gus>1' 'a row of a table'
same "$(facts '"tide went out"')" 'Hal Storm 2020-06-01 Ina>0 Jo>1' 'a post with a list of comments'
found 0 unfinished
found 0 tickets
! grep -rqa -e 'secret.example' -e '192.0.2.7' "$POSTIL_DB" || fail 'an address was stored'
grep -q 'broken\.rss"' report.jsonl || fail "a broken feed is not told: $(<report.jsonl)"
found 1 ferry --author 'Bo Ek-Lund'
finish
