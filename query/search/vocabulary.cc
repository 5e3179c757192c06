#include "query/search/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "core/schema/terms.h"
#include "core/text/function_words.h"
#include "core/text/utf8.h"
#include "query/search/similar.h"

namespace postil::query {
namespace {

// A language of fewer records than one in so many gives the database none of its function words:
// German "die" is a word of another kind where a few texts are German.
constexpr Xapian::doccount kMainShare = 10;

bool is_prefix_letter(char c) { return c >= 'A' && c <= 'Z'; }

struct Languages {
  std::vector<std::string> all;
  std::vector<std::string> main;
};

Languages languages_of(const Xapian::Database& database) {
  const schema::Field& lang = schema::field(schema::FieldId::kLang);
  const std::string prefix(lang.value_prefix);
  Languages languages;
  Xapian::doccount known = 0;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    languages.all.push_back((*term).substr(prefix.size()));
    known += term.get_termfreq();
    if (term.get_termfreq() >= database.get_doccount() / kMainShare) {
      languages.main.push_back(languages.all.back());
    }
  }
  if (known < database.get_doccount()) languages.all.insert(languages.all.begin(), "");
  return languages;
}

}  // namespace

Vocabulary::Vocabulary(const Xapian::Database& database) : database_(database) {
  Languages languages = languages_of(database);
  languages_ = std::move(languages.all);
  main_languages_ = std::move(languages.main);
}

bool Vocabulary::is_function_word(std::string_view word) const {
  return std::any_of(
      main_languages_.begin(), main_languages_.end(),
      [word](const std::string& language) { return text::is_function_word(word, language); });
}

text::Stemmer& Vocabulary::stemmer(std::string_view language) {
  if (const auto found = stemmers_.find(language); found != stemmers_.end()) return found->second;
  return stemmers_.emplace(std::string(language), text::Stemmer(language)).first->second;
}

Vocabulary::Forms& Vocabulary::met_forms(std::string_view language, const std::string& stem_term) {
  return forms_[std::string(language).append(1, ' ').append(stem_term)];
}

std::vector<std::string> Vocabulary::stems(std::string_view word) {
  std::vector<std::string> all;
  for (const std::string& language : languages_) all.emplace_back(stemmer(language).stem(word));
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Result<std::vector<std::string>> Vocabulary::words(const schema::Field& field, const Term& term) {
  if (term.match != Match::kExact) return words_like(field, term);
  if (!database_.term_exists(schema::word_term(field, term.text)))
    return std::vector<std::string>{};
  return std::vector<std::string>{term.text};
}

bool Vocabulary::has_stem(std::string_view word, std::string_view language,
                          const std::vector<std::string>& stems) {
  const std::string_view stem = stemmer(language).stem(word);
  return std::binary_search(stems.begin(), stems.end(), stem, std::less<>());
}

StemForm Vocabulary::form(std::string word, const std::vector<std::string>& stems) {
  StemForm form{std::move(word), {}};
  std::copy_if(languages_.begin(), languages_.end(), std::back_inserter(form.languages),
               [&](const std::string& language) { return has_stem(form.word, language, stems); });
  if (form.languages.size() == languages_.size()) form.languages.clear();
  return form;
}

std::uint64_t Vocabulary::records(const schema::Field& field, const Term& term) {
  if (term.match == Match::kExact) {
    return database_.get_termfreq(schema::word_term(field, term.text));
  }
  std::uint64_t records = 0;
  for (const std::string& stem : stems(term.text)) {
    records += database_.get_termfreq(schema::stem_term(field, stem));
  }
  return records;
}

// Unprefixed words stand in the same list as prefixed terms, which begin with a
// capital: folded words never do.
void Vocabulary::each_word(const schema::Field& field, std::string_view beginning,
                           const Visit& visit) const {
  const std::string prefix = std::string(field.word_prefix).append(beginning);
  const std::size_t skip = field.word_prefix.size();
  auto term = database_.allterms_begin(prefix);
  const auto end = database_.allterms_end(prefix);
  while (term != end) {
    const std::string text = *term;
    if (text.size() > skip && is_prefix_letter(text[skip])) {
      // Terms of a longer prefix, or all the prefixed ones: go on behind the last capital.
      term.skip_to(std::string(field.word_prefix) + '[');
      continue;
    }
    if (text.size() > skip && !visit(std::string_view(text).substr(skip))) return;
    ++term;
  }
}

Result<std::vector<std::string>> Vocabulary::words_like(const schema::Field& field,
                                                        const Term& term) {
  std::string_view beginning;
  Visit accept;
  if (term.match == Match::kWildcard) {
    beginning = fixed_beginning(term.text);
    accept = [pattern = to_code_points(term.text)](std::string_view word) {
      return matches_wildcard(pattern, to_code_points(word));
    };
  } else if (term.match == Match::kFuzzy) {
    accept = [wanted = to_code_points(term.text), edits = term.edits](std::string_view word) {
      return within_edits(wanted, to_code_points(word), edits);
    };
  } else {
    beginning = term.text;
    for (const std::string& language : languages_) {
      beginning = std::min(beginning, text::stem_beginning(term.text, language));
    }
    accept = [this, wanted = stems(term.text)](std::string_view word) {
      return std::any_of(languages_.begin(), languages_.end(), [&](const std::string& language) {
        return has_stem(word, language, wanted);
      });
    };
  }
  std::vector<std::string> found;
  each_word(field, beginning, [&](std::string_view word) {
    if (accept(word)) found.emplace_back(word);
    return found.size() <= kMaxExpansion;
  });
  if (found.size() <= kMaxExpansion) return found;
  return Error{ErrorKind::kQuery,
               fmt::format("{} stands for more than {} different words", term.text, kMaxExpansion),
               "write more letters of the word"};
}

}  // namespace postil::query
