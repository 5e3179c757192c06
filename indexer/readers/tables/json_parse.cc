#include "indexer/readers/tables/json_parse.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/ascii.h"

namespace postil::index {
namespace {

// Moves behind the string whose opening quote is at `at`.
std::size_t behind_string(std::string_view json, std::size_t at) {
  ++at;
  while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2 : 1;
  return std::min(at + 1, json.size());
}

// The value of the four hexadecimal digits at `at`, or -1.
int hex_unit(std::string_view json, std::size_t at) {
  if (at + 4 > json.size()) return -1;
  int value = 0;
  for (const char c : json.substr(at, 4)) {
    const int digit = text::hex_digit(c);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

// One escape of a string, which starts at `at`; a lone surrogate becomes the replacement character.
std::size_t repair_escape(std::string_view json, std::size_t at, std::string& out) {
  const std::string_view rest = json.substr(at);
  const int unit = rest.size() > 1 && rest[1] == 'u' ? hex_unit(json, at + 2) : -1;
  if (unit < 0xD800 || unit > 0xDFFF) {
    const std::size_t size = std::min<std::size_t>(2, rest.size());
    out += rest.substr(0, size);
    return at + size;
  }
  const bool low_follows = rest.size() >= 12 && rest[6] == '\\' && rest[7] == 'u' &&
                           hex_unit(json, at + 8) >= 0xDC00 && hex_unit(json, at + 8) <= 0xDFFF;
  if (unit < 0xDC00 && low_follows) {
    out += rest.substr(0, 12);
    return at + 12;
  }
  out += "\\ufffd";
  return at + 6;
}

std::size_t repair_string(std::string_view json, std::size_t at, std::string& out) {
  out += json[at++];
  while (at < json.size()) {
    const char c = json[at];
    if (c == '\\') {
      at = repair_escape(json, at, out);
    } else {
      // Control characters must be escaped, and often are not.
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
      ++at;
      if (c == '"') break;
    }
  }
  return at;
}

}  // namespace

std::optional<std::string> too_much(std::string_view json) {
  int depth = 0;
  std::size_t values = 0;
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (c == '"') {
      at = behind_string(json, at);
      continue;
    }
    if (c == '{' || c == '[') {
      ++values;
      if (++depth > kDeepestJson)
        return fmt::format("it nests deeper than {} levels", kDeepestJson);
    } else if (c == '}' || c == ']') {
      --depth;
    } else if (c == ',') {
      ++values;
    }
    if (values > kMostJsonValues) return fmt::format("it has more than {} values", kMostJsonValues);
    ++at;
  }
  return std::nullopt;
}

std::string repair_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    if (json[at] == '"') {
      at = repair_string(json, at, out);
      continue;
    }
    std::size_t replaced = 0;
    for (const std::string_view word : {"NaN", "-Infinity", "Infinity"}) {
      if (json.substr(at, word.size()) == word) replaced = word.size();
    }
    if (replaced != 0) {
      out += "null";
      at += replaced;
    } else {
      out += json[at++];
    }
  }
  return out;
}

}  // namespace postil::index
