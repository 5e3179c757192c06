#include "core/text/language_code.h"

#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>

#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace postil::text {
namespace {

struct Named {
  std::string_view name;  // folded
  std::string_view code;
};

// Names of languages in themselves, in English and where neighbours use them: of those languages
// that commentary is likely to come in, so that ICU need seldom be asked.
constexpr std::array kNames = {
    Named{"english", "en"},     Named{"englisch", "en"},    Named{"anglais", "en"},
    Named{"ingles", "en"},      Named{"ingilizce", "en"},   Named{"английский", "en"},
    Named{"англійська", "en"},  Named{"german", "de"},      Named{"deutsch", "de"},
    Named{"allemand", "de"},    Named{"aleman", "de"},      Named{"almanca", "de"},
    Named{"немецкий", "de"},    Named{"німецька", "de"},    Named{"french", "fr"},
    Named{"francais", "fr"},    Named{"franzosisch", "fr"}, Named{"frances", "fr"},
    Named{"fransizca", "fr"},   Named{"французский", "fr"}, Named{"spanish", "es"},
    Named{"espanol", "es"},     Named{"castellano", "es"},  Named{"spanisch", "es"},
    Named{"espagnol", "es"},    Named{"ispanyolca", "es"},  Named{"испанский", "es"},
    Named{"russian", "ru"},     Named{"русскии", "ru"},     Named{"русский", "ru"},
    Named{"russisch", "ru"},    Named{"russe", "ru"},       Named{"ruso", "ru"},
    Named{"rusca", "ru"},       Named{"російська", "ru"},   Named{"ukrainian", "uk"},
    Named{"українська", "uk"},  Named{"украинский", "uk"},  Named{"ukrainisch", "uk"},
    Named{"ukrainien", "uk"},   Named{"ukraynaca", "uk"},   Named{"turkish", "tr"},
    Named{"turkce", "tr"},      Named{"turkisch", "tr"},    Named{"turc", "tr"},
    Named{"турецкий", "tr"},    Named{"italian", "it"},     Named{"italiano", "it"},
    Named{"italienisch", "it"}, Named{"portuguese", "pt"},  Named{"portugues", "pt"},
    Named{"polish", "pl"},      Named{"polski", "pl"},      Named{"polnisch", "pl"},
    Named{"dutch", "nl"},       Named{"nederlands", "nl"},  Named{"swedish", "sv"},
    Named{"svenska", "sv"},     Named{"norwegian", "no"},   Named{"norsk", "no"},
    Named{"danish", "da"},      Named{"dansk", "da"},       Named{"finnish", "fi"},
    Named{"suomi", "fi"},       Named{"czech", "cs"},       Named{"cestina", "cs"},
    Named{"hungarian", "hu"},   Named{"magyar", "hu"},      Named{"romanian", "ro"},
    Named{"romana", "ro"},      Named{"greek", "el"},       Named{"ελληνικα", "el"},
    Named{"bulgarian", "bg"},   Named{"български", "bg"},   Named{"serbian", "sr"},
    Named{"српски", "sr"},      Named{"arabic", "ar"},      Named{"العربية", "ar"},
    Named{"hebrew", "he"},      Named{"עברית", "he"},       Named{"persian", "fa"},
    Named{"farsi", "fa"},       Named{"chinese", "zh"},     Named{"中文", "zh"},
    Named{"japanese", "ja"},    Named{"日本語", "ja"},      Named{"korean", "ko"},
    Named{"한국어", "ko"},      Named{"hindi", "hi"},
};

std::string likely_language(std::string_view folded) {
  for (const Named& named : kNames) {
    if (folded == named.name) return std::string(named.code);
  }
  return {};
}

using Names = std::map<std::string, std::string, std::less<>>;  // code by folded name

void add_name(const char* code, const char* in, Names& names) {
  std::array<UChar, 64> name{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = uloc_getDisplayLanguage(code, in, name.data(), name.size(), &status);
  if (U_FAILURE(status) != 0 || size >= static_cast<int32_t>(name.size())) return;
  std::string text;
  names.try_emplace(fold(icu::UnicodeString(name.data(), size).toUTF8String(text)), code);
}

// The names of all languages with two letters, in English and in themselves. That takes ICU some
// 15 ms, as a file of names is read for each language.
Names all_names() {
  Names names;
  for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    if (std::string_view(*code).size() != 2) continue;
    add_name(*code, "en", names);
    add_name(*code, *code, names);
  }
  return names;
}

// The codes of ISO 639-2 for catalogues of libraries, where they are not those that ICU knows.
constexpr std::array kLibraryCodes = {
    Named{"alb", "sq"}, Named{"arm", "hy"}, Named{"baq", "eu"}, Named{"bur", "my"},
    Named{"chi", "zh"}, Named{"cze", "cs"}, Named{"dut", "nl"}, Named{"fre", "fr"},
    Named{"geo", "ka"}, Named{"ger", "de"}, Named{"gre", "el"}, Named{"ice", "is"},
    Named{"mac", "mk"}, Named{"mao", "mi"}, Named{"may", "ms"}, Named{"per", "fa"},
    Named{"rum", "ro"}, Named{"slo", "sk"}, Named{"tib", "bo"}, Named{"wel", "cy"},
};

// Nothing says which written standard is meant by these; CLD2 and ICU each have older codes too.
std::string modern(std::string_view code) {
  constexpr std::array<Named, 5> kOld = {Named{"iw", "he"}, Named{"nb", "no"}, Named{"nn", "no"},
                                         Named{"in", "id"}, Named{"ji", "yi"}};
  for (const Named& old : kOld) {
    if (code == old.name) return std::string(old.code);
  }
  return std::string(code);
}

std::string by_name(std::string_view folded) {
  if (std::string code = likely_language(folded); !code.empty() || folded.empty()) return code;
  static const Names kAll = all_names();
  const auto found = kAll.find(folded);
  return found == kAll.end() ? std::string() : modern(found->second);
}

// Of two or three small letters. ICU turns three into two where ISO 639 has two, and knows which
// codes exist.
std::string by_code(const std::string& letters) {
  for (const Named& named : kLibraryCodes) {
    if (letters == named.name) return std::string(named.code);
  }
  std::array<char, ULOC_LANG_CAPACITY> two{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(letters.c_str(), two.data(), ULOC_LANG_CAPACITY, &status);
  const std::string_view code(two.data());
  const bool known =
      U_SUCCESS(status) != 0 && code.size() == 2 && *uloc_getISO3Language(two.data()) != 0;
  return known ? modern(code) : std::string();
}

bool is_code(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::string language_code(std::string_view named) {
  const std::string folded = fold_value(named);
  const std::string subtag = folded.substr(0, folded.find_first_of("-_.,; ("));
  if (is_code(subtag)) return by_code(subtag);  // the few names as short are codes as well: Lao
  if (std::string code = by_name(folded); !code.empty()) return code;
  return by_name(subtag);
}

}  // namespace postil::text
