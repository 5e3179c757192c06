// Turns records, which list the terms of a document, into runs, which list the documents of a term:
// flat arrays of (term, document, payload) up to a limit of memory, put in order by counting.
// One for each thread that writes.

#ifndef POSTIL_INDEXER_STORE_GLASS_INVERTER_H_
#define POSTIL_INDEXER_STORE_GLASS_INVERTER_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schema/fields.h"
#include "indexer/store/analysed_record.h"
#include "indexer/store/glass/document_notes.h"
#include "indexer/store/glass/run.h"
#include "indexer/store/glass/term_dictionary.h"

namespace postil::index::glass {

// What a database keeps of a slot as a whole.
struct ValueStatistics {
  std::uint32_t count = 0;
  std::string lowest;
  std::string highest;

  void add(std::string_view value);
};
using SlotStatistics = std::map<schema::Slot, ValueStatistics>;

class Inverter {
 public:
  // Runs are files whose names begin with `name`. `memory`: about how many bytes it may take.
  Inverter(std::string name, std::size_t memory);

  // Take a document's terms, or its values (by ascending slot); its ordinal is how many were taken
  // before, of either. May write a run.
  Status add_terms(const AnalysedRecord& record);
  Status add_values(const std::vector<NotedValue>& values);
  Status add_metadata(std::string_view key, std::string_view value);

  // Writes what is left; then nothing is added any more.
  Status finish();

  std::uint32_t documents() const { return documents_; }
  const SlotStatistics& slots() const { return slots_; }

  // Of finished runs.
  const std::vector<std::string>& postings() const { return postings_; }
  const std::vector<std::string>& positions() const { return positions_; }

 private:
  struct Posting {
    std::uint32_t key = 0;
    std::uint32_t ordinal = 0;
    std::uint32_t payload = 0;  // place in payloads_
  };

  // A posting in the order of keys, which need not be told any more.
  struct Placed {
    std::uint32_t ordinal = 0;
    std::uint32_t payload = 0;
  };

  // Of a key's postings.
  struct Totals {
    std::uint32_t postings = 0;
    std::uint32_t with_positions = 0;
  };

  void number_keys(const AnalysedRecord& record);
  Totals& begin_posting(std::uint32_t key, std::uint32_t ordinal);
  void add_term(std::uint32_t term, std::uint32_t wdf, const std::uint32_t* positions,
                std::uint32_t position_count);
  bool is_full() const;
  Status write_runs();
  void place(const std::vector<std::uint32_t>& sorted);
  void write_posting(const Placed& posting, bool is_term, RunWriter& postings,
                     RunWriter& positions);

  const std::string name_;
  const std::size_t memory_;
  std::uint32_t documents_ = 0;
  SlotStatistics slots_;
  TermDictionary dictionary_;
  std::vector<Totals> totals_;       // by key
  std::vector<std::uint32_t> keys_;  // of the terms of the record in hand
  std::vector<Posting> entries_;
  std::vector<Placed> placed_;  // while runs are written; a member to keep its memory

  // Metadata and values: put_string. Terms: put_number(wdf), put_string(position_list), which is
  // empty for a term without positions.
  std::string payloads_;
  std::string tag_;
  std::vector<std::string> postings_;
  std::vector<std::string> positions_;
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_INVERTER_H_
