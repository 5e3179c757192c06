#include "query/search/hits.h"

#include <algorithm>
#include <optional>

#include "core/schema/fields.h"
#include "core/schema/terms.h"
#include "query/search/passages.h"
#include "query/search/stored.h"
#include "query/search/text_hash.h"

namespace postil::query {
namespace {

using Xapian::Query;

std::vector<std::string> to_strings(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

ArticleHit describe(const schema::Record& record) {
  ArticleHit hit;
  hit.id = record.id;
  hit.own_id = record.own_id;
  hit.hash = text_hash(record);
  hit.title = record.title.text;
  hit.authors = to_strings(record.authors);
  hit.outlet = record.outlet;
  hit.published = record.published;
  hit.published_from = record.published_from;
  hit.language = record.language;
  hit.tags = to_strings(record.tags);
  hit.url = record.url;
  hit.path = record.path;
  return hit;
}

Query comments_below(std::string_view article_id) {
  const Query below(schema::make_term(schema::kArticlePrefix, article_id));
  const Query comment(schema::value_term(schema::field(schema::FieldId::kKind),
                                         schema::name(schema::Kind::kComment)));
  return Query(Query::OP_AND, below, comment);
}

}  // namespace

Result<std::vector<CommentHit>> HitMaker::best_comments(std::string_view article_id) {
  Xapian::Enquire enquire(database_);
  const Query here(Query::OP_AND, filters_, comments_below(article_id));
  enquire.set_query(Query(Query::OP_FILTER, ranking_, here));
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(limits_.comments));
  std::vector<CommentHit> comments;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const auto record = StoredRecord::fetch(database_, *match);
    if (!record) return record.error();
    CommentHit comment;
    comment.id = (*record)->id;
    comment.hash = text_hash(**record);
    comment.number = (*record)->number;
    comment.parent = (*record)->parent;
    comment.author = (*record)->commenter;
    comment.published = (*record)->published;
    comment.score = match.get_weight();
    comment.passages = find_passages(**record, 1, spotter_, analyser_).best;
    comments.push_back(std::move(comment));
  }
  return comments;
}

Result<ArticleHit> HitMaker::make(
    const Ranked& ranked, const std::unordered_map<std::string, std::uint64_t>& comments_of) {
  auto record = StoredRecord::fetch(database_, ranked.id);
  if (!record) return record.error();
  std::string article_id((*record)->id);
  bool own_text = (*record)->kind == schema::Kind::kArticle;
  if (!own_text) {
    article_id = (*record)->article_id;
    const auto article = find_record(database_, article_id);
    if (!article) {
      return Error{ErrorKind::kDatabase,
                   "the comment " + std::string((*record)->id) + " is stored without its article",
                   "rebuild the database with postil-index --full"};
    }
    record = StoredRecord::fetch(database_, *article);
    if (!record) return record.error();
    // A comment may rank above an article that matches as well.
    Xapian::Enquire enquire(database_);
    const Query self(schema::make_term(schema::kIdPrefix, article_id));
    enquire.set_query(Query(Query::OP_FILTER, Query(Query::OP_AND, filters_, self), ranking_));
    own_text = !enquire.get_mset(0, 1).empty();
  }
  ArticleHit hit = describe(**record);
  hit.score = ranked.score;
  hit.own_text_matches = own_text;
  if (own_text) {
    Passages passages = find_passages(**record, limits_.passages, spotter_, analyser_);
    hit.passages = std::move(passages.best);
    hit.title_highlights = std::move(passages.title);
  }
  const auto below = comments_of.find(schema::article_key(article_id));
  if (below == comments_of.end()) return hit;
  hit.matching_comments = below->second;
  if (limits_.comments == 0) return hit;
  auto comments = best_comments(article_id);
  if (!comments) return comments.error();
  hit.comments = *std::move(comments);
  return hit;
}

}  // namespace postil::query
