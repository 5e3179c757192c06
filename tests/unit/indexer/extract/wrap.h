// Helpers of the extraction tests: text broken at a width as mail programs do it.

#ifndef POSTIL_TESTS_UNIT_INDEXER_EXTRACT_WRAP_H_
#define POSTIL_TESTS_UNIT_INDEXER_EXTRACT_WRAP_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/utf8.h"

namespace postil::index {

// The words of `paragraph` in lines of at most `width` code points, the first one indented.
inline std::string wrap(std::string_view paragraph, std::size_t width, std::size_t indent = 0) {
  std::string out(indent, ' ');
  std::size_t column = indent;
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t end = std::min(paragraph.find(' ', at), paragraph.size());
    const std::string_view word = paragraph.substr(at, end - at);
    const std::size_t length = text::count_code_points(word);
    if (column > indent && column + 1 + length > width) {
      out += '\n';
      column = 0;
      indent = 0;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += length;
    at = end + 1;
  }
  return out;
}

// Three paragraphs of an essay that has no page around it.
inline const std::vector<std::string>& essay() {
  static const std::vector<std::string> kParagraphs = {
      "The envoy arrived a day late and without his luggage, which had gone on to another city "
      "by a train that nobody had thought to stop. He was received all the same, because the hosts "
      "had prepared a dinner and did not wish to see it grow cold on the long table.",
      "What was said at that dinner is known from three letters, and the three do not agree. One "
      "of the guests remembered a toast to the harvest. Another remembered a toast to the two "
      "armies, and the third wrote only that the windows were open and that it rained.",
      "It is tempting to make a rule of this. Where witnesses agree they have talked to each "
      "other; "
      "where they differ somebody was listening. But the historian who wants rules should keep "
      "away from dinners, at which people eat, drink and look at the door."};
  return kParagraphs;
}

}  // namespace postil::index

#endif  // POSTIL_TESTS_UNIT_INDEXER_EXTRACT_WRAP_H_
