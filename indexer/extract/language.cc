#include "indexer/extract/language.h"

#include <cld2/public/compact_lang_det.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace postil::index {
namespace {

constexpr std::size_t kLookedAt = 16 * 1024;
constexpr int kShare = 60;  // per cent of the text in the language

// Bytes of text that can be told by. Measured on 8,300 questions in seven languages: where CLD2
// holds itself for reliable, it is wrong of no more than 3.4 in a hundred of any language from 25
// to 60 bytes, and 1.2 of longer ones; of 3,000 English titles, none.
constexpr std::size_t kFewest = 30;

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

// English is told by its most frequent words, where they leave no doubt: that takes a twentieth of
// CLD2's time, which would be a third of all that an indexer of English does. Left out are those
// that other languages have as well ("in", "is", "was", "a", "on", "he").
constexpr std::array<std::string_view, 32> kEnglish = {
    "the",  "of",   "and",   "to",   "that", "with", "this",  "from", "which", "their",  "have",
    "has",  "been", "would", "they", "his",  "not",  "for",   "by",   "are",   "it",     "who",
    "were", "will", "you",   "your", "our",  "its",  "there", "what", "when",  "because"};
constexpr std::size_t kLongestEnglish = 7;  // "because"
constexpr std::size_t kFewestWords = 30;
// Of the words; they make a fifth to a third of English prose. Where half of a text is in another
// language, less than this is left; CLD2 judges those, and one English text in fifty.
constexpr std::size_t kEnglishShare = 18;  // per cent
// One byte in so many: curly quotation marks and names, but no text of another script, whose words
// may not be separated and would count too little.
constexpr std::size_t kMostBeyondAscii = 10;

// At most eight letters as a number.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t number = 0;
  for (const char c : word) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

constexpr std::size_t slot_of(std::uint64_t word) { return (word * 0x9E3779B97F4A7C15U) >> 56; }

// By slot_of(), the next free slot if that is taken.
constexpr std::array<std::uint64_t, 256> make_english() {
  std::array<std::uint64_t, 256> slots{};
  for (const std::string_view word : kEnglish) {
    std::size_t slot = slot_of(packed(word));
    while (slots[slot] != 0) slot = (slot + 1) % slots.size();
    slots[slot] = packed(word);
  }
  return slots;
}

constexpr std::array<std::uint64_t, 256> kEnglishSlots = make_english();

bool is_english(std::uint64_t word) {
  std::size_t slot = slot_of(word);
  while (kEnglishSlots[slot] != 0 && kEnglishSlots[slot] != word) {
    slot = (slot + 1) % kEnglishSlots.size();
  }
  return kEnglishSlots[slot] != 0;
}

// Small letters of ASCII by byte, bytes beyond ASCII as they are; 0 of what separates words.
constexpr std::array<unsigned char, 256> make_letters() {
  std::array<unsigned char, 256> letters{};
  for (unsigned byte = 0; byte < letters.size(); ++byte) {
    const unsigned lower = byte | 0x20U;
    if (lower >= 'a' && lower <= 'z') letters[byte] = static_cast<unsigned char>(lower);
    if (byte >= 0x80) letters[byte] = static_cast<unsigned char>(byte);
  }
  return letters;
}

constexpr std::array<unsigned char, 256> kLetters = make_letters();

bool is_plainly_english(std::string_view text) {
  std::size_t words = 0;
  std::size_t english = 0;
  std::size_t beyond_ascii = 0;  // bytes
  std::uint64_t word = 0;
  std::size_t size = 0;  // of the word, bytes; those beyond ASCII are letters
  const auto end_word = [&] {
    ++words;
    english += size <= kLongestEnglish && is_english(word) ? 1 : 0;
    word = size = 0;
  };
  for (const char c : text) {
    if (const unsigned char letter = kLetters[static_cast<unsigned char>(c)]; letter != 0) {
      word = word << 8 | letter;
      ++size;
      beyond_ascii += letter >> 7;
    } else if (size > 0) {
      end_word();
    }
  }
  if (size > 0) end_word();
  return words >= kFewestWords && english * 100 >= words * kEnglishShare &&
         beyond_ascii * kMostBeyondAscii <= text.size();
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
  if (is_plainly_english(part)) {
    return "en";
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
