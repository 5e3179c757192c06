// All words of one text with their hashes, read before the first is used: what is known of a word
// lies anywhere in memory, and who knows the next ones can ask for it before its turn. Between the
// analyser and the record maker.

#ifndef POSTIL_INDEXER_STORE_HASHED_WORDS_H_
#define POSTIL_INDEXER_STORE_HASHED_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/analyser.h"
#include "indexer/store/string_table.h"

namespace postil::index {

// Keeps its memory from one text to the next, but for that of a huge one.
class HashedWords {
 public:
  void read(text::Analyser& analyser, std::string_view text) {
    clear();
    text::WordStream stream(analyser, text);
    for (text::Word word; stream.next(word);) {
      words_.push_back({terms_.size(), word.term.size(), StringTable::hash_of(word.term)});
      terms_.append(word.term);
    }
  }

  std::size_t size() const { return words_.size(); }

  // Folded; valid until the next read().
  std::string_view operator[](std::size_t i) const {
    return std::string_view(terms_).substr(words_[i].at, words_[i].size);
  }

  // Bytes that are held.
  std::size_t memory() const { return terms_.capacity() + words_.capacity() * sizeof(Place); }

  // StringTable::hash_of() the word.
  std::uint32_t hash(std::size_t i) const { return words_[i].hash; }

 private:
  static constexpr std::size_t kMostKept = 2UL * 1024 * 1024;  // bytes

  void clear() {
    if (memory() > kMostKept) {
      std::string().swap(terms_);
      std::vector<Place>().swap(words_);
    }
    terms_.clear();
    words_.clear();
  }

  struct Place {
    std::size_t at = 0;
    std::size_t size = 0;
    std::uint32_t hash = 0;
  };

  std::string terms_;  // one behind the other
  std::vector<Place> words_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_HASHED_WORDS_H_
