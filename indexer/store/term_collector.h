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

// Not thread-safe; one per thread, used for one record after another.
class TermCollector {
 public:
  // A word of running text: its exact term at `position` and its stem without.
  void add_word(const schema::Field& field, std::string_view word, std::uint32_t position,
                text::Stemmer& stemmer);

  // A word of a name: its exact term alone.
  void add_name_word(const schema::Field& field, std::string_view word, std::uint32_t position);

  // A whole term with wdf 0.
  void add_boolean(std::string_view term);

  // Moves what was gathered into `record` and is empty again.
  void finish(AnalysedRecord& record);

 private:
  struct WordTerms {
    std::uint32_t exact = 0;
    std::uint32_t stem = kNone;
  };
  struct Occurrence {
    std::uint32_t term = 0;
    std::uint32_t position = 0;
  };
  struct Ordered {
    std::uint64_t first = 0;  // bytes of the term
    std::uint32_t number = 0;
  };
  static constexpr std::uint32_t kNone = 0xffffffff;

  WordTerms& find_word(const schema::Field& field, std::string_view word);
  std::uint32_t add_term(std::string_view term);
  void place_terms(AnalysedRecord& record, std::vector<std::uint32_t>& rank);

  StringTable words_;                  // one byte for the field, then the word
  std::vector<WordTerms> word_terms_;  // by number in words_
  StringTable terms_;
  std::vector<std::uint32_t> wdf_;       // by number in terms_
  std::vector<Occurrence> occurrences_;  // in the order of adding
  std::string key_;
  std::vector<Ordered> order_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_TERM_COLLECTOR_H_
