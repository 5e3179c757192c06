#include "indexer/readers/xml/xml_root.h"

#include <algorithm>

#include "core/text/ascii.h"
#include "indexer/readers/xml/xml_reader.h"

namespace postil::index {

XmlRoot xml_root(std::string_view bytes) {
  constexpr std::size_t kEnough = 16UL * 1024;
  XmlRoot root;
  // Behind byte order marks and white space of any width there must be a <.
  const std::size_t first =
      bytes.find_first_not_of(std::string_view("\xEF\xBB\xBF\xFE\xFF \t\r\n\0", 10));
  if (first == std::string_view::npos || bytes[first] != '<') return root;
  Source source = Source::of_memory("", std::string(bytes.substr(0, kEnough)));
  XmlReader reader(source);
  for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
    if (event != XmlReader::Event::kStart) continue;
    root.name = text::lower(reader.local());
    root.space = reader.space();
    break;
  }
  return root;
}

}  // namespace postil::index
