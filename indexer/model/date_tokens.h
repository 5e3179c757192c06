// A line of text cut into numbers, words and marks, as date_text.cc reads it.

#ifndef POSTIL_INDEXER_MODEL_DATE_TOKENS_H_
#define POSTIL_INDEXER_MODEL_DATE_TOKENS_H_

#include <string_view>
#include <vector>

namespace postil::index {

struct DateToken {
  enum class Kind : char { kNumber, kWord, kMark };
  Kind kind = Kind::kMark;
  bool joined = false;  // to what stands before it, without white space
  char mark = 0;        // ASCII; dashes of all kinds are '-'
  int digits = 0;
  int value = 0;          // of numbers of at most 9 digits
  std::string_view text;  // as it stands
};

// `text` is valid UTF-8 and must outlive the tokens. White space of all kinds divides and is
// dropped.
std::vector<DateToken> cut_into_tokens(std::string_view text);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_MODEL_DATE_TOKENS_H_
