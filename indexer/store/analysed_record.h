// A record as the database will hold it, before any database is involved: flat arrays that a writer
// can hand to Xapian's API or, many records at once, sort into tables of its own. Made by the
// record maker from an Article, consumed by a Writer.

#ifndef POSTIL_INDEXER_STORE_ANALYSED_RECORD_H_
#define POSTIL_INDEXER_STORE_ANALYSED_RECORD_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/fields.h"
#include "indexer/copies/signature.h"

namespace postil::index {

struct AnalysedTerm {
  std::uint32_t text_at = 0;  // bytes of AnalysedRecord::term_bytes
  std::uint32_t text_size = 0;
  std::uint32_t wdf = 0;             // occurrences; 0 for boolean terms
  std::uint32_t position_at = 0;     // elements of AnalysedRecord::positions
  std::uint32_t position_count = 0;  // 0 for stems, values and boolean terms
  std::uint32_t hash = 0;            // StringTable::hash_of() the text
};

struct AnalysedValue {
  schema::Slot slot = 0;
  std::string bytes;  // not empty
};

struct AnalysedRecord {
  std::string id_term;  // unique in the database; also one of the terms
  std::string term_bytes;
  std::vector<AnalysedTerm> terms;       // distinct, bytewise ascending
  std::vector<std::uint32_t> positions;  // of each term ascending and distinct
  std::vector<AnalysedValue> values;     // by ascending slot
  std::string data;                      // schema::encode()
  Pairs pairs;                           // of its text; empty if it has no signature

  std::string_view text(const AnalysedTerm& term) const {
    return std::string_view(term_bytes).substr(term.text_at, term.text_size);
  }

  // About how much memory the record takes.
  std::size_t bytes() const {
    return sizeof *this + term_bytes.size() + terms.size() * sizeof(AnalysedTerm) +
           (positions.size() + pairs.size()) * sizeof(std::uint32_t) + data.size() +
           64 * values.size();
  }
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_ANALYSED_RECORD_H_
