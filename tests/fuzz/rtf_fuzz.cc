// Any bytes through the reader of RTF: no crash, and what comes out is valid UTF-8.
#include "indexer/readers/documents/rtf.h"
#include "tests/fuzz/reader_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  postil::index::fuzz_reader(postil::index::kRtfReader, data, size);
  return 0;
}
