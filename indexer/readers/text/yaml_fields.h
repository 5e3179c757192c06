// The fields of a YAML block, and those of one that a YAML parser will not have. For
// front_matter.cc.

#ifndef POSTIL_INDEXER_READERS_TEXT_YAML_FIELDS_H_
#define POSTIL_INDEXER_READERS_TEXT_YAML_FIELDS_H_

#include <string_view>

#include "indexer/readers/text/front_matter.h"

namespace postil::index {

// Adds the fields of `yaml`, whose first line is line `first_line` of the file, to `front`.
void read_yaml_fields(std::string_view yaml, std::size_t first_line, FrontMatter& front);

// True for "name:" or "name: value" at the left margin, as a top-level field starts.
bool is_field_line(std::string_view line);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TEXT_YAML_FIELDS_H_
