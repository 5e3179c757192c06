// Which names of authors are one. Case and accents are folded everywhere; beyond that, a name in
// another script is the name in Latin letters that the database has for it, word for word by
// transliteration or by the lists of names: Владимир Зеленский and Vladimir Zelensky.

#ifndef POSTIL_QUERY_SEARCH_AUTHOR_NAMES_H_
#define POSTIL_QUERY_SEARCH_AUTHOR_NAMES_H_

#include <xapian.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/fields.h"
#include "query/variants/table.h"

namespace postil::query {

// Not thread-safe. `database` must outlive it.
class AuthorNames {
 public:
  explicit AuthorNames(const Xapian::Database& database) : database_(database) {}

  // The same for all spellings of a value of `field`: the value folded, and if that is an author's
  // name in another script, the Latin one that most records have. A pure function of the database.
  std::string key(schema::FieldId field, std::string_view value);

  // The folded values of `field` in the database whose key is that of `value`.
  std::vector<std::string> spellings(schema::FieldId field, std::string_view value);

 private:
  std::string latin(const std::string& folded);
  const std::vector<std::string>& in_latin(const std::string& word);
  Xapian::doccount records(const std::string& folded) const;

  const Xapian::Database& database_;
  VariantTable table_;
  std::map<std::string, std::vector<std::string>, std::less<>> words_;  // as in_latin() gives them
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_AUTHOR_NAMES_H_
