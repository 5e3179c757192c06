// The words of a short block of a page, folded for comparison with cues and with their places in
// the text as written. Simpler and more generous than the analyser's words: apostrophes and hyphens
// separate ("l'auteur" is two words), as cues are cut the same way and never shown.

#ifndef POSTIL_INDEXER_EXTRACT_WORDS_H_
#define POSTIL_INDEXER_EXTRACT_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

namespace postil::index {

struct PageWord {
  std::string_view folded;  // lives as long as the PageWords that it came with
  std::uint32_t begin = 0;  // bytes of the text: [begin, end)
  std::uint32_t end = 0;
  bool is_number = false;  // ASCII digits only
  bool is_upper = false;   // starts with a capital as written
};

// The words of one text, in their order, with the letters of their folded forms; independent of the
// text. Every block of every page is cut more than once, so that no word has memory of its own.
class PageWords {
 public:
  // Linear; meant for texts of at most some kilobytes.
  explicit PageWords(std::string_view text);
  PageWords() = default;
  PageWords(PageWords&&) = default;
  PageWords& operator=(PageWords&&) = default;
  PageWords(const PageWords&) = delete;
  PageWords& operator=(const PageWords&) = delete;
  ~PageWords() = default;

  bool empty() const { return words_.empty(); }
  std::size_t size() const { return words_.size(); }
  const PageWord& operator[](std::size_t i) const { return words_[i]; }
  const PageWord& front() const { return words_.front(); }
  auto begin() const { return words_.begin(); }
  auto end() const { return words_.end(); }

 private:
  void add(std::string_view written, std::size_t begin);
  void add_plain(std::string_view text, std::size_t begin, std::size_t end);

  std::vector<char> lowered_;  // folded words of ASCII, where they stand in the text
  std::forward_list<std::string> beyond_ascii_;  // other words, folded
  std::vector<PageWord> words_;
};

inline PageWords page_words(std::string_view text) { return PageWords(text); }

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_WORDS_H_
