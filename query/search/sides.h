// What the parts of a question speak of: words of articles, words of comments, or what merely
// chooses among records. Asked where a question is taken apart: for joins (join.h) and for the
// records that matches are measured against (views/collection.h).

#ifndef POSTIL_QUERY_SEARCH_SIDES_H_
#define POSTIL_QUERY_SEARCH_SIDES_H_

#include "query/parse/ast.h"

namespace postil::query {

// Of all leaves of a tree.
struct Sides {
  bool article = false;    // words of an article: no field, title:, heading: …
  bool comment = false;    // comment:
  bool commenter = false;  // commenter:, which alone makes no join
  bool kind = false;       // kind:
  bool shared = false;     // what an article and its comments share: author:, date:, * …

  bool only_comment() const { return (comment || commenter) && !article && !kind && !shared; }
  bool only_kind() const { return kind && !article && !comment && !commenter && !shared; }
  bool any_words() const { return article || comment; }
};

// The parser bounds the depth.
Sides sides_of(const Node& node);
Sides sides_of(const AndNode& node);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_SIDES_H_
