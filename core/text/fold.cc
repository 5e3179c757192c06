#include "core/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace postil::text {
namespace {

// What Unicode does not decompose but readers take for the plain letter, sorted. The choice is that
// of Lucene's ASCIIFoldingFilter for Latin and ArabicNormalizer and PersianNormalizer for Arabic.
struct Letter {
  UChar32 from;
  const char16_t* to;
};
constexpr std::array kLetters = {
    Letter{0x00E6, u"ae"},
    Letter{0x00F0, u"d"},
    Letter{0x00F8, u"o"},
    Letter{0x00FE, u"th"},
    Letter{0x0111, u"d"},
    Letter{0x0127, u"h"},
    Letter{0x0131, u"i"},
    Letter{0x0138, u"q"},
    Letter{0x0142, u"l"},
    Letter{0x014B, u"n"},
    Letter{0x0153, u"oe"},
    Letter{0x0167, u"t"},
    Letter{0x0180, u"b"},
    Letter{0x0192, u"f"},
    Letter{0x019A, u"l"},
    Letter{0x01E5, u"g"},
    Letter{0x0253, u"b"},
    Letter{0x0254, u"o"},
    Letter{0x0257, u"d"},
    Letter{0x0259, u"e"},
    Letter{0x025B, u"e"},
    Letter{0x0268, u"i"},
    Letter{0x0289, u"u"},
    Letter{0x0649, u"\u064A"},  // alef maksura, as final yeh is often typed
    Letter{0x0671, u"\u0627"},  // alef wasla
    Letter{0x06A9, u"\u0643"},  // Persian kaf
    Letter{0x06CC, u"\u064A"},  // Persian yeh
};

const char16_t* plain_letter(UChar32 c) {
  const auto* found =
      std::lower_bound(kLetters.begin(), kLetters.end(), c,
                       [](const Letter& letter, UChar32 wanted) { return letter.from < wanted; });
  return found != kLetters.end() && found->from == c ? found->to : nullptr;
}

bool is_apostrophe(UChar32 c) {
  return c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02BC || c == 0x02B9 || c == 0x02BB ||
         c == 0x2032 || c == 0x00B4 || c == 0x0060;
}

bool is_dash(UChar32 c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2043; }

bool is_cyrillic_vowel(UChar32 c) {
  switch (c) {
    case 0x0430:  // а
    case 0x0435:  // е
    case 0x0438:  // и
    case 0x043E:  // о
    case 0x0443:  // у
    case 0x044B:  // ы
    case 0x044D:  // э
    case 0x044E:  // ю
    case 0x044F:  // я
    case 0x0454:  // є
    case 0x0456:  // і
      return true;
    default:
      return false;
  }
}

// Whether a combining mark (canonical decomposition) is dropped behind `base`.
bool drops_mark(UChar32 base, UScriptCode script, UChar32 mark) {
  switch (script) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
      return true;
    case USCRIPT_CYRILLIC:
      if (mark == 0x0308) return base == 0x0435;                             // ё
      return (mark == 0x0301 || mark == 0x0300) && is_cyrillic_vowel(base);  // stress
    case USCRIPT_ARABIC:
      return (mark >= 0x064B && mark <= 0x065F) || mark == 0x0670 ||
             (mark >= 0x06D6 && mark <= 0x06ED);
    case USCRIPT_HEBREW:
      return mark >= 0x0591 && mark <= 0x05C7;
    default:
      return false;
  }
}

// Marks stripped and letters made plain, on the canonical decomposition.
icu::UnicodeString strip(const icu::UnicodeString& decomposed) {
  icu::UnicodeString out;
  UChar32 base = 0;
  UScriptCode script = USCRIPT_COMMON;
  for (std::int32_t i = 0; i < decomposed.length();) {
    const UChar32 c = decomposed.char32At(i);
    i += U16_LENGTH(c);
    const auto type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) {
      if (!drops_mark(base, script, c)) out.append(c);
      continue;
    }
    if (c == 0x0640) continue;  // tatweel only stretches an Arabic word
    UErrorCode status = U_ZERO_ERROR;
    base = c;
    script = uscript_getScript(c, &status);
    if (const char16_t* plain = plain_letter(c)) {
      out.append(icu::UnicodeString(plain));
    } else if (is_apostrophe(c)) {
      out.append(u'\'');
    } else if (is_dash(c)) {
      out.append(u'-');
    } else {
      out.append(c);
    }
  }
  return out;
}

// What ASCII folds to.
constexpr std::array<char, 0x80> make_folded() {
  std::array<char, 0x80> folded{};
  for (std::size_t c = 0; c < folded.size(); ++c) folded[c] = lower(static_cast<char>(c));
  folded['`'] = '\'';
  return folded;
}

constexpr std::array<char, 0x80> kFolded = make_folded();

std::string fold_unicode(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto* decompose = icu::Normalizer2::getNFDInstance(status);
  const auto* compose = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(text);  // ICU without its data: nothing folds anywhere
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  wide = casefold->normalize(wide, status);
  wide = strip(decompose->normalize(wide, status));
  wide = compose->normalize(wide, status);
  std::string out;
  wide.toUTF8String(out);
  return out;
}

}  // namespace

std::string fold(std::string_view text) {
  if (!is_ascii(text)) return fold_unicode(text);
  std::string out(text);
  for (char& c : out) c = kFolded[static_cast<unsigned char>(c)];
  return out;
}

std::string fold_value(std::string_view value) { return squeeze(fold(value)); }

}  // namespace postil::text
