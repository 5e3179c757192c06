#include "query/output/csv.h"

#include <fmt/format.h>

#include <cmath>

#include "core/text/utf8.h"

namespace postil::query {
namespace {

// OWASP's list for CSV injection, and the full-width forms that East Asian spreadsheets also take.
bool starts_formula(char32_t c) {
  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == '\n' ||
         c == U'＝' || c == U'＋' || c == U'－' || c == U'＠';
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F);
}

}  // namespace

void CsvWriter::comma() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = true;
}

void CsvWriter::text(std::string_view text) {
  comma();
  std::string safe;
  bool quote = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool is_first = at == 0;
    const char32_t c = text::next_code_point(text, at);  // U+FFFD for what is ill-formed
    if (is_first && starts_formula(c)) safe += '\'';
    quote = quote || c == '"' || c == ',' || c == '\n' || c == '\r';
    if (c == '"') safe += '"';
    text::append_code_point(is_control(c) ? U'\uFFFD' : c, safe);
  }
  if (quote) out_ += '"';
  out_ += safe;
  if (quote) out_ += '"';
}

void CsvWriter::number(std::uint64_t value) {
  comma();
  fmt::format_to(std::back_inserter(out_), "{}", value);
}

void CsvWriter::number(double value) {
  comma();
  if (std::isfinite(value)) fmt::format_to(std::back_inserter(out_), "{}", value);
}

void CsvWriter::end_record() {
  out_ += "\r\n";
  needs_comma_ = false;
}

}  // namespace postil::query
