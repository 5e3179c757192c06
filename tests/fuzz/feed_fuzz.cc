// Any bytes through the feed reader: no crash, and what comes out is valid UTF-8.
#include "indexer/readers/feeds/feed.h"
#include "tests/fuzz/reader_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  postil::index::fuzz_reader(postil::index::kFeedReader, data, size);
  return 0;
}
