// Words that were broken at the end of a line, made whole again only when the page itself shows how
// they are spelled: "negotia-/tions" becomes "negotiations" if the page has that word elsewhere.

#ifndef POSTIL_INDEXER_EXTRACT_HYPHENS_H_
#define POSTIL_INDEXER_EXTRACT_HYPHENS_H_

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/extract/lines.h"

namespace postil::index {

// What the words of a page say about broken ones. Views into the page; made once per page.
class Hyphenation {
 public:
  explicit Hyphenation(const std::vector<Line>& lines);

  // Appends the next line of a paragraph to what is already joined, with a space between, or
  // without one where a word was broken.
  void join(std::string& paragraph, std::string_view line) const;

 private:
  std::unordered_set<std::string_view> words_;  // all words of pages with broken words, else none
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HYPHENS_H_
