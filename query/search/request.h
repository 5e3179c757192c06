// What the user asks for beside the question's words: filters, facets, order and page. Filled in by
// the program's options, read by the searcher.

#ifndef POSTIL_QUERY_SEARCH_REQUEST_H_
#define POSTIL_QUERY_SEARCH_REQUEST_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/schema/fields.h"
#include "query/parse/ast.h"

namespace postil::query {

// Values of one facet: a record passes with any of `any_of` (if there are some) and none of
// `none_of`. A value is compared folded; for a field of type kName that has no such value, as words
// of a name.
struct FacetFilter {
  schema::FieldId field = schema::FieldId::kAuthor;
  std::vector<std::string> any_of;
  std::vector<std::string> none_of;
};

struct Filters {
  std::vector<FacetFilter> facets;        // at most one for each field
  std::optional<DateNode> date;           // published in this time, if it is given
  std::vector<DateNode> not_dates;        // and in none of these
  std::vector<std::string> not_articles;  // ids of articles left out, with their comments

  bool is_empty() const {
    return facets.empty() && !date && not_dates.empty() && not_articles.empty();
  }
};

// The article that --like named: what tells it stands in the tree, and it is left out itself.
struct Like {
  std::string name;    // as given, an id or a path
  std::string beside;  // the question asked beside it, as it was read; "" if there is none
};

enum class Sort : std::uint8_t { kRelevance, kNewest, kOldest, kTitle, kLength };

struct Request {
  std::string query;  // as typed, for the answer
  Node tree;
  Filters filters;
  std::optional<Like> like;
  std::vector<schema::FieldId> facets;  // to count
  Sort sort = Sort::kRelevance;
  std::uint64_t limit = 10;
  std::uint64_t offset = 0;
  std::uint32_t passages = 3;  // at most, for an article
  std::uint32_t comments = 3;  // at most, below an article
  bool any = false;            // as the question was parsed; nearby questions are parsed alike
  bool all_versions = false;   // near-duplicates are results of their own
  bool count_only = false;     // totals, without results and facets
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_REQUEST_H_
