#include "query/search/hits.h"

#include <algorithm>

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
  hit.captured = record.captured;
  hit.language = record.language;
  hit.tags = to_strings(record.tags);
  hit.url = record.url;
  hit.path = record.path;
  return hit;
}

Query comments_below_any(const std::vector<std::string>& article_ids) {
  std::vector<std::string> terms;
  for (const std::string& id : article_ids) {
    terms.push_back(schema::make_term(schema::kArticlePrefix, id));
  }
  const Query comment(schema::value_term(schema::field(schema::FieldId::kKind),
                                         schema::name(schema::Kind::kComment)));
  return Query(Query::OP_AND, Query(Query::OP_OR, terms.begin(), terms.end()), comment);
}

}  // namespace

Result<std::vector<CommentHit>> HitMaker::best_comments(const std::vector<std::string>& article_ids,
                                                        bool collapse) {
  Xapian::Enquire enquire(in_.database);
  const Query here(Query::OP_AND, in_.filters, comments_below_any(article_ids));
  enquire.set_query(Query(Query::OP_FILTER, in_.ranking, here));
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  if (collapse) enquire.set_collapse_key(schema::kFirstCopySlot);
  const auto most = static_cast<Xapian::doccount>(in_.limits.comments);
  const Xapian::MSet matches = enquire.get_mset(0, most);
  std::vector<CommentHit> comments;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const auto record = StoredRecord::fetch(in_.database, *match);
    if (!record) return record.error();
    CommentHit comment;
    comment.id = (*record)->id;
    comment.hash = text_hash(**record);
    comment.number = (*record)->number;
    comment.parent = (*record)->parent;
    comment.author = (*record)->commenter;
    comment.published = (*record)->published;
    comment.score = match.get_weight();
    comment.passages = find_passages(**record, 1, in_.spotter, in_.analyser).best;
    comment.path = (*record)->path;
    comment.also_in = other_places(copies_of(in_.database, *match), comment.id);
    comments.push_back(std::move(comment));
  }
  return comments;
}

Result<Xapian::docid> HitMaker::article_of(Xapian::docid record) const {
  const auto stored = StoredRecord::fetch(in_.database, record);
  if (!stored) return stored.error();
  if ((*stored)->kind == schema::Kind::kArticle) return record;
  const auto article = find_record(in_.database, (*stored)->article_id);
  if (article) return *article;
  return Error{ErrorKind::kDatabase,
               "the comment " + std::string((*stored)->id) + " is stored without its article",
               "rebuild the database with postil-index --full"};
}

bool HitMaker::own_text_matches(Xapian::docid article) const {
  return std::binary_search(in_.matches.records.begin(), in_.matches.records.end(), article);
}

std::uint64_t HitMaker::comments_below(std::string_view article_id) const {
  const auto below = in_.matches.comments_of.find(schema::article_key(article_id));
  return below == in_.matches.comments_of.end() ? 0 : below->second;
}

Xapian::docid HitMaker::earliest_match(const std::vector<Copy>& copies,
                                       Xapian::docid otherwise) const {
  for (const Copy& copy : copies) {
    const auto article = find_record(in_.database, copy.id);
    if (article && (own_text_matches(*article) || comments_below(copy.id) > 0)) return *article;
  }
  return otherwise;
}

Result<ArticleHit> HitMaker::make(const Ranked& ranked, Shown shown) {
  const auto ranked_article = article_of(ranked.id);
  if (!ranked_article) return ranked_article.error();
  Xapian::docid article = *ranked_article;
  const std::vector<Copy> copies = copies_of(in_.database, article);
  if (shown == Shown::kEarliest) article = earliest_match(copies, article);
  const auto record = StoredRecord::fetch(in_.database, article);
  if (!record) return record.error();
  ArticleHit hit = describe(**record);
  hit.score = ranked.score;
  hit.own_text_matches = own_text_matches(article);
  hit.also_in = other_places(copies, hit.id);
  if (hit.own_text_matches && in_.limits.passages > 0) {
    Passages passages = find_passages(**record, in_.limits.passages, in_.spotter, in_.analyser);
    hit.passages = std::move(passages.best);
    hit.title_highlights = std::move(passages.title);
  }
  std::vector<std::string> versions = {hit.id};
  if (shown != Shown::kItself) {
    for (const Copy& copy : copies) {
      if (copy.id != hit.id && comments_below(copy.id) > 0) versions.push_back(copy.id);
    }
  }
  for (const std::string& id : versions) hit.matching_comments += comments_below(id);
  if (hit.matching_comments == 0 || in_.limits.comments == 0) return hit;
  auto comments = best_comments(versions, shown != Shown::kItself);
  if (!comments) return comments.error();
  hit.comments = *std::move(comments);
  return hit;
}

}  // namespace postil::query
