// Counts words and phrases in articles by looking at every word: slow, short and obviously right.
// What the index says is compared with it, on generated texts and on folders of real ones.
//
// It shares with Postil only what defines the answer: fold() and the stemmers. Words are found by
// ICU alone, phrases by trying every place.

#ifndef POSTIL_TESTS_SUPPORT_ORACLE_H_
#define POSTIL_TESTS_SUPPORT_ORACLE_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/stem.h"
#include "indexer/model/article.h"
#include "tests/support/random.h"

namespace postil::test {

using Words = std::vector<std::string>;

// The folded words of any text.
Words words_of(std::string_view text);

struct Counts {
  std::uint64_t articles = 0;  // that match themselves or through a comment
  std::uint64_t article_texts = 0;
  std::uint64_t comments = 0;
  std::uint64_t occurrences = 0;

  bool operator==(const Counts&) const = default;
};

class Oracle {
 public:
  void add(const index::Article& article);

  // Words side by side, in order, with at most `slop` others between them in all.
  Counts phrase(const Words& phrase, std::size_t slop = 0) const;

  // Any word with the same stem, in the language of its record, as `word` has in any language.
  Counts stem(const std::string& word) const;

  // `length` neighbouring words from some paragraph.
  Words random_phrase(Random& random, std::size_t length) const;

  // The counts of many exact phrases in one pass over all texts.
  std::vector<Counts> phrases(const std::vector<Words>& phrases) const;

  std::size_t record_count() const { return records_.size(); }

 private:
  struct Record {
    std::size_t article = 0;
    bool comment = false;
    std::string language;
    std::vector<Words> stretches;  // title, standfirst, paragraphs
  };

  // Sums what `count` finds in each record.
  template <class Count>
  Counts sum(Count&& count) const;

  std::size_t articles_ = 0;
  std::vector<Record> records_;
  mutable std::map<std::string, text::Stemmer> stemmers_;
};

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_ORACLE_H_
