#include "indexer/readers/text/front_matter.h"

#include <algorithm>

#include "indexer/readers/text/toml_fields.h"
#include "indexer/readers/text/yaml_fields.h"

namespace postil::index {
namespace {

// Fields of an article take a few lines; beyond this it is something else between two rules.
constexpr std::size_t kLongestBlock = 64UL * 1024;

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

std::string_view without_trailing_space(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

std::size_t behind_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

// Where the block's fields end and where the body starts. Not found: both are the text's size.
struct Border {
  std::size_t fields_end;
  std::size_t body;
  bool found;
};

Border find_border(std::string_view text, std::size_t start, std::string_view rule) {
  const std::size_t limit = std::min(text.size(), start + kLongestBlock);
  for (std::size_t at = start; at < limit; at = behind_line(text, at)) {
    const std::string_view line = without_trailing_space(first_line(text.substr(at)));
    if (line == rule || (rule == "---" && line == "...")) return {at, behind_line(text, at), true};
  }
  return {text.size(), text.size(), false};
}

// The end of a block that nobody closed: the first line that is neither a field nor part of one.
Border guess_border(std::string_view text, std::size_t start) {
  std::size_t at = start;
  while (at < std::min(text.size(), start + kLongestBlock)) {
    const std::string_view line = first_line(text.substr(at));
    const bool inside = !line.empty() && (line[0] == ' ' || line[0] == '\t' || line[0] == '-');
    if (!is_field_line(line) && !inside) break;
    at = behind_line(text, at);
  }
  return {at, at, false};
}

}  // namespace

bool starts_with_front_matter(std::string_view text) {
  const std::string_view rule = without_trailing_space(first_line(text));
  if (rule != "---" && rule != "+++") return false;
  std::size_t at = behind_line(text, 0);
  // Comments and empty lines may come before the first field.
  for (int i = 0; i < 20 && at < text.size(); ++i, at = behind_line(text, at)) {
    const std::string_view line = without_trailing_space(first_line(text.substr(at)));
    if (line.empty() || line[0] == '#' || line[0] == '[') continue;
    if (rule == "+++") return line.find('=') != std::string_view::npos || line == rule;
    return is_field_line(line) || line == rule;
  }
  return false;
}

FrontMatter read_front_matter(std::string_view text) {
  FrontMatter front;
  if (!starts_with_front_matter(text)) return front;
  const bool toml = text[0] == '+';
  const std::size_t start = behind_line(text, 0);
  Border border = find_border(text, start, toml ? "+++" : "---");
  if (!border.found) {
    if (toml) return front;
    border = guess_border(text, start);
    if (border.body == start) return front;
    front.problems.push_back({1, "the block of fields is not closed by a line ---"});
  }
  front.present = true;
  front.end = border.body;
  const std::string_view block = text.substr(start, border.fields_end - start);
  if (toml) {
    read_toml_fields(block, 2, front);
  } else {
    read_yaml_fields(block, 2, front);
  }
  return front;
}

}  // namespace postil::index
