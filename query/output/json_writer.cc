#include "query/output/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/text/utf8.h"

namespace postil::query {
namespace {

// Escaped though JSON would not ask for it: DEL, the C1 controls, line separators and hidden
// directions do on a terminal, or in a script that pastes, what nobody expects of text.
bool needs_escape(char32_t c) {
  return c < 0x20 || c == '"' || c == '\\' || (c >= 0x7F && c <= 0x9F) || c == 0x2028 ||
         c == 0x2029 || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void append_escape(char32_t c, std::string& out) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(c));
  }
}

// ASCII that stands for itself.
constexpr bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

// How many such bytes `text` begins with.
std::size_t plain_run(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_plain) -
                                  text.begin());
}

// The shortest form that reads back as the same number.
template <class Number>
void append_number(Number value, std::string& out) {
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

}  // namespace

void JsonWriter::comma() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = true;
}

void JsonWriter::open(char bracket) {
  comma();
  out_ += bracket;
  needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  comma();
  out_ += '"';
  out_ += name;
  out_ += "\":";
  needs_comma_ = false;
  return *this;
}

void JsonWriter::string(std::string_view text) {
  comma();
  out_ += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_run(text.substr(at));
    out_.append(text, at, plain);
    at += plain;
    if (at == text.size()) break;
    const char32_t c = text::next_code_point(text, at);  // U+FFFD for what is ill-formed
    if (needs_escape(c)) {
      append_escape(c, out_);
    } else {
      text::append_code_point(c, out_);
    }
  }
  out_ += '"';
}

void JsonWriter::number(std::uint64_t value) {
  comma();
  append_number(value, out_);
}

void JsonWriter::number(double value) {
  comma();
  if (!std::isfinite(value)) {
    out_ += "null";
  } else {
    append_number(value, out_);
  }
}

void JsonWriter::boolean(bool value) {
  comma();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  comma();
  out_ += "null";
}

void JsonWriter::text_or_null(std::string_view text) {
  if (text.empty()) {
    null();
  } else {
    string(text);
  }
}

void JsonWriter::number_or_null(std::uint32_t value) {
  if (value == 0) {
    null();
  } else {
    number(std::uint64_t{value});
  }
}

void JsonWriter::date_or_null(const std::optional<PartialDate>& date) {
  if (date) {
    string(to_string(*date));
  } else {
    null();
  }
}

}  // namespace postil::query
