// Gathers the terms of one record with their occurrences and lays them out as an AnalysedRecord has
// them. The record maker says what stands where; this knows how terms are spelled (core/schema) and
// how they are counted.

#ifndef POSTIL_INDEXER_STORE_TERM_COLLECTOR_H_
#define POSTIL_INDEXER_STORE_TERM_COLLECTOR_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/fields.h"
#include "core/text/stem.h"
#include "indexer/store/analysed_record.h"
#include "indexer/store/string_table.h"

namespace postil::index {

// Not thread-safe; one per thread, used for one record after another, for it remembers words and
// how their terms are spelled. Of a word that it knows each occurrence costs one hash and one look.
class TermCollector {
 public:
  // A word of running text: its exact term at `position` and its stem without. `stemmer` must
  // outlive the collector. `hash`: StringTable::hash_of() the word.
  void add_word(std::string_view word, std::uint32_t hash, std::uint32_t position,
                text::Stemmer& stemmer);

  // A word of running text with this hash will soon be added.
  void prefetch_word(std::uint32_t hash) const { text_.words.prefetch(hash); }

  // The same word once more, under the prefix of another field.
  void add_word_of(const schema::Field& field, std::string_view word, std::uint32_t position,
                   text::Stemmer& stemmer);

  // A word of a name: its exact term alone.
  void add_name_word(const schema::Field& field, std::string_view word, std::uint32_t position);

  // A whole term with wdf 0. Its prefix is none of those of words.
  void add_boolean(std::string_view term);

  // Moves what was gathered into `record` and is empty again.
  void finish(AnalysedRecord& record);

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;

  // What is remembered of a word in a field.
  struct KnownWord {
    std::uint32_t exact = 0;  // number in terms_
    std::uint32_t stem = kNone;
    const text::Stemmer* stemmer = nullptr;  // that the stem is of
    std::uint32_t record = 0;                // that it was met in last
    std::uint32_t place = 0;                 // there, in used_words_
  };
  struct KnownTerm {
    std::uint64_t first_bytes = 0;
    std::uint32_t record = 0;  // that it was met in last
    std::uint32_t place = 0;   // there, in used_terms_
  };
  struct Vocabulary {
    StringTable words;
    std::vector<KnownWord> known;  // by number in words
  };

  // Of the record in hand.
  struct UsedWord {
    std::uint32_t exact = 0;  // number in terms_; behind the record's end place in used_terms_
    std::uint32_t stem = kNone;
    std::uint32_t count = 0;
  };
  struct Occurrence {
    std::uint32_t word = 0;  // place in used_words_
    std::uint32_t position = 0;
  };
  struct UsedTerm {
    std::uint32_t number = 0;  // in terms_, or in booleans_ for those behind all others
    std::uint32_t wdf = 0;
    std::uint32_t positions = 0;  // how many; then where the next one goes
  };
  struct Ordered {
    std::uint64_t first_bytes = 0;
    std::uint32_t place = 0;  // in used_terms_
  };

  KnownWord& find_word(Vocabulary& vocabulary, const schema::Field& field, std::string_view key,
                       std::uint32_t hash, std::string_view word);
  void add_stemmed(KnownWord& known, const schema::Field& field, std::string_view word,
                   std::uint32_t position, text::Stemmer& stemmer);
  std::string_view key_of(const schema::Field& field, std::string_view word);
  std::uint32_t add_term(std::string_view term);
  UsedTerm& use(std::uint32_t term);
  void use_words();
  void order_terms();
  void place_terms(AnalysedRecord& record);
  void forget_if_much();

  Vocabulary text_;    // words of running text
  Vocabulary fields_;  // one byte for the field, then the word
  StringTable terms_;
  std::vector<KnownTerm> known_terms_;  // by number in terms_
  std::uint32_t record_ = 1;

  StringTable booleans_;
  std::vector<UsedWord> used_words_;
  std::vector<Occurrence> occurrences_;  // in the order of adding
  std::vector<UsedTerm> used_terms_;
  std::vector<Ordered> order_;
  std::size_t from_words_ = 0;  // terms of words, the first in used_terms_
  std::string key_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_TERM_COLLECTOR_H_
