// Fills the postlist table, which holds everything that is found by a key: the user's metadata,
// statistics and columns of values, the lengths of documents, and the postings of terms. Fed by the
// merge of runs (run.h), whose order of keys is its own.

#ifndef POSTIL_INDEXER_STORE_GLASS_POSTLIST_TABLE_H_
#define POSTIL_INDEXER_STORE_GLASS_POSTLIST_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "indexer/store/glass/inverter.h"
#include "indexer/store/glass/run.h"
#include "indexer/store/glass/table_writer.h"
#include "indexer/store/glass/version_file.h"

namespace postil::index::glass {

class PostlistTable {
 public:
  explicit PostlistTable(const std::string& path) : table_(path, 0, false) {}

  // In two steps, since most of the table is known long before the values are. First all metadata
  // and postings that the runs hold …
  Status add_postings(RunMerger& runs);

  // … then all values; `slots` are their statistics.
  Status add_values(RunMerger& runs, const SlotStatistics& slots);

  // Of what was written.
  const Statistics& statistics() const { return statistics_; }

  Result<std::string> finish() { return table_.finish(); }

 private:
  void add_statistics(const SlotStatistics& slots);
  void add_slot(RunMerger& runs);
  void add_term(RunMerger& runs);
  void add_posting(RunMerger& runs);
  void write_chunks(std::string_view term);

  // A chunk of a list of postings; all are kept until the list's end, for the first tells how many
  // documents are in all.
  struct Chunk {
    std::size_t end = 0;  // in chunk_bytes_
    std::uint32_t first_document = 0;
    std::uint32_t last_document = 0;
  };

  TableWriter table_;
  Statistics statistics_;
  std::string key_;
  std::string tag_;
  std::vector<Chunk> chunks_;
  std::string chunk_bytes_;  // of each chunk what follows its head
  std::uint32_t documents_ = 0;
  std::uint64_t occurrences_ = 0;
};

// Fills the position table: a list of positions for each term in each document.
Status fill_positions(RunMerger& runs, TableWriter& table);

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_POSTLIST_TABLE_H_
