#include "query/variants/transliterate.h"

#include <unicode/translit.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>

#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace postil::query {
namespace {

using Rules = std::unique_ptr<icu::Transliterator>;

Rules load(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  Rules rules(icu::Transliterator::createInstance(icu::UnicodeString(id, -1, US_INV),
                                                  UTRANS_FORWARD, status));
  return U_SUCCESS(status) ? std::move(rules) : nullptr;
}

void append(const icu::Transliterator* rules, std::string_view word, std::size_t least,
            std::vector<std::string>& forms) {
  if (rules == nullptr) return;
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  rules->transliterate(wide);
  std::string latin;
  wide.toUTF8String(latin);
  latin = text::fold(latin);
  latin.erase(std::remove(latin.begin(), latin.end(), '\''), latin.end());
  const bool letters =
      std::all_of(latin.begin(), latin.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (letters && latin.size() >= least) forms.push_back(std::move(latin));
}

// Names in -ский are spelled -sky in most texts, whatever the rules of transliteration say.
void add_usual_endings(std::vector<std::string>& forms) {
  for (std::size_t i = 0, count = forms.size(); i < count; ++i) {
    const std::string& form = forms[i];
    if (form.ends_with("iy") || form.ends_with("ij") || form.ends_with("yy")) {
      forms.push_back(form.substr(0, form.size() - 2) + "y");
    }
  }
}

UScriptCode script_of(std::string_view word) {
  std::size_t at = 0;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(text::next_code_point(word, at)), &status);
}

}  // namespace

std::vector<std::string> in_latin_letters(std::string_view word, std::size_t least) {
  std::vector<std::string> forms;
  if (word.empty() || text::is_ascii(word)) return forms;
  const UScriptCode script = script_of(word);
  if (script == USCRIPT_LATIN || script == USCRIPT_COMMON || script == USCRIPT_HAN) return forms;
  static const Rules kGeneral = load("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII");
  append(kGeneral.get(), word, least, forms);
  if (script == USCRIPT_CYRILLIC) {
    static const Rules kRussian = load("Russian-Latin/BGN; Latin-ASCII");
    static const Rules kUkrainian = load("Ukrainian-Latin/BGN; Latin-ASCII");
    append(kRussian.get(), word, least, forms);
    append(kUkrainian.get(), word, least, forms);
    add_usual_endings(forms);
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

}  // namespace postil::query
