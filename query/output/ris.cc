// RIS: lines of a tag and a value, which every reference manager reads.
#include <fmt/format.h>

#include "core/text/utf8.h"
#include "query/output/citation.h"
#include "query/output/formats.h"

namespace postil::query {
namespace {

std::string_view type_of(CitedKind kind) {
  switch (kind) {
    case CitedKind::kArticle:
      return "NEWS";
    case CitedKind::kPage:
    case CitedKind::kComment:
      return "ELEC";
    case CitedKind::kDocument:
      break;
  }
  return "GEN";
}

// A value is one line.
void add(std::string_view tag, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out.append(tag).append("  - ");
  for (std::size_t at = 0; at < value.size();) {
    const char32_t c = text::next_code_point(value, at);
    const bool is_control = c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
    text::append_code_point(is_control ? U' ' : c, out);
  }
  out += "\r\n";
}

std::string name_of(const CitedName& name) {
  if (!name.literal.empty()) return name.literal;
  std::string text = fmt::format("{}, {}", name.family, name.given);
  return name.suffix.empty() ? text : fmt::format("{}, {}", text, name.suffix);
}

// What is not known of it stays empty between its slashes.
std::string date_of(const PartialDate& date) {
  const std::string month = date.month == 0 ? "" : fmt::format("{:02}", date.month);
  const std::string day = date.day == 0 ? "" : fmt::format("{:02}", date.day);
  return fmt::format("{:04}/{}/{}/", date.year, month, day);
}

void write(const Citation& citation, std::string& out) {
  add("TY", type_of(citation.kind), out);
  add("ID", citation.key, out);
  for (const CitedName& author : citation.authors) add("AU", name_of(author), out);
  add("TI", citation.title, out);
  add("T2", citation.outlet, out);
  if (citation.published) {
    add("PY", fmt::format("{:04}", citation.published->year), out);
    add("DA", date_of(*citation.published), out);
  }
  if (citation.captured) add("Y2", date_of(*citation.captured), out);
  add("UR", citation.url, out);
  add("LA", citation.language, out);
  for (const std::string& tag : citation.tags) add("KW", tag, out);
  add("N1", citation.note, out);
  add("N1", citation.quote, out);
  out += "ER  - \r\n\r\n";
}

}  // namespace

void print_ris(const Answer& answer, const OutputOptions& /*options*/, std::string& out) {
  for (const Citation& citation : citations_of(answer)) write(citation, out);
}

void read_ris(const Reading& reading, const OutputOptions& /*options*/, std::string& out) {
  write(citation_of(reading), out);
}

}  // namespace postil::query
