// The answer to a question, complete and free of Xapian: made by the searcher, printed by any
// output. All text is valid UTF-8 from the database and hostile: outputs must escape it.

#ifndef POSTIL_QUERY_SEARCH_ANSWER_H_
#define POSTIL_QUERY_SEARCH_ANSWER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/schema/fields.h"
#include "core/schema/zone.h"
#include "query/search/description.h"

namespace postil::query {

// Whole sentences of one paragraph around matches.
struct Passage : MarkedText {
  std::uint32_t paragraph = 0;  // from 1; 0 in the title, standfirst or author note
  std::uint32_t page = 0;       // of the source, on which the paragraph begins; 0: it has no pages
  schema::Zone zone = schema::Zone::kBody;
  bool starts_paragraph = true;  // false: text before it was left out
  bool ends_paragraph = true;    // false: text behind it was left out
};

struct CommentHit : CommentDescription {
  CommentHit() = default;
  explicit CommentHit(CommentDescription about) : CommentDescription(std::move(about)) {}

  double score = 0;
  std::vector<Passage> passages;
  std::vector<std::string> also_in;  // where its copies are, as for articles
};

struct ArticleHit : ArticleDescription {
  ArticleHit() = default;
  explicit ArticleHit(ArticleDescription about) : ArticleDescription(std::move(about)) {}

  double score = 0;
  bool own_text_matches = true;   // false: only comments match
  std::vector<Passage> passages;  // best first
  std::uint64_t matching_comments = 0;
  std::vector<CommentHit> comments;  // the best few of them
  // Where its other versions are, earliest first: paths, with "#" and the article's own name behind
  // if the file holds several.
  std::vector<std::string> also_in;
};

struct FacetValue {
  std::string value;
  std::uint64_t articles = 0;  // distinct articles that match themselves or through a comment
  std::uint64_t comments = 0;  // matching comments
  bool selected = false;
};

struct Facet {
  schema::FieldId field = schema::FieldId::kAuthor;
  std::vector<FacetValue> values;      // most articles first, then most comments, then by value
  std::uint64_t unknown_articles = 0;  // none of whose matching records has a value
};

struct Totals {
  std::uint64_t articles = 0;                // that match themselves or through a comment
  std::uint64_t article_texts = 0;           // articles whose own text matches
  std::uint64_t comments = 0;                // comments that match
  std::optional<std::uint64_t> occurrences;  // of a phrase or single word, in all these records
  // Near-duplicates counted once; never more than `articles` and `comments`.
  std::uint64_t versions = 0;
  std::uint64_t comment_versions = 0;
};

// A question close to one that found nothing, and what it finds.
struct Nearby {
  std::string query;
  Totals total;
  std::vector<ArticleHit> best;  // the first result or none, shown apart from hits
};

struct Answer {
  std::string query;       // as asked
  std::string understood;  // as read, filters included
  double took_ms = 0;
  Totals total;
  std::vector<ArticleHit> results;
  bool all_versions = false;  // a result for each article, not for each version
  std::uint64_t offset = 0;   // of the first result among all
  std::vector<Facet> facets;
  std::vector<Nearby> nearby;
  std::optional<std::string> spelling;

  // On all pages together.
  std::uint64_t result_count() const { return all_versions ? total.articles : total.versions; }
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_ANSWER_H_
