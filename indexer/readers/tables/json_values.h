// What single values of JSON say, in the many forms in which articles are exported: a title as a
// text, as an object with a name, as a list of one. For json_article.cc, which knows the keys.

#ifndef POSTIL_INDEXER_READERS_TABLES_JSON_VALUES_H_
#define POSTIL_INDEXER_READERS_TABLES_JSON_VALUES_H_

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace postil::index {

using JsonNames = std::string_view;  // of keys, separated by spaces

// The first of the names, which is taken off them.
std::string_view take_name(JsonNames& names);

// Null, false, and what is empty.
bool is_nothing(const nlohmann::json& value);

// The value of the first of these keys that has one; null if none has, or if it is no object.
const nlohmann::json* find_value(const nlohmann::json& object, JsonNames names);

// What a value is, for a message: "a list".
std::string_view kind_of(const nlohmann::json& value);

// Readings: "" where a value cannot be read so.
using JsonReading = std::string (*)(const nlohmann::json&);

// Text or number as text; nothing else is any.
std::string scalar_of(const nlohmann::json& value);

// A line of text, be it in an object with other things, or in a list by itself.
std::string line_of(const nlohmann::json& value);

// A person; a number is the id of one.
std::string name_of(const nlohmann::json& value);

// A date or an id. A number is without its fraction, so that ids and seconds since 1970 read alike.
std::string plain_of(const nlohmann::json& value);

// Text of any length: a string, or a list of paragraphs.
std::string long_text_of(const nlohmann::json& value);

// How many items of a list are something, but nothing that `reading` can read.
std::size_t count_unread(const nlohmann::json& value, JsonReading reading);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TABLES_JSON_VALUES_H_
