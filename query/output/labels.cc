#include "query/output/labels.h"

#include <fmt/format.h>

#include <algorithm>

namespace postil::query {
namespace {

constexpr std::string_view kDot = " · ";

}  // namespace

void add_highlighted(std::string_view text, const std::vector<Highlight>& highlights, Style plain,
                     Style match, Line& line) {
  std::size_t at = 0;
  for (const Highlight& highlight : highlights) {
    const std::size_t begin = std::clamp<std::size_t>(highlight.begin, at, text.size());
    const std::size_t end = std::clamp<std::size_t>(highlight.end, begin, text.size());
    line.add(text.substr(at, begin - at), plain).add(text.substr(begin, end - begin), match);
    at = end;
  }
  line.add(text.substr(at), plain);
}

std::string place_label(std::uint32_t paragraph, std::uint32_t page, std::string_view zone) {
  const bool ordinary =
      zone == schema::name(schema::Zone::kBody) || zone == schema::name(schema::Zone::kComment);
  std::string label;
  if (paragraph > 0) label = fmt::format("¶{}", paragraph);
  if (!ordinary) {
    if (!label.empty()) label += ' ';
    label += zone;
  }
  if (page > 0) label += fmt::format("{}p. {}", label.empty() ? "" : " ", page);
  return label;
}

Line byline(const std::vector<std::string>& authors, const std::optional<PartialDate>& published,
            schema::DateSource published_from, const std::optional<PartialDate>& captured,
            std::string_view outlet) {
  Line line;
  if (authors.empty()) line.add("author unknown", Style::kFaint);
  for (std::size_t i = 0; i < authors.size(); ++i) {
    if (i > 0) line.add(i + 1 == authors.size() ? " and " : ", ");
    line.add(authors[i]);
  }
  line.add(kDot, Style::kFaint);
  if (published) {
    line.add(to_string(*published));
    if (published_from != schema::DateSource::kNone) {
      line.add(fmt::format(" ({})", schema::name(published_from)), Style::kFaint);
    }
  } else {
    line.add("undated", Style::kFaint);
    if (captured) line.add(fmt::format(", saved {}", to_string(*captured)), Style::kFaint);
  }
  line.add(kDot, Style::kFaint);
  if (outlet.empty()) {
    line.add("outlet unknown", Style::kFaint);
  } else {
    line.add(outlet);
  }
  return line;
}

Line comment_heading(std::uint32_t number, std::uint32_t parent, std::string_view author,
                     const std::optional<PartialDate>& published) {
  Line line;
  line.add(fmt::format("Comment {}", number), Style::kLabel).add(", ");
  line.add(author.empty() ? "anonymous" : author).add(", ");
  line.add(published ? to_string(*published) : "undated");
  if (parent > 0) line.add(fmt::format(", answers comment {}", parent));
  return line;
}

}  // namespace postil::query
