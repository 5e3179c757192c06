#include "indexer/readers/text/yaml_fields.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <exception>
#include <optional>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace postil::index {
namespace {

// A value has so many parts at most, however often its anchors are used.
constexpr int kMostParts = 2000;
constexpr int kDeepest = 8;

// The parser's time is not linear for every input; fields of articles are far below this.
constexpr std::size_t kLongestForParser = 32UL * 1024;

void set_field(FrontMatter& front, const std::string& name, FieldValue value, std::size_t line) {
  const auto same = std::find_if(front.fields.begin(), front.fields.end(),
                                 [&](const auto& field) { return field.name == name; });
  if (same == front.fields.end()) {
    front.fields.push_back({name, std::move(value)});
    return;
  }
  same->value = std::move(value);
  front.problems.push_back(
      {line, fmt::format("'{}' stands there twice: the last one counts", name)});
}

FieldValue convert(const YAML::Node& node, int depth, int& parts) {
  FieldValue value;
  if (depth > kDeepest || --parts < 0) return value;
  if (node.IsScalar()) {
    value.scalar = node.Scalar();
  } else if (node.IsSequence()) {
    for (const YAML::Node& item : node) {
      if (parts <= 0) break;
      value.items.push_back(convert(item, depth + 1, parts));
    }
  } else if (node.IsMap()) {
    for (const auto& entry : node) {
      if (parts <= 0) break;
      if (!entry.first.IsScalar()) continue;
      value.entries.push_back(
          {text::lower(entry.first.Scalar()), convert(entry.second, depth + 1, parts)});
    }
  }
  return value;
}

struct Entry {
  std::size_t line = 0;  // within the block, from 0
  std::string_view text;
};

// The block cut before each line that starts a field.
std::vector<Entry> split_entries(std::string_view yaml) {
  std::vector<Entry> entries;
  std::size_t line = 0;
  for (std::size_t at = 0; at < yaml.size(); ++line) {
    const std::size_t end = std::min(yaml.find('\n', at), yaml.size() - 1) + 1;
    const std::string_view text = yaml.substr(at, end - at);
    if (is_field_line(text) || entries.empty()) {
      entries.push_back({line, text});
    } else {
      Entry& last = entries.back();
      last.text = yaml.substr(at - last.text.size(), last.text.size() + text.size());
    }
    at = end;
  }
  return entries;
}

// The parser takes a quote that is not closed to go on over all that follows. Then lines that start
// a field are missing among the keys it found: the first of them, counted from 0, or nothing.
std::optional<std::size_t> swallowed_line(const YAML::Node& root, std::string_view yaml) {
  std::vector<std::size_t> key_lines;
  for (const auto& entry : root) {
    key_lines.push_back(static_cast<std::size_t>(std::max(0, entry.first.Mark().line)));
  }
  std::sort(key_lines.begin(), key_lines.end());
  for (const Entry& entry : split_entries(yaml)) {
    if (is_field_line(entry.text) &&
        !std::binary_search(key_lines.begin(), key_lines.end(), entry.line)) {
      return entry.line;
    }
  }
  return std::nullopt;
}

std::optional<Problem> parse(std::string_view yaml, std::size_t first_line, FrontMatter& front) {
  try {
    const YAML::Node root = YAML::Load(std::string(yaml));
    if (root.IsNull()) return std::nullopt;
    if (!root.IsMap()) return Problem{first_line, "there are no fields in it"};
    if (const auto line = swallowed_line(root, yaml)) {
      return Problem{first_line + *line,
                     "this field is inside a quote that is not closed before it"};
    }
    int parts = kMostParts;
    for (const auto& entry : root) {
      if (!entry.first.IsScalar()) continue;
      const int mark = entry.first.Mark().line;
      set_field(front, text::lower(entry.first.Scalar()), convert(entry.second, 0, parts),
                first_line + static_cast<std::size_t>(std::max(0, mark)));
    }
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    const std::size_t line = error.mark.line < 0 ? 0 : static_cast<std::size_t>(error.mark.line);
    return Problem{first_line + line, error.msg};
  } catch (const std::exception& error) {
    return Problem{first_line, error.what()};
  }
}

std::string_view without_quotes(std::string_view value) {
  const char first = value.empty() ? '\0' : value.front();
  if (first != '"' && first != '\'') return value;
  const bool closed = value.size() > 1 && value.back() == first;
  value.remove_prefix(1);
  if (closed) value.remove_suffix(1);
  return value;
}

// "[a, b]" and lines of "- a", without what a YAML parser would make of them.
FieldValue plain_value(std::string_view first, std::string_view rest) {
  FieldValue value;
  first = text::trim(first);
  if (first.size() > 1 && first.front() == '[' && first.back() == ']') {
    std::string_view list = first.substr(1, first.size() - 2);
    while (!list.empty()) {
      const std::size_t comma = std::min(list.find(','), list.size());
      const std::string_view item = without_quotes(text::trim(list.substr(0, comma)));
      if (!item.empty()) value.items.push_back({std::string(item), {}, {}});
      list.remove_prefix(std::min(list.size(), comma + 1));
    }
    return value;
  }
  value.scalar = without_quotes(first);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = text::trim(rest.substr(0, end));
    rest.remove_prefix(std::min(rest.size(), end + 1));
    if (line.substr(0, 2) == "- ") {
      value.items.push_back({std::string(without_quotes(text::trim(line.substr(2)))), {}, {}});
    } else if (!line.empty() && value.items.empty()) {
      value.scalar += (value.scalar.empty() ? "" : " ") + std::string(without_quotes(line));
    }
  }
  if (!value.items.empty()) value.scalar.clear();
  return value;
}

// One field whose value the parser refused: taken as it stands.
void take_plainly(const Entry& entry, std::size_t line, FrontMatter& front) {
  const std::size_t colon = entry.text.find(':');
  if (!is_field_line(entry.text) || colon == std::string_view::npos) return;
  const std::size_t end = std::min(entry.text.find('\n'), entry.text.size());
  const std::string_view rest = entry.text.substr(std::min(entry.text.size(), end + 1));
  set_field(front, text::lower(text::trim(entry.text.substr(0, colon))),
            plain_value(entry.text.substr(colon + 1, end - colon - 1), rest), line);
}

}  // namespace

bool is_field_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon > 60) return false;
  const char next = colon + 1 < line.size() ? line[colon + 1] : '\n';
  if (next != ' ' && next != '\t' && next != '\n') return false;
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  });
}

void read_yaml_fields(std::string_view yaml, std::size_t first_line, FrontMatter& front) {
  std::optional<Problem> fault;
  if (yaml.size() <= kLongestForParser) {
    fault = parse(yaml, first_line, front);
    if (!fault) return;
    front.problems.push_back(*fault);
  } else {
    front.problems.push_back({first_line, "the block of fields is too long for a parser"});
  }
  front.fields.clear();
  int budget = 200;  // fields; each costs a parser
  for (const Entry& entry : split_entries(yaml)) {
    if (--budget < 0) break;
    const std::size_t line = first_line + entry.line;
    const bool parsed = entry.text.size() <= kLongestForParser && !parse(entry.text, line, front);
    if (!parsed) take_plainly(entry, line, front);
  }
}

}  // namespace postil::index
