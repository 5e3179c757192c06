// Any bytes through the reader of mailboxes: no crash, and what comes out is valid UTF-8.
#include "indexer/readers/mail/mail.h"
#include "tests/fuzz/reader_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  postil::index::fuzz_reader(postil::index::kMailboxReader, data, size);
  return 0;
}
