// Any bytes as a metadata.csv: no crash, and every row that is kept can be found again.
#include "indexer/readers/tables/manifest.h"
#include "tests/fuzz/reader_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace postil::index;
  std::vector<Finding> findings;
  Source source = Source::of_memory("metadata.csv", std::string(input(data, size)));
  const auto manifest = Manifest::read(source, findings);
  if (!manifest) return 0;
  const std::size_t told = findings.size();
  manifest->report_unused(findings);
  require(findings.size() - told == manifest->size());
  return 0;
}
