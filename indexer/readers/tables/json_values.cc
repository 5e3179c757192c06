#include "indexer/readers/tables/json_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/text/utf8.h"
#include "indexer/readers/html/entities.h"
#include "indexer/readers/text/html_text.h"

namespace postil::index {
namespace {

using Json = nlohmann::json;

// Keys of what stands in an object of its own; the last of each line as WordPress, and MongoDB,
// write them.
constexpr JsonNames kName = "name display_name full_name title value username login rendered";
constexpr JsonNames kProse = "text content value rendered";
constexpr JsonNames kPlain = "value $oid $date $numberLong";

}  // namespace

std::string_view take_name(JsonNames& names) {
  const std::string_view name = names.substr(0, names.find(' '));
  names.remove_prefix(std::min(names.size(), name.size() + 1));
  return name;
}

bool is_nothing(const Json& value) {
  return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty()) ||
         (value.is_structured() && value.empty()) || (value.is_boolean() && !value.get<bool>());
}

const Json* find_value(const Json& object, JsonNames names) {
  if (!object.is_object()) return nullptr;
  while (!names.empty()) {
    const auto found = object.find(std::string(take_name(names)));
    if (found != object.end() && !is_nothing(*found)) return &*found;
  }
  return nullptr;
}

std::string_view kind_of(const Json& value) {
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  return value.is_boolean() ? "true or false" : value.is_number() ? "a number" : "a text";
}

std::string scalar_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? value.dump() : "";
}

std::string line_of(const Json& value) {
  if (value.is_object()) {
    const Json* const inner = find_value(value, kName);
    return inner == nullptr ? "" : line_of(*inner);
  }
  if (value.is_array()) return value.size() == 1 ? line_of(value[0]) : "";
  std::string text = scalar_of(value);
  if (looks_like_html(text)) {
    text = html_to_text(text);
  } else if (text.find('&') != std::string::npos) {
    text = decode_entities(text);
  }
  return text::squeeze(text);
}

std::string name_of(const Json& value) { return value.is_number() ? "" : line_of(value); }

std::string plain_of(const Json& value) {
  if (value.is_object()) {
    const Json* const inner = find_value(value, kPlain);
    return inner == nullptr ? "" : plain_of(*inner);
  }
  if (value.is_number_float()) {
    const double number = value.get<double>();
    if (number >= 0 && number < 9e15) return fmt::format("{:.0f}", number);
  }
  return text::squeeze(scalar_of(value));
}

std::string long_text_of(const Json& value) {
  if (value.is_object()) {
    const Json* const inner = find_value(value, kProse);
    return inner == nullptr ? "" : long_text_of(*inner);
  }
  if (!value.is_array()) return scalar_of(value);
  std::string text;
  for (const Json& item : value) {
    if (!text.empty()) text += "\n\n";
    text += long_text_of(item);
  }
  return text;
}

std::size_t count_unread(const Json& value, JsonReading reading) {
  if (!value.is_array()) return 0;
  return static_cast<std::size_t>(
      std::count_if(value.begin(), value.end(), [reading](const Json& item) {
        return !item.is_string() && !is_nothing(item) && reading(item).empty();
      }));
}

}  // namespace postil::index
