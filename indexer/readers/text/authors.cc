#include "indexer/readers/text/authors.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/text/utf8.h"

namespace postil::index {
namespace {

constexpr std::string_view kConjunctions[] = {" and ", " & ", " und ", " et ", " ve ", " и ",
                                              " та ",  " й ", " y ",   " e ",  " og ", " + "};

using Names = std::vector<std::string_view>;

Names split(std::string_view text, std::string_view separator) {
  Names parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(text::trim(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

bool is_full_name(std::string_view name) {
  return name.find(' ') != std::string_view::npos &&
         name.find_first_of("0123456789") == std::string_view::npos;
}

// A comma may divide names, or stand within one: "Lee, Ann", "Ann Lee, Jr.", "Ann Lee, Foreign
// Desk". Only the first can be told for certain, by names of two words or more on both sides.
Names split_at_commas(std::string_view text) {
  Names parts = split(text, ",");
  const bool all_full = std::all_of(parts.begin(), parts.end(), is_full_name);
  return all_full ? parts : Names{text};
}

// Whether a conjunction divides two names rather than standing in one: "Ortega y Gasset", "Lee et
// al.", "Department of Health and Human Services".
bool divides(std::string_view conjunction, std::string_view left, std::string_view right) {
  const auto is_office = [](std::string_view name) {
    return name.find(" of ") != std::string_view::npos ||
           name.find(" for ") != std::string_view::npos;
  };
  if (is_office(left) || is_office(right) || right.substr(0, 2) == "al") return false;
  return (conjunction != " y " && conjunction != " e ") ||
         (is_full_name(left) && is_full_name(right));
}

std::string_view without_by(std::string_view text) {
  for (const std::string_view by : {"by ", "By ", "BY "}) {
    if (text.substr(0, by.size()) == by) return text::trim(text.substr(by.size()));
  }
  return text;
}

void add_conjoined(std::string_view text, std::vector<std::string>& authors) {
  for (const std::string_view conjunction : kConjunctions) {
    const std::size_t at = text.find(conjunction);
    if (at == std::string_view::npos) continue;
    std::string_view left = text::trim(text.substr(0, at));
    const std::string_view right = text::trim(text.substr(at + conjunction.size()));
    if (!left.empty() && left.back() == ',') left.remove_suffix(1);
    if (!divides(conjunction, left, right)) continue;
    for (const std::string_view name : split_at_commas(left)) add_author(name, authors);
    add_conjoined(right, authors);
    return;
  }
  for (const std::string_view name : split_at_commas(text)) add_author(name, authors);
}

// "..." and "-" stand where a form wants something.
bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (u_isalnum(static_cast<UChar32>(text::next_code_point(text, at)))) return true;
  }
  return false;
}

}  // namespace

void add_author(std::string_view name, std::vector<std::string>& authors) {
  std::string squeezed = text::squeeze(without_by(text::trim(name)));
  if (!has_letter(squeezed)) return;
  if (std::find(authors.begin(), authors.end(), squeezed) == authors.end()) {
    authors.push_back(std::move(squeezed));
  }
}

std::vector<std::string> split_authors(std::string_view text) {
  constexpr std::size_t kLongest = 2000;  // of a string that is a list of names, not an essay
  std::vector<std::string> authors;
  text = without_by(text::trim(text));
  if (text.size() > kLongest) {
    add_author(text.substr(0, text::floor_boundary(text, kLongest)), authors);
    return authors;
  }
  for (const std::string_view part : split(text, ";")) add_conjoined(part, authors);
  return authors;
}

}  // namespace postil::index
