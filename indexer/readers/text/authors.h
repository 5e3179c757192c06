// Names of authors as exports and front matter write them, several in one string.

#ifndef POSTIL_INDEXER_READERS_TEXT_AUTHORS_H_
#define POSTIL_INDEXER_READERS_TEXT_AUTHORS_H_

#include <string>
#include <string_view>
#include <vector>

namespace postil::index {

// "Ann Lee and Bo Ek", "Ann Lee; Bo Ek", "Ann Lee, Bo Ek und Cy Or", "By Ann Lee & Bo Ek". A comma
// divides only when full names stand on both sides: "Lee, Ann" and "Ann Lee, Jr." are one author.
std::vector<std::string> split_authors(std::string_view text);

// Adds a name, white space squeezed, unless it is empty or there already.
void add_author(std::string_view name, std::vector<std::string>& authors);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TEXT_AUTHORS_H_
