// Turns a question's tree and its filters into Xapian queries: one that ranks and one that only
// selects. Both select exactly the same records.

#ifndef POSTIL_QUERY_SEARCH_COMPILE_H_
#define POSTIL_QUERY_SEARCH_COMPILE_H_

#include <xapian.h>

#include <cstdint>
#include <optional>

#include "core/base/result.h"
#include "query/parse/ast.h"
#include "query/search/join.h"
#include "query/search/leaf.h"
#include "query/search/request.h"
#include "query/search/vocabulary.h"

namespace postil::query {

enum class Purpose : std::uint8_t {
  kSelect,         // which records match: no weights
  kRank,           // how well: titles count more
  kRankSentences,  // the same for a question of which any word may match: function words count less
};

class Compiler {
 public:
  Compiler(const Xapian::Database& database, Vocabulary& vocabulary)
      : database_(database), vocabulary_(vocabulary), joiner_(database, *this) {}
  Compiler(const Compiler&) = delete;
  Compiler& operator=(const Compiler&) = delete;

  Result<Xapian::Query> compile(const Node& node, Purpose purpose);

  // The filters as one query without weights; MatchAll if there are none. The filter on `without`,
  // if given, is left out: that is how a selected facet keeps its siblings' counts.
  Xapian::Query compile(const Filters& filters,
                        std::optional<schema::FieldId> without = std::nullopt) const;

 private:
  Result<Xapian::Query> compile_leaf(const Leaf& leaf, Purpose purpose);
  Result<Xapian::Query> compile_near(const NearNode& near, Purpose purpose);
  Xapian::Query value_query(schema::FieldId id, const std::string& value) const;
  Xapian::Query any_value(schema::FieldId field, const std::vector<std::string>& values) const;

  template <class Alternative>
  Result<Xapian::Query> visit(const Alternative& node, Purpose purpose);
  Result<Xapian::Query> combine(Xapian::Query::op op, const std::vector<Node>& nodes,
                                Purpose purpose);

  const Xapian::Database& database_;
  Vocabulary& vocabulary_;
  Joiner joiner_;
};

// Records whose published date lies wholly within the range.
Xapian::Query date_query(const DateNode& date);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_COMPILE_H_
