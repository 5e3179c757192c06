#include "query/output/labels.h"

#include <fmt/format.h>

#include <algorithm>

namespace postil::query {
namespace {

constexpr std::string_view kDot = " · ";

}  // namespace

void add_marked(const MarkedText& marked, Style plain, Style match, Line& line) {
  const std::string_view text = marked.text;
  std::size_t at = 0;
  for (const Highlight& highlight : marked.highlights) {
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

Line byline(const ArticleDescription& article) {
  Line line;
  if (article.authors.empty()) line.add("author unknown", Style::kFaint);
  for (std::size_t i = 0; i < article.authors.size(); ++i) {
    if (i > 0) line.add(i + 1 == article.authors.size() ? " and " : ", ");
    line.add(article.authors[i]);
  }
  line.add(kDot, Style::kFaint);
  if (article.published) {
    line.add(to_string(*article.published));
    if (article.published_from != schema::DateSource::kNone) {
      line.add(fmt::format(" ({})", schema::name(article.published_from)), Style::kFaint);
    }
  } else {
    line.add("undated", Style::kFaint);
    if (article.captured)
      line.add(fmt::format(", saved {}", to_string(*article.captured)), Style::kFaint);
  }
  line.add(kDot, Style::kFaint);
  if (article.outlet.empty()) {
    line.add("outlet unknown", Style::kFaint);
  } else {
    line.add(article.outlet);
  }
  return line;
}

Line comment_heading(const CommentDescription& comment) {
  Line line;
  line.add(fmt::format("Comment {}", comment.number), Style::kLabel).add(", ");
  line.add(comment.author.empty() ? "anonymous" : comment.author).add(", ");
  line.add(comment.published ? to_string(*comment.published) : "undated");
  if (comment.parent > 0) line.add(fmt::format(", answers comment {}", comment.parent));
  return line;
}

}  // namespace postil::query
