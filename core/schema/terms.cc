#include "core/schema/terms.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "core/schema/varint.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace postil::schema {
namespace {

constexpr std::size_t kHashDigits = 16;

std::uint64_t hash(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

// Xapian's convention: a long prefix is closed with a colon where the value could be read as more
// of the prefix.
bool needs_colon(std::string_view prefix, std::string_view value) {
  if (prefix.size() < 2 || value.empty()) return false;
  return value[0] == ':' || (value[0] >= 'A' && value[0] <= 'Z');
}

}  // namespace

std::string make_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  if (needs_colon(prefix, value)) term += ':';
  if (term.size() + value.size() <= kMaxTermBytes) return term.append(value);
  const std::size_t room = kMaxTermBytes - term.size() - kHashDigits - 1;
  term.append(value.substr(0, text::floor_boundary(value, room)));
  return term.append(fmt::format("~{:016x}", hash(value)));
}

std::string word_term(const Field& field, std::string_view word) {
  return make_term(field.word_prefix, word);
}

std::string stem_term(const Field& field, std::string_view stem) {
  return make_term(std::string(kStemPrefix).append(field.word_prefix), stem);
}

std::string value_term(const Field& field, std::string_view value) {
  return make_term(field.value_prefix, text::fold_value(value));
}

std::string article_key(std::string_view article_id) {
  std::uint64_t rest = hash(article_id);
  std::string key(sizeof rest, '\0');
  for (std::size_t i = key.size(); i-- > 0; rest >>= 8) key[i] = static_cast<char>(rest & 0xff);
  return key;
}

std::string encode_day(const PartialDate& day) {
  return fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day);
}

std::optional<PartialDate> decode_day(const std::string& bytes) {
  if (bytes.size() != 8) return std::nullopt;
  return parse_partial_date(bytes.substr(0, 4) + '-' + bytes.substr(4, 2) + '-' + bytes.substr(6));
}

std::string encode_number(std::uint32_t number) {
  std::string bytes(4, '\0');
  for (std::size_t i = bytes.size(); i-- > 0; number >>= 8) {
    bytes[i] = static_cast<char>(number & 0xff);
  }
  return bytes;
}

std::uint32_t decode_number(std::string_view bytes) {
  std::uint32_t number = 0;
  for (char c : bytes.substr(0, 4)) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

std::string encode_values(const std::vector<std::string>& values) {
  std::string bytes;
  for (const std::string& value : values) put_string(bytes, value);
  return bytes;
}

std::vector<std::string_view> decode_values(std::string_view bytes) {
  std::vector<std::string_view> values;
  std::string_view value;
  while (!bytes.empty() && take_string(bytes, value)) values.push_back(value);
  return values;
}

std::vector<std::string_view> folder_and_above(std::string_view folder) {
  std::vector<std::string_view> folders;
  while (!folder.empty()) {
    folders.push_back(folder);
    const std::size_t slash = folder.rfind('/');
    folder = folder.substr(0, slash == std::string_view::npos ? 0 : slash);
  }
  return folders;
}

std::vector<std::string_view> counted_values(const Field& field, std::string_view bytes) {
  std::vector<std::string_view> values = decode_values(bytes);
  if (field.id != FieldId::kFolder || values.empty()) return values;
  return folder_and_above(values.front());
}

}  // namespace postil::schema
