// Fills the postlist table, which holds everything that is found by a key: the user's metadata,
// statistics and columns of values, the lengths of documents, and the postings of terms. Fed by the
// merge of runs (run.h), whose order of keys is its own.

#ifndef POSTIL_INDEXER_STORE_GLASS_POSTLIST_TABLE_H_
#define POSTIL_INDEXER_STORE_GLASS_POSTLIST_TABLE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "indexer/store/glass/inverter.h"
#include "indexer/store/glass/run.h"
#include "indexer/store/glass/table_writer.h"

namespace postil::index::glass {

class PostlistTable {
 public:
  explicit PostlistTable(const std::string& path) : table_(path, 0, false) {}

  // Writes all that the runs hold; `slots` are the statistics of their values.
  Status fill(RunMerger& runs, const SlotStatistics& slots);

  Result<std::string> finish() { return table_.finish(); }

 private:
  void add_statistics(const SlotStatistics& slots);
  void add_values(RunMerger& runs);
  void add_postings(RunMerger& runs);
  void add_chunk(std::string_view term, bool is_first, bool is_last);

  TableWriter table_;
  std::string key_;
  std::string tag_;

  // The chunk of a list of postings that is being filled.
  std::string head_;   // of the whole list: only in its first chunk
  std::string chunk_;  // behind its own head
  std::uint32_t first_document_ = 0;
  std::uint32_t last_document_ = 0;
};

// Fills the position table: a list of positions for each term in each document.
Status fill_positions(RunMerger& runs, TableWriter& table);

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_POSTLIST_TABLE_H_
