#include "indexer/extract/language.h"

#include <cld2/public/compact_lang_det.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>

#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace postil::index {
namespace {

constexpr std::size_t kLookedAt = 64 * 1024;
constexpr int kShare = 60;            // per cent of the text in the language
constexpr std::size_t kFewest = 120;  // bytes of text that can be told by

struct Named {
  std::string_view name;  // folded
  std::string_view code;
};

// Names of languages in themselves, in English and where neighbours use them. ICU knows the names
// too, but only from a code; the languages here are those that commentary is likely to come in.
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

std::string by_name(std::string_view folded) {
  for (const Named& named : kNames) {
    if (folded == named.name) {
      return std::string(named.code);
    }
  }
  return {};
}

bool is_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Nothing says which written standard is meant by these; CLD2 and ICU each have older codes too.
std::string modern(std::string_view code) {
  constexpr std::array<Named, 5> kOld = {Named{"iw", "he"}, Named{"nb", "no"}, Named{"nn", "no"},
                                         Named{"in", "id"}, Named{"ji", "yi"}};
  for (const Named& old : kOld) {
    if (code == old.name) {
      return std::string(old.code);
    }
  }
  return std::string(code);
}

}  // namespace

std::string declared_language(std::string_view declared) {
  const std::string folded = text::fold(text::squeeze(declared));
  if (std::string code = by_name(folded); !code.empty()) {
    return code;
  }
  const std::string subtag = folded.substr(0, folded.find_first_of("-_.,; ("));
  if (!is_letters(subtag)) {
    return by_name(subtag);
  }
  if (subtag.size() == 2 || subtag.size() == 3) {
    // ICU turns three letters into two where ISO 639 has two, and knows which codes exist.
    std::array<char, ULOC_LANG_CAPACITY> two{};
    UErrorCode status = U_ZERO_ERROR;
    uloc_getLanguage(subtag.c_str(), two.data(), ULOC_LANG_CAPACITY, &status);
    const std::string_view code(two.data());
    const bool known =
        U_SUCCESS(status) != 0 && code.size() == 2 && *uloc_getISO3Language(two.data()) != 0;
    return known ? modern(code) : std::string();
  }
  return by_name(subtag);
}

std::string detect_language(std::string_view text) {
  const std::string_view part = text.substr(0, text::floor_boundary(text, kLookedAt));
  if (part.size() < kFewest) {
    return {};
  }
  constexpr bool kPlainText = true;
  CLD2::Language top[3];
  int percents[3] = {0, 0, 0};
  int bytes = 0;
  bool reliable = false;
  CLD2::DetectLanguageSummary(part.data(), static_cast<int>(part.size()), kPlainText, top, percents,
                              &bytes, &reliable);
  if (!reliable || top[0] == CLD2::UNKNOWN_LANGUAGE || percents[0] < kShare) {
    return {};
  }
  return declared_language(CLD2::LanguageCode(top[0]));
}

}  // namespace postil::index
