// Articles like a given one: turns a text into the question that finds texts of the same matter.
// Its answer is an ordinary list of results, the most alike first.

#ifndef POSTIL_QUERY_SEARCH_SIMILAR_ARTICLES_H_
#define POSTIL_QUERY_SEARCH_SIMILAR_ARTICLES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "query/parse/ast.h"

namespace postil::query {

struct State;

inline constexpr std::size_t kCharacteristicWords = 40;

// What is asked to find articles like a record.
struct LikeQuestion {
  std::optional<Node> tree;  // none if nothing tells the record from others
  std::string article_id;    // to be left out with its comments (Filters::not_articles)
};

// Any of the kCharacteristicWords words, in any form, that tell `text` (valid UTF-8) most from the
// database: those with the highest tf * ln(N / df), where tf is how often the text has the word in
// any form, df how many of the N records have it. (K. Sparck Jones, "A Statistical Interpretation
// of Term Specificity and Its Application in Retrieval", Journal of Documentation 28(1), 1972,
// pages 11-21. The log-likelihood, which tells that a word is more frequent, not that it is
// telling, brings "had" and "we" among them.) Words that no record holds are no help and left out,
// as are those that more than one of ten hold, if these are more than ten; if nothing remains,
// none. Throws what Xapian throws.
std::optional<Node> characteristic_words(const State& state, std::string_view text);

// The same of an article or a comment (naming.h): its title, standfirst and paragraphs. A name that
// no record has is an Error of kind kInput.
Result<LikeQuestion> like_record(const State& state, std::string_view name);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_SIMILAR_ARTICLES_H_
