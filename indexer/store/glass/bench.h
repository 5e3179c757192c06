// What one thread of a build works with: the postings of its documents on their way into runs, and
// everything else of them in a spool.

#ifndef POSTIL_INDEXER_STORE_GLASS_BENCH_H_
#define POSTIL_INDEXER_STORE_GLASS_BENCH_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "indexer/store/analysed_record.h"
#include "indexer/store/glass/document_spool.h"
#include "indexer/store/glass/inverter.h"

namespace postil::index::glass {

struct Bench {
  // Files whose names begin with `name` are made; `memory` as for Inverter.
  Bench(const std::string& name, std::size_t memory)
      : inverter(name, memory), spool(name + ".documents") {}

  // `file`: file_key() of the file that the record comes from.
  Status add(const AnalysedRecord& record, std::string_view file) {
    spool.add(record, file);
    if (Status status = spool.status(); !status) return status;
    return inverter.add_terms(record);
  }

  // Nothing is added any more.
  Status finish() {
    if (Status status = spool.finish(); !status) return status;
    return inverter.finish();
  }

  // A batch's documents have the ordinals from `begin` on.
  struct Share {
    std::uint64_t batch = 0;
    std::uint32_t begin = 0;
  };

  Inverter inverter;
  DocumentSpool spool;
  std::vector<Share> shares;             // by rising batch
  std::vector<std::uint32_t> documents;  // by ordinal; filled when all is known (documents.h)
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_BENCH_H_
