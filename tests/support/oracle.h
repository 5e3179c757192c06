// Counts words and phrases in articles by looking at every word: slow, short and obviously right.
// What the index says is compared with it, on generated texts and on folders of real ones.
//
// It shares with Postil only what defines the answer: fold(), parting() and the stemmers. Words are
// found by ICU alone, phrases by trying every place.

#ifndef POSTIL_TESTS_SUPPORT_ORACLE_H_
#define POSTIL_TESTS_SUPPORT_ORACLE_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
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

// A phrase of patterns, in order, with at most `slop` other words between them in all; or one word
// in any form.
struct NearOperand {
  Words words;
  std::size_t slop = 0;
  bool any_form = false;
};

class Oracle {
 public:
  void add(const index::Article& article);

  // Words side by side, in order, with at most `slop` others between them in all.
  Counts phrase(const Words& phrase, std::size_t slop = 0) const;

  // The same of patterns, in which * is any number of characters and ? is one.
  Counts patterns(const Words& patterns, std::size_t slop = 0) const;

  // Operands in any order, without overlap, with at most `distance` words between one and the next
  // in all. Leaves occurrences at 0.
  Counts near(const std::vector<NearOperand>& operands, std::size_t distance) const;

  // Articles whose own text holds `word`, and one of whose comments holds `in_comment` (or none of
  // whose comments does), with these comments. Leaves occurrences at 0.
  Counts join(const std::string& word, const std::string& in_comment, bool none) const;

  // Any word with the same stem, in the language of its record, as `word` has in any language.
  Counts stem(const std::string& word) const;

  // `length` neighbouring words from some paragraph.
  Words random_phrase(Random& random, std::size_t length) const;

  // Some word of ASCII letters with one or several of them replaced by * or ?.
  std::string random_pattern(Random& random) const;

  // The counts of many exact phrases in one pass over all texts.
  std::vector<Counts> phrases(const std::vector<Words>& phrases) const;

  std::size_t record_count() const { return records_.size(); }

 private:
  struct Record {
    std::size_t article = 0;
    bool comment = false;
    std::string language;
    std::vector<Words> stretches;                   // title, standfirst, paragraphs
    std::vector<std::vector<std::size_t>> numbers;  // the same, each word by its number
  };
  using Accepted = std::vector<bool>;  // by the number of a word

  void add(Record record);
  std::vector<Accepted> accepted_by(const Words& patterns) const;
  std::vector<Accepted> accepted_by(const NearOperand& operand, const std::string& language) const;
  std::set<std::string, std::less<>> stems_of(const std::string& word) const;  // in any language

  // Sums what `count` finds in each record.
  template <class Count>
  Counts sum(Count&& count) const;

  std::size_t articles_ = 0;
  std::vector<Record> records_;
  std::vector<std::string> vocabulary_;
  std::unordered_map<std::string, std::size_t> numbers_;  // of the words in vocabulary_
  mutable std::map<std::string, text::Stemmer> stemmers_;
};

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_ORACLE_H_
