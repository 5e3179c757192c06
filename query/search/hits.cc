#include "query/search/hits.h"

#include <algorithm>

#include "core/schema/fields.h"
#include "core/schema/terms.h"
#include "query/search/passages.h"
#include "query/search/stored.h"

namespace postil::query {

Result<std::vector<CommentHit>> HitMaker::best_comments(const std::vector<std::string>& article_ids,
                                                        bool collapse) {
  std::vector<std::string> articles;
  for (const std::string& id : article_ids) {
    articles.push_back(schema::make_term(schema::kArticlePrefix, id));
  }
  const Xapian::Database& database = in_.state.database;
  RecordIds ids = records_with_any(in_.state, articles, &in_.matches.records);
  ids = records_with_any(in_.state, {comment_term()}, &ids);
  const auto scored = in_.scorer.score(in_.tree, std::move(ids));
  if (!scored) return scored.error();
  std::vector<CommentHit> comments;
  for (const Ranked& each :
       rank(in_.state, *scored, Sort::kRelevance,
            collapse ? schema::kFirstCopySlot : schema::kNoSlot, 0, in_.limits.comments)) {
    const auto record = StoredRecord::fetch(database, each.id);
    if (!record) return record.error();
    CommentHit comment(describe_comment(**record));
    comment.score = each.score;
    comment.passages = find_passages(**record, 1, in_.spotter, in_.state.analyser).best;
    comment.also_in = other_places(copies_of(in_.state, each.id), comment.id);
    comments.push_back(std::move(comment));
  }
  return comments;
}

Result<Xapian::docid> HitMaker::article_of(Xapian::docid record) const {
  if (!is_comment(in_.state, record)) return record;
  const auto stored = StoredRecord::fetch(in_.state.database, record);
  if (!stored) return stored.error();
  const auto article = find_record(in_.state, (*stored)->article_id);
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
    const auto article = find_record(in_.state, copy.id);
    if (article && (own_text_matches(*article) || comments_below(copy.id) > 0)) return *article;
  }
  return otherwise;
}

Result<ArticleHit> HitMaker::make(const Ranked& ranked, Shown shown) {
  const auto ranked_article = article_of(ranked.id);
  if (!ranked_article) return ranked_article.error();
  Xapian::docid article = *ranked_article;
  const std::vector<Copy> copies = copies_of(in_.state, article);
  if (shown == Shown::kEarliest) article = earliest_match(copies, article);
  const auto record = StoredRecord::fetch(in_.state.database, article);
  if (!record) return record.error();
  ArticleHit hit(describe_article(**record));
  hit.score = ranked.score;
  hit.own_text_matches = own_text_matches(article);
  hit.also_in = other_places(copies, hit.id);
  if (hit.own_text_matches && in_.limits.passages > 0) {
    Passages passages =
        find_passages(**record, in_.limits.passages, in_.spotter, in_.state.analyser);
    hit.passages = std::move(passages.best);
    hit.title.highlights = std::move(passages.title);
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
