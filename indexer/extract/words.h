// The words of a short block of a page, folded for comparison with cues and with their places in
// the text as written. Simpler and more generous than the analyser's words: apostrophes and hyphens
// separate ("l'auteur" is two words), as cues are cut the same way and never shown.

#ifndef POSTIL_INDEXER_EXTRACT_WORDS_H_
#define POSTIL_INDEXER_EXTRACT_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace postil::index {

struct PageWord {
  std::string folded;
  std::uint32_t begin = 0;  // bytes of the text: [begin, end)
  std::uint32_t end = 0;
  bool is_number = false;  // ASCII digits only
  bool is_upper = false;   // starts with a capital as written
};

// The words of `text`. Linear; meant for texts of at most some kilobytes.
std::vector<PageWord> page_words(std::string_view text);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_WORDS_H_
