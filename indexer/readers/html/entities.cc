#include "indexer/readers/html/entities.h"

#include <cstdint>
#include <unordered_map>

#include "core/text/utf8.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestName = 10;
constexpr std::size_t kLongestLegacyName = 6;

// The names of U+00A0 to U+00FF, in order.
constexpr std::string_view kLatin1 =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn "
    "sup2 "
    "sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute "
    "Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH "
    "Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN "
    "szlig "
    "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute "
    "icirc "
    "iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute "
    "thorn yuml";

// The names of U+0391 to U+03A9 and of U+03B1 to U+03C9, in order; "-" has none.
constexpr std::string_view kCapitalGreek =
    "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - "
    "Sigma Tau Upsilon Phi Chi Psi Omega";
constexpr std::string_view kSmallGreek =
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
    "sigmaf "
    "sigma tau upsilon phi chi psi omega";

struct Named {
  std::string_view name;
  char32_t point;
};

constexpr Named kOthers[] = {
    {"amp", '&'},       {"AMP", '&'},       {"lt", '<'},        {"LT", '<'},
    {"gt", '>'},        {"GT", '>'},        {"quot", '"'},      {"QUOT", '"'},
    {"apos", '\''},     {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},
    {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"bdquo", 0x201E},  {"lsaquo", 0x2039},
    {"rsaquo", 0x203A}, {"ndash", 0x2013},  {"mdash", 0x2014},  {"horbar", 0x2015},
    {"hyphen", 0x2010}, {"hellip", 0x2026}, {"bull", 0x2022},   {"dagger", 0x2020},
    {"Dagger", 0x2021}, {"permil", 0x2030}, {"prime", 0x2032},  {"Prime", 0x2033},
    {"euro", 0x20AC},   {"trade", 0x2122},  {"numero", 0x2116}, {"OElig", 0x152},
    {"oelig", 0x153},   {"Scaron", 0x160},  {"scaron", 0x161},  {"Zcaron", 0x17D},
    {"zcaron", 0x17E},  {"Ccaron", 0x10C},  {"ccaron", 0x10D},  {"Cacute", 0x106},
    {"cacute", 0x107},  {"Yuml", 0x178},    {"fnof", 0x192},    {"circ", 0x2C6},
    {"tilde", 0x2DC},   {"ensp", 0x2002},   {"emsp", 0x2003},   {"thinsp", 0x2009},
    {"zwnj", 0x200C},   {"zwj", 0x200D},    {"lrm", 0x200E},    {"rlm", 0x200F},
    {"minus", 0x2212},  {"larr", 0x2190},   {"uarr", 0x2191},   {"rarr", 0x2192},
    {"darr", 0x2193},   {"harr", 0x2194},   {"asymp", 0x2248},  {"ne", 0x2260},
    {"le", 0x2264},     {"ge", 0x2265},     {"infin", 0x221E},  {"inodot", 0x131},
    {"imath", 0x131},   {"Idot", 0x130},    {"scedil", 0x15F},  {"Scedil", 0x15E},
    {"gbreve", 0x11F},  {"Gbreve", 0x11E},  {"lstrok", 0x142},  {"Lstrok", 0x141},
    {"newline", '\n'},  {"NewLine", '\n'},  {"Tab", '\t'},      {"num", '#'},
    {"lpar", '('},      {"rpar", ')'},      {"lsqb", '['},      {"rsqb", ']'},
    {"colon", ':'},     {"comma", ','},     {"period", '.'},    {"excl", '!'},
    {"quest", '?'},     {"sol", '/'},       {"lowbar", '_'},    {"commat", '@'},
};

// What &#128; to &#159; were meant to be, as every browser knows: windows-1252. 0: nothing.
constexpr char16_t kWindows[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                 0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::unordered_map<std::string_view, char32_t> make_names() {
  std::unordered_map<std::string_view, char32_t> names;
  const auto add = [&](std::string_view list, char32_t point) {
    for (std::size_t at = 0; at < list.size();) {
      const std::size_t end = std::min(list.find(' ', at), list.size());
      names.emplace(list.substr(at, end - at), point++);
      at = end + 1;
    }
  };
  add(kLatin1, 0xA0);
  add(kCapitalGreek, 0x391);
  add(kSmallGreek, 0x3B1);
  for (const Named& other : kOthers) names.emplace(other.name, other.point);
  return names;
}

// Those that HTML 2 to 3.2 had.
std::unordered_map<std::string_view, char32_t> make_legacy_names() {
  std::unordered_map<std::string_view, char32_t> names = {
      {"amp", '&'}, {"AMP", '&'},  {"lt", '<'},   {"LT", '<'},    {"gt", '>'},
      {"GT", '>'},  {"quot", '"'}, {"QUOT", '"'}, {"COPY", 0xA9}, {"REG", 0xAE}};
  char32_t point = 0xA0;
  for (std::size_t at = 0; at < kLatin1.size();) {
    const std::size_t end = std::min(kLatin1.find(' ', at), kLatin1.size());
    names.emplace(kLatin1.substr(at, end - at), point++);
    at = end + 1;
  }
  return names;
}

int digit_value(char c, int base) {
  if (c >= '0' && c <= '9') return c - '0';
  if (base == 16 && c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (base == 16 && c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::size_t decode_number(std::string_view text, std::string& out) {
  const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const int base = hex ? 16 : 10;
  const std::size_t first = hex ? 3 : 2;
  std::size_t at = first;
  std::uint32_t value = 0;
  while (at < text.size() && at < first + 8 && digit_value(text[at], base) >= 0) {
    value = value * static_cast<std::uint32_t>(base) +
            static_cast<std::uint32_t>(digit_value(text[at], base));
    ++at;
  }
  if (at == first) return 0;
  if (value >= 0x80 && value < 0xA0) value = kWindows[value - 0x80];
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  const bool control = value < 0x20 && value != '\n' && value != '\t';
  if (control) {
    out += ' ';
  } else {
    text::append_code_point(value > 0x10FFFF || surrogate ? 0xFFFD : value, out);
  }
  return at < text.size() && text[at] == ';' ? at + 1 : at;
}

}  // namespace

std::size_t decode_entity(std::string_view text, std::string& out) {
  static const auto kNames = make_names();
  if (text.size() < 3 || text[0] != '&') return 0;
  if (text[1] == '#') return decode_number(text, out);
  const std::size_t end = text.substr(0, kLongestName + 2).find(';');
  if (end == std::string_view::npos) return 0;
  const auto found = kNames.find(text.substr(1, end - 1));
  if (found == kNames.end()) return 0;
  text::append_code_point(found->second, out);
  return end + 1;
}

std::size_t decode_html_entity(std::string_view text, std::string& out) {
  const std::size_t length = decode_entity(text, out);
  if (length != 0 || text.size() < 3 || text[1] == '#') return length;
  static const auto kNames = make_legacy_names();
  // The longest name wins: "&notit" is ¬it, "&sup2" is ².
  for (std::size_t size = std::min(kLongestLegacyName, text.size() - 1); size >= 2; --size) {
    const auto found = kNames.find(text.substr(1, size));
    if (found == kNames.end()) continue;
    text::append_code_point(found->second, out);
    return size + 1;
  }
  return 0;
}

std::string decode_entities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t next = std::min(text.find('&'), text.size());
    out += text.substr(0, next);
    text.remove_prefix(next);
    if (text.empty()) break;
    const std::size_t length = decode_entity(text, out);
    if (length == 0) out += '&';
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

}  // namespace postil::index
