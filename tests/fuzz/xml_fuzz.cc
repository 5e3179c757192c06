// Any bytes through the XML reader: no crash, elements that close in order, text that is valid
// UTF-8.
#include "indexer/readers/xml/xml_reader.h"

#include "tests/fuzz/reader_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using postil::index::require;
  using postil::index::XmlReader;
  postil::index::Source source =
      postil::index::Source::of_memory("fuzz", std::string(postil::test::input(data, size)));
  XmlReader reader(source);
  std::size_t depth = 0;
  for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
    if (event == XmlReader::Event::kStart) ++depth;
    if (event == XmlReader::Event::kEnd) --depth;
    require(reader.depth() == depth && depth <= XmlReader::kDeepest);
    if (event == XmlReader::Event::kText) {
      require(depth > 0 && !reader.text().empty());
      require(postil::text::is_valid_utf8(reader.text()));
    } else {
      require(!reader.local().empty());
    }
  }
  require(depth == 0);
  return 0;
}
