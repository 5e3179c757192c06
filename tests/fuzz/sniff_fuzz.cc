// Any bytes under several names through the choice of a reader, and then through that reader.
#include "indexer/readers/registry.h"
#include "tests/fuzz/reader_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace postil::index;
  for (const char* path : {"a", "a.md", "a.json", "a.html", "2022-04-11-a.md"}) {
    CheckingSink sink;
    Source source = Source::of_memory(path, std::string(input(data, size)));
    read_file(source, sink);
  }
  return 0;
}
