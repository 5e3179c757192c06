#include "indexer/readers/xml/xml_report.h"

#include <fmt/format.h>

namespace postil::index {

void report_xml(const XmlReader& reader, const Source& source, RawArticleSink& sink) {
  reader.stream().report(sink);
  if (reader.faults() > 0) {
    const std::string more =
        reader.faults() > 1 ? fmt::format(" ({} faults in all)", reader.faults()) : "";
    sink.finding(Severity::kWarning, "not-well-formed",
                 fmt::format("It is not well-formed XML and was read as far as it goes; {}{}",
                             reader.first_fault(), more));
  }
  if (reader.error()) {
    sink.finding(Severity::kCut, source.has_changed() ? "changed" : "unreadable",
                 fmt::format("Read up to line {}: {}", reader.line(), reader.error()->message));
  }
  if (reader.is_cut()) {
    sink.finding(Severity::kCut, "too-large", "A text in it is longer than 16 MB: cut there");
  }
}

}  // namespace postil::index
