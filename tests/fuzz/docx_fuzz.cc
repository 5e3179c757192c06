// Any bytes through the reader of Word documents: no crash, and what comes out is valid UTF-8.
#include "indexer/readers/documents/docx.h"
#include "tests/fuzz/reader_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
#ifdef POSTIL_WITH_ARCHIVES
  postil::index::fuzz_reader(postil::index::kDocxReader, data, size);
#else
  static_cast<void>(data);
  static_cast<void>(size);
#endif
  return 0;
}
