// The fields of a TOML block as Hugo and Zola write them: strings, lists, dates, flat tables and
// tables of tables. For front_matter.cc; not a TOML parser for other purposes.

#ifndef POSTIL_INDEXER_READERS_TEXT_TOML_FIELDS_H_
#define POSTIL_INDEXER_READERS_TEXT_TOML_FIELDS_H_

#include <string_view>

#include "indexer/readers/text/front_matter.h"

namespace postil::index {

// Adds the fields of `toml`, whose first line is line `first_line` of the file, to `front`. The
// keys of tables are added as if they stood outside ("[taxonomies] tags = …" as tags).
void read_toml_fields(std::string_view toml, std::size_t first_line, FrontMatter& front);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TEXT_TOML_FIELDS_H_
