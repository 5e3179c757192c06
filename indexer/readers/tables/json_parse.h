// JSON from files that nobody checked, for json_article.cc: bounded in depth and size before it is
// parsed, and repaired where programs are known to write what is not JSON.

#ifndef POSTIL_INDEXER_READERS_TABLES_JSON_PARSE_H_
#define POSTIL_INDEXER_READERS_TABLES_JSON_PARSE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace postil::index {

// Comments that answer comments reach this only where somebody tries.
inline constexpr int kDeepestJson = 64;

// Values in one object: an article with half a million comments has fewer.
inline constexpr std::size_t kMostJsonValues = 4'000'000;

// What makes the text too much for a parser, or nothing.
std::optional<std::string> too_much(std::string_view json);

// The text with NaN and Infinity as null, and escapes of lone surrogates as \ufffd. Lengths of
// strings may change, nothing else.
std::string repair_json(std::string_view json);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TABLES_JSON_PARSE_H_
