#include "indexer/readers/encoding/charset_guess.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <unordered_map>
#include <vector>

#include "core/text/utf8.h"
#include "indexer/readers/encoding/charset_profiles.h"

namespace postil::index {
namespace {

constexpr std::size_t kEvidence = 64UL * 1024;  // bytes; letters settle long before

// Natural logarithms of how likely things are.
constexpr double kStrangeLetter = -11;     // a letter that the language does not have
constexpr double kStrangeSign = -14;       // a box, a fraction, a currency
constexpr double kNoCharacter = -18;       // a byte that the encoding does not use
constexpr double kCapitalFirst = -2.5;     // that starts a word
constexpr double kCapitalInCapitals = -1;  // behind another
constexpr double kCapitalInside = -6;      // behind a small letter
constexpr double kMixedScripts = -5;       // a Cyrillic or Greek letter beside a Latin one

// What speaks for an encoding before any letter is seen: without much evidence, windows-1252.
constexpr double kWesternFirst = 4;
constexpr double kRareLast = -4;

// Below this mean for each byte beyond ASCII no profile fits: right ones come to -2 to -4.
constexpr double kFitting = -6;
constexpr int kDetectorSure = 30;  // of ICU's 100

using ByteTable = std::array<char32_t, 128>;  // of the upper half; 0: not used

ByteTable read_table(const std::string& encoding) {
  ByteTable table{};
  UErrorCode error = U_ZERO_ERROR;
  UConverter* const converter = ::ucnv_open(encoding.c_str(), &error);
  if (U_FAILURE(error)) return table;
  for (int i = 0; i < 128; ++i) {
    const char byte = static_cast<char>(128 + i);
    const char* source = &byte;
    error = U_ZERO_ERROR;
    const UChar32 point = ::ucnv_getNextUChar(converter, &source, source + 1, &error);
    const bool used = U_SUCCESS(error) && point >= 0xA0 && point != 0xFFFD;
    table[static_cast<std::size_t>(i)] = used ? static_cast<char32_t>(point) : 0;
    ::ucnv_reset(converter);
  }
  ::ucnv_close(converter);
  return table;
}

struct Weights {
  std::unordered_map<char32_t, double> of;
  double sum = 0;
};

Weights read_weights(std::string_view list) {
  Weights weights;
  for (std::size_t at = 0; at < list.size();) {
    const char32_t point = text::next_code_point(list, at);
    ++at;  // the space
    double weight = 0;
    while (at < list.size() && list[at] != ' ') weight = weight * 10 + (list[at++] - '0');
    ++at;
    weights.of[point] += weight;
    weights.sum += weight;
  }
  return weights;
}

enum class Letter : char { kNone, kSmall, kCapital };

// What one byte of the upper half means under one hypothesis.
struct Meaning {
  double likelihood = kNoCharacter;
  Letter letter = Letter::kNone;
  bool latin = false;
};

struct Hypothesis {
  std::string encoding;
  double prior = 0;
  std::array<Meaning, 128> bytes;
};

bool is_latin(char32_t point) { return point < 0x250; }

Meaning meaning_of(char32_t point, const Weights& letters, const Weights& signs, double share) {
  Meaning meaning;
  if (point == 0) return meaning;
  const auto code = static_cast<UChar32>(point);
  meaning.latin = is_latin(point);
  if (::u_isalpha(code) != 0) {
    meaning.letter = ::u_isupper(code) != 0 ? Letter::kCapital : Letter::kSmall;
  }
  // Capital dotted I of Turkish has a small form that is ASCII.
  const char32_t small = point == 0x130 ? 0x131 : static_cast<char32_t>(::u_tolower(code));
  if (const auto found = letters.of.find(small); found != letters.of.end()) {
    meaning.likelihood = std::log((1 - share) * found->second / letters.sum);
  } else if (const auto sign = signs.of.find(point); sign != signs.of.end()) {
    meaning.likelihood = std::log(share * sign->second / signs.sum);
  } else {
    meaning.likelihood = meaning.letter == Letter::kNone ? kStrangeSign : kStrangeLetter;
  }
  return meaning;
}

double prior_of(std::string_view encoding) {
  if (encoding == "windows-1252") return kWesternFirst;
  if (encoding == "macintosh" || encoding == "IBM866" || encoding == "ISO-8859-5") return kRareLast;
  if (encoding.substr(0, 8) == "windows-") return 1;  // commoner than its ISO neighbour
  return 0;
}

std::vector<Hypothesis> make_hypotheses() {
  std::vector<Hypothesis> hypotheses;
  const Weights signs = read_weights(kCommonPunctuation);
  std::unordered_map<std::string, ByteTable> tables;
  for (const LanguageProfile& profile : kProfiles) {
    const Weights letters = read_weights(profile.letters);
    std::string_view rest = profile.encodings;
    while (!rest.empty()) {
      const std::string encoding(rest.substr(0, rest.find(' ')));
      rest.remove_prefix(std::min(rest.size(), encoding.size() + 1));
      auto [table, is_new] = tables.try_emplace(encoding);
      if (is_new) table->second = read_table(encoding);
      Hypothesis hypothesis;
      hypothesis.encoding = encoding;
      hypothesis.prior = prior_of(encoding);
      for (std::size_t i = 0; i < 128; ++i) {
        hypothesis.bytes[i] = meaning_of(table->second[i], letters, signs, profile.punctuation);
      }
      hypotheses.push_back(std::move(hypothesis));
    }
  }
  return hypotheses;
}

// The words with a byte of the upper half in them, one space between.
std::string collect_evidence(std::string_view bytes) {
  std::string evidence;
  std::size_t start = 0;
  bool wanted = false;
  for (std::size_t i = 0; i <= bytes.size() && evidence.size() < kEvidence; ++i) {
    const bool ends =
        i == bytes.size() || static_cast<unsigned char>(bytes[i]) <= ' ' || i - start >= kEvidence;
    if (!ends) {
      wanted = wanted || static_cast<unsigned char>(bytes[i]) >= 0x80;
      continue;
    }
    if (wanted) {
      evidence += bytes.substr(start, i - start);
      evidence += ' ';
    }
    start = i + 1;
    wanted = false;
  }
  return evidence;
}

// What the case of a letter adds, given the character before it.
double case_likelihood(Letter letter, Letter before) {
  if (letter != Letter::kCapital) return 0;
  if (before == Letter::kSmall) return kCapitalInside;
  return before == Letter::kCapital ? kCapitalInCapitals : kCapitalFirst;
}

double likelihood(const Hypothesis& hypothesis, std::string_view evidence) {
  double sum = 0;
  Letter before = Letter::kNone;
  bool latin_before = false;
  bool other_before = false;
  for (const char c : evidence) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      const bool small = byte >= 'a' && byte <= 'z';
      const bool capital = byte >= 'A' && byte <= 'Z';
      before = small ? Letter::kSmall : capital ? Letter::kCapital : Letter::kNone;
      latin_before = small || capital;
      if (latin_before && other_before) sum += kMixedScripts;
      other_before = false;
      continue;
    }
    const Meaning& meaning = hypothesis.bytes[byte - 0x80U];
    sum += meaning.likelihood + case_likelihood(meaning.letter, before);
    const bool other = meaning.letter != Letter::kNone && !meaning.latin;
    if (other && latin_before) sum += kMixedScripts;
    before = meaning.letter;
    other_before = other;
    latin_before = meaning.letter != Letter::kNone && meaning.latin;
  }
  return sum;
}

// ICU's detector knows the encodings of East Asia, Hebrew and Arabic.
std::string detect_by_icu(std::string_view bytes) {
  std::size_t first = 0;
  while (first < bytes.size() && static_cast<unsigned char>(bytes[first]) < 0x80) ++first;
  const std::string_view sample = bytes.substr(first, kEvidence);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(::ucsdet_open(&error),
                                                                            &ucsdet_close);
  if (U_FAILURE(error)) return "";
  ::ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &error);
  const UCharsetMatch* const match = ::ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr) return "";
  if (::ucsdet_getConfidence(match, &error) < kDetectorSure) return "";
  const char* const name = ::ucsdet_getName(match, &error);
  if (U_FAILURE(error) || name == nullptr) return "";
  const std::string found = name;
  // Unicode was ruled out before, and the detector's Latin and Cyrillic are no better than ours.
  const bool known_worse = found.rfind("UTF-", 0) == 0 || found == "ISO-8859-1" ||
                           found == "ISO-8859-2" || found == "ISO-8859-9" ||
                           found.rfind("IBM42", 0) == 0;
  return known_worse ? "" : found;
}

}  // namespace

std::string guess_charset(std::string_view bytes) {
  static const std::vector<Hypothesis> kHypotheses = make_hypotheses();
  const std::string evidence = collect_evidence(bytes);
  std::size_t beyond_ascii = 0;
  for (const char c : evidence) beyond_ascii += static_cast<unsigned char>(c) >= 0x80 ? 1 : 0;
  const Hypothesis* best = nullptr;
  double best_sum = -std::numeric_limits<double>::infinity();
  for (const Hypothesis& hypothesis : kHypotheses) {
    const double sum = hypothesis.prior + likelihood(hypothesis, evidence);
    if (sum > best_sum) {
      best_sum = sum;
      best = &hypothesis;
    }
  }
  if (best == nullptr || beyond_ascii == 0) return "windows-1252";
  if (best_sum >= kFitting * static_cast<double>(beyond_ascii)) return best->encoding;
  const std::string detected = detect_by_icu(bytes);
  return detected.empty() ? "windows-1252" : detected;
}

}  // namespace postil::index
