// The spellings of names: those built into the program (names.txt, places.txt) and the user's own.

#ifndef POSTIL_QUERY_VARIANTS_TABLE_H_
#define POSTIL_QUERY_VARIANTS_TABLE_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "query/variants/groups.h"

namespace postil::query {

// As many words as the longest spelling that is looked for in a question.
inline constexpr std::size_t kMaxNameWords = 4;

// Costs nothing to make: the built-in names are constants that are searched where they lie.
class VariantTable {
 public:
  explicit VariantTable(std::vector<Group> own = {});

  // The other spellings of `spelling` (folded words, one space between), in the order of their
  // bytes; nothing if it is no known name.
  std::vector<std::string> others(std::string_view spelling) const;

 private:
  std::vector<Group> own_;
  std::map<std::string, std::size_t, std::less<>> own_group_;  // by spelling
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_VARIANTS_TABLE_H_
