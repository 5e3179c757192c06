// BibTeX, for LaTeX with biber or bibtex and for every reference manager. UTF-8 is kept; only what
// TeX would take for its own is escaped.
#include <fmt/format.h>
#include <unicode/uchar.h>

#include <array>

#include "core/text/utf8.h"
#include "query/output/citation.h"
#include "query/output/formats.h"

namespace postil::query {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

void append_escaped(char32_t c, std::string& out) {
  switch (c) {
    case '\\':
      out += "\\textbackslash{}";
      return;
    // BibTeX counts braces, escaped ones among them.
    case '{':
      out += "\\textbraceleft{}";
      return;
    case '}':
      out += "\\textbraceright{}";
      return;
    case '^':
      out += "\\textasciicircum{}";
      return;
    case '~':
      out += "\\textasciitilde{}";
      return;
    case '$':
    case '&':
    case '#':
    case '_':
    case '%':
      out += '\\';
      break;
    default:
      break;
  }
  const bool is_control = c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
  text::append_code_point(is_control ? U' ' : c, out);
}

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    append_escaped(text::next_code_point(text, at), out);
  }
  return out;
}

// Whether a style that writes titles in lower case would spoil the word: one with a capital, unless
// it is only the first letter of the title.
bool needs_protection(std::string_view word, bool is_first) {
  for (std::size_t at = 0; at < word.size();) {
    const bool may_be_capital = is_first && at == 0;
    const auto c = static_cast<UChar32>(text::next_code_point(word, at));
    if (u_isupper(c) != 0 && !may_be_capital) return true;
  }
  return false;
}

std::string protected_title(std::string_view title) {
  std::string out;
  for (std::size_t begin = 0; begin < title.size();) {
    const std::size_t end = std::min(title.find(' ', begin), title.size());
    const std::string_view word = title.substr(begin, end - begin);
    const bool protect = needs_protection(word, begin == 0);
    out += protect ? "{" + escaped(word) + "}" : escaped(word);
    if (end < title.size()) out += ' ';
    begin = end + 1;
  }
  return out;
}

std::string name_of(const CitedName& name) {
  if (!name.literal.empty()) return "{" + escaped(name.literal) + "}";
  if (name.suffix.empty()) return fmt::format("{}, {}", escaped(name.family), escaped(name.given));
  return fmt::format("{}, {}, {}", escaped(name.family), escaped(name.suffix), escaped(name.given));
}

// A field that is taken letter by letter: what would end it is written as in a URL.
std::string verbatim(std::string_view url) {
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || c == '{' || c == '}' || c == '\\' || c == '"') {
      fmt::format_to(std::back_inserter(out), "%{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view type_of(CitedKind kind) {
  switch (kind) {
    case CitedKind::kArticle:
      return "article";
    case CitedKind::kPage:
    case CitedKind::kComment:
      return "online";
    case CitedKind::kDocument:
      break;
  }
  return "misc";
}

void add(std::string_view name, const std::string& value, std::string& out) {
  if (!value.empty()) fmt::format_to(std::back_inserter(out), "  {} = {{{}}},\n", name, value);
}

void add_date(const PartialDate& date, std::string& out) {
  add("date", to_string(date), out);
  add("year", fmt::format("{:04}", date.year), out);
  if (date.month > 0) {
    fmt::format_to(std::back_inserter(out), "  month = {},\n", kMonths[date.month - 1U]);
  }
}

void write(const Citation& citation, std::string& out) {
  fmt::format_to(std::back_inserter(out), "@{}{{{},\n", type_of(citation.kind), citation.key);
  std::string authors;
  for (const CitedName& author : citation.authors) {
    if (!authors.empty()) authors += " and ";
    authors += name_of(author);
  }
  add("author", authors, out);
  add("title", protected_title(citation.title), out);
  if (citation.kind == CitedKind::kArticle) {
    add("journal", escaped(citation.outlet), out);
  } else {
    add("organization", escaped(citation.outlet), out);
  }
  if (citation.published) add_date(*citation.published, out);
  add("url", verbatim(citation.url), out);
  if (citation.captured) add("urldate", to_string(*citation.captured), out);
  add("langid", citation.language, out);
  add("keywords", escaped(fmt::format("{}", fmt::join(citation.tags, ", "))), out);
  add("note", escaped(citation.note), out);
  add("annote", escaped(citation.quote), out);
  out += "}\n";
}

}  // namespace

void print_bibtex(const Answer& answer, const OutputOptions& /*options*/, std::string& out) {
  for (const Citation& citation : citations_of(answer)) write(citation, out);
}

void read_bibtex(const Reading& reading, const OutputOptions& /*options*/, std::string& out) {
  write(citation_of(reading), out);
}

}  // namespace postil::query
