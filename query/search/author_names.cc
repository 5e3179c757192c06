#include "query/search/author_names.h"

#include <utility>

#include "core/schema/terms.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "query/variants/transliterate.h"

namespace postil::query {
namespace {

using schema::FieldId;

// A name of more words, or with more ways to write it, is left in its script.
constexpr std::size_t kMaxWords = 6;
constexpr std::size_t kMaxForms = 256;

}  // namespace

Xapian::doccount AuthorNames::records(const std::string& folded) const {
  return database_.get_termfreq(schema::value_term(schema::field(FieldId::kAuthor), folded));
}

// A word of a name in Latin letters; as it is if it is in these already.
const std::vector<std::string>& AuthorNames::in_latin(const std::string& word) {
  const auto [found, is_new] = words_.try_emplace(word);
  std::vector<std::string>& forms = found->second;
  if (!is_new) return forms;
  forms = in_latin_letters(word, 1);
  if (forms.empty()) {
    forms.push_back(word);
    return forms;
  }
  for (std::string& other : table_.others(word)) {
    const bool plain = text::is_ascii(other) && other.find(' ') == std::string::npos;
    if (plain) forms.push_back(std::move(other));
  }
  return forms;
}

// The Latin name that most records have, of all that `folded` may be; `folded` if there is none.
std::string AuthorNames::latin(const std::string& folded) {
  const std::vector<std::string> words = words_of(folded);
  if (words.empty() || words.size() > kMaxWords) return folded;
  std::vector<std::string> names = {""};
  for (const std::string& word : words) {
    const auto& forms = in_latin(word);
    if (names.size() * forms.size() > kMaxForms) return folded;
    std::vector<std::string> longer;
    for (const std::string& name : names) {
      for (const std::string& form : forms) {
        longer.push_back(name);
        if (!name.empty()) longer.back() += ' ';
        longer.back() += form;
      }
    }
    names = std::move(longer);
  }
  std::string best = folded;
  Xapian::doccount most = 0;
  for (std::string& name : names) {
    if (!text::is_ascii(name)) continue;
    const Xapian::doccount held = records(name);
    if (held < most || held == 0 || (held == most && name > best)) continue;
    most = held;
    best = std::move(name);
  }
  return best;
}

std::string AuthorNames::key(FieldId field, std::string_view value) {
  std::string folded = text::fold_value(value);
  if (field != FieldId::kAuthor || text::is_ascii(folded)) return folded;
  return latin(folded);
}

std::vector<std::string> AuthorNames::spellings(FieldId field, std::string_view value) {
  const std::string prefix = schema::value_term(schema::field(field), "");
  const std::string wanted = key(field, value);
  std::vector<std::string> found;
  const std::string folded = text::fold_value(value);
  if (database_.term_exists(schema::value_term(schema::field(field), folded))) {
    found.push_back(folded);
  }
  if (field != FieldId::kAuthor) return found;
  if (wanted != folded) found.push_back(wanted);
  if (!text::is_ascii(wanted)) return found;
  // Names in other scripts stand behind all that begin with ASCII.
  const auto words = words_of(wanted).size();
  auto term = database_.allterms_begin(prefix);
  for (term.skip_to(prefix + '\x80'); term != database_.allterms_end(prefix); ++term) {
    std::string name = (*term).substr(prefix.size());
    if (name == folded || words_of(name).size() != words || key(field, name) != wanted) continue;
    found.push_back(std::move(name));
  }
  return found;
}

}  // namespace postil::query
