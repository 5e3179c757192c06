// Any bytes through the reader of PDF: no crash, and what comes out is valid UTF-8.
#include "indexer/readers/documents/pdf.h"
#include "tests/fuzz/reader_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
#ifdef POSTIL_WITH_PDF
  postil::index::fuzz_reader(postil::index::kPdfReader, data, size);
#else
  static_cast<void>(data);
  static_cast<void>(size);
#endif
  return 0;
}
