// Joins: questions that bring together words of an article and words of its comments, as in
// `talks comment:fantasy`. What NOT, AND and OR otherwise ask of one record is here asked of an
// article with all its comments.
//
//   - Words outside comment: hold for the article's own text.
//   - comment:… and commenter:… side by side hold for one and the same of its comments, and so do
//     those behind NOT beside them.
//   - NOT before comment:… alone leaves out the articles that have such a comment.
//
// What matches is each such article and those of its comments that comment: speaks of. `kind:`
// beside all this chooses among these.

#ifndef POSTIL_QUERY_SEARCH_JOIN_H_
#define POSTIL_QUERY_SEARCH_JOIN_H_

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "query/parse/ast.h"

namespace postil::query {

class Compiler;
enum class Purpose : std::uint8_t;

// Whether the parts of `node` are words of an article and words of its comments.
bool is_join(const AndNode& node);

// Articles by their keys (schema::article_key as numbers), ascending.
using ArticleKeys = std::vector<std::uint64_t>;

// Compiles joins on one state of a database, which must outlive it. The articles of a join are
// found while it is compiled, and kept for when it is compiled again.
class Joiner {
 public:
  Joiner(const Xapian::Database& database, Compiler& compiler)
      : database_(database), compiler_(compiler) {}

  // Local databases only (article_source.h).
  Result<Xapian::Query> compile(const AndNode& join, Purpose purpose);

 private:
  struct Parts;

  Result<ArticleKeys> articles(const Node& node);
  Result<ArticleKeys> articles_of(const Parts& parts);
  Result<ArticleKeys> articles_with_comment(const std::vector<const Node*>& nodes);
  Result<ArticleKeys> articles_with_text(const std::vector<const Node*>& nodes);
  Result<ArticleKeys> any_article(const std::vector<Node>& nodes);
  ArticleKeys all_articles() const;
  ArticleKeys keys_of(const Xapian::Query& query) const;

  Result<Xapian::Query> all_of(const std::vector<const Node*>& nodes, Purpose purpose);
  Status add_comments(const Node& node, Purpose purpose, std::vector<Xapian::Query>& comments);
  Status add_comments(const Parts& parts, Purpose purpose, std::vector<Xapian::Query>& comments);
  Status add_texts(const Node& node, std::vector<Xapian::Query>& texts);
  Result<Xapian::Query> article_query(const Parts& parts, Purpose purpose);

  const Xapian::Database& database_;
  Compiler& compiler_;
  std::map<std::string, std::shared_ptr<const ArticleKeys>> known_;  // by the join, written out
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_JOIN_H_
