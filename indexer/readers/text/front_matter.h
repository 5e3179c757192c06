// The block of fields at the top of a Markdown file: YAML between --- (Jekyll, Hugo, Eleventy) or
// TOML between +++ (Hugo, Zola). Broken blocks are read as far as they go, line by line.

#ifndef POSTIL_INDEXER_READERS_TEXT_FRONT_MATTER_H_
#define POSTIL_INDEXER_READERS_TEXT_FRONT_MATTER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace postil::index {

struct NamedValue;

// A field's value: a scalar, a list or a map, whichever of the three is not empty.
struct FieldValue {
  std::string scalar;
  std::vector<FieldValue> items;
  std::vector<NamedValue> entries;
};

struct NamedValue {
  std::string name;
  FieldValue value;
};

struct Problem {
  std::size_t line = 0;  // of the file, from 1
  std::string what;      // "mapping values are not allowed here"
};

struct FrontMatter {
  bool present = false;
  std::size_t end = 0;  // bytes of the file up to the body
  // Names in lower case, once each: the last one wins, as in the tools that wrote them.
  std::vector<NamedValue> fields;
  std::vector<Problem> problems;
};

// `text` is the whole file, decoded. Not present if the file does not start with a block of fields.
FrontMatter read_front_matter(std::string_view text);

// Whether the text starts with such a block, by its first lines alone.
bool starts_with_front_matter(std::string_view text);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TEXT_FRONT_MATTER_H_
