// The words of the index: which of them a term of a question stands for. Stems for each language
// the database holds, and the words that a wildcard, a fuzzy term or a stem inside a phrase expands
// to.

#ifndef POSTIL_QUERY_SEARCH_VOCABULARY_H_
#define POSTIL_QUERY_SEARCH_VOCABULARY_H_

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/schema/fields.h"
#include "core/text/stem.h"
#include "query/parse/ast.h"

namespace postil::query {

// More words than this behind one wildcard are refused rather than cut, since counts are exact.
inline constexpr std::size_t kMaxExpansion = 50'000;

// A word of the index as a form of some stem, which it may be in one language and not in another.
struct StemForm {
  std::string word;
  std::vector<std::string> languages;  // in which it is; empty if in all of the database
};

// Sees one state of a database, which must outlive it. Throws what Xapian throws.
class Vocabulary {
 public:
  explicit Vocabulary(const Xapian::Database& database);

  // Two-letter codes of the records' languages, sorted; "" among them if some are unknown.
  const std::vector<std::string>& languages() const { return languages_; }

  // What `word` becomes in each of these languages, each stem once.
  std::vector<std::string> stems(std::string_view word);

  // The index's words in `field` that `term` stands for, sorted; for kStem all that share a stem
  // in any of these languages.
  Result<std::vector<std::string>> words(const schema::Field& field, const Term& term);

  // `word`, with the languages in which its stem is one of these, which are sorted.
  StemForm form(std::string word, const std::vector<std::string>& stems);

  // How many records hold one of the forms of a kStem or kExact term, counted once for each form.
  std::uint64_t records(const schema::Field& field, const Term& term);

  // Calls `visit` with every word of `field` in the index that begins with `beginning`, in the
  // order of their bytes, until it returns false.
  using Visit = std::function<bool(std::string_view word)>;
  void each_word(const schema::Field& field, std::string_view beginning, const Visit& visit) const;

  // Whether `word` is a function word in a language of many of the records.
  bool is_function_word(std::string_view word) const;

  // The terms that were met as forms of a stem in records of one language, those met often first.
  struct Form {
    std::string term;
    std::uint32_t met = 0;
  };
  using Forms = std::vector<Form>;
  Forms& met_forms(std::string_view language, const std::string& stem_term);

  // The stemmer of one language; kept.
  text::Stemmer& stemmer(std::string_view language);

 private:
  bool has_stem(std::string_view word, std::string_view language,
                const std::vector<std::string>& stems);
  Result<std::vector<std::string>> words_like(const schema::Field& field, const Term& term);

  const Xapian::Database& database_;
  std::vector<std::string> languages_;
  std::vector<std::string> main_languages_;
  std::map<std::string, text::Stemmer, std::less<>> stemmers_;
  std::unordered_map<std::string, Forms> forms_;  // by language and stem
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_VOCABULARY_H_
