#include "query/parse/plain.h"

#include <unicode/uchar.h>

#include <utility>
#include <vector>

#include "core/text/utf8.h"
#include "query/parse/combine.h"
#include "query/parse/parser.h"

namespace postil::query {

Node any_of_the_words(std::string_view text, text::Analyser& analyser) {
  std::vector<Node> words;
  text::WordStream stream(analyser, text);
  for (text::Word word; words.size() < kMaxTerms && stream.next(word);) {
    words.push_back({WordNode{schema::FieldId::kText, {std::string(word.term), Match::kStem, 0}}});
  }
  if (words.empty()) return Node{AllNode{}};
  return any_of(std::move(words));
}

bool is_all_capitals(std::string_view text) {
  constexpr int kManyWords = 8;
  int words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(text::next_code_point(text, at));
    if (u_islower(c) != 0) return false;
    const bool capital = u_isupper(c) != 0;
    words += capital && !inside;
    inside = capital;
  }
  return words >= kManyWords;
}

}  // namespace postil::query
