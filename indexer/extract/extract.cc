#include "indexer/extract/extract.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <variant>

#include <fmt/core.h>

#include "core/text/utf8.h"
#include "indexer/extract/blocks.h"
#include "indexer/extract/html/html_page.h"
#include "indexer/extract/language.h"
#include "indexer/extract/layout.h"
#include "indexer/extract/lines.h"
#include "indexer/extract/metadata.h"
#include "indexer/extract/names.h"
#include "indexer/extract/page.h"

namespace postil::index {
namespace {

// Blank lines separate; where there are none, line ends do.
std::vector<std::string> split_paragraphs(std::string_view text) {
  const std::vector<Line> lines = split_lines(text);
  const bool blank = std::any_of(lines.begin() + (lines.empty() ? 0 : 1), lines.end(),
                                 [](const Line& line) { return line.blank_before > 0; });
  std::vector<std::string> paragraphs;
  for (const Line& line : lines) {
    if (paragraphs.empty() || !blank || line.blank_before > 0) {
      paragraphs.emplace_back(line.text);
    } else {
      paragraphs.back().append(" ").append(line.text);
    }
  }
  for (std::string& paragraph : paragraphs) {
    paragraph = text::squeeze(paragraph);
  }
  return paragraphs;
}

// Text that is the body by declaration; lines broken at a width are still joined.
std::vector<Paragraph> split_body(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  for (std::string& paragraph : split_paragraphs(text)) {
    paragraphs.push_back({schema::Zone::kBody, std::move(paragraph)});
  }
  return paragraphs;
}

std::vector<Comment> make_comments(const std::vector<RawComment>& raw) {
  std::vector<Comment> comments;
  std::unordered_map<std::string_view, int> number_of;
  for (const RawComment& source : raw) {
    Comment comment;
    comment.paragraphs = split_paragraphs(source.text);
    if (comment.paragraphs.empty()) {
      continue;
    }
    comment.number = static_cast<int>(comments.size()) + 1;
    comment.author =
        source.is_name_declared ? declared_commenter(source.author) : commenter_name(source.author);
    comment.published = source.published;
    if (!source.own_id.empty()) {
      number_of.emplace(source.own_id, comment.number);
    }
    comments.push_back(std::move(comment));
  }
  // An answer may stand before what it answers.
  std::size_t next = 0;
  for (const RawComment& source : raw) {
    if (next < comments.size() && !source.parent_id.empty() && !text::trim(source.text).empty()) {
      const auto parent = number_of.find(source.parent_id);
      if (parent != number_of.end() && parent->second != comments[next].number) {
        comments[next].parent = parent->second;
      }
    }
    next += text::trim(source.text).empty() ? 0 : 1;
  }
  return comments;
}

// A page or a text of which nothing can be found is to be told.
void tell_if_bare(const RawArticle& raw, const Article& article, const FindingSink& findings) {
  const bool is_whole = std::holds_alternative<MarkedPage>(raw.content) ||
                        std::holds_alternative<PageText>(raw.content);
  const bool is_bare =
      article.meta.title.empty() && article.paragraphs.empty() && article.comments.empty();
  if (is_whole && is_bare && findings) {
    findings(Severity::kWarning, "no-text",
             "Nothing in it was taken for an article's title or text: it will not be found");
  }
}

// Whether the article is nearly all of the page, so that what the page is written in it is too.
bool makes_up(std::size_t page_bytes, const Article& article) {
  std::size_t bytes = 0;
  for (const Paragraph& paragraph : article.paragraphs) bytes += paragraph.text.size();
  return bytes * 10 >= page_bytes * 9;
}

// What tells the language: the text, and where there is little of it the title as well, which may
// be a name or in another language than the text.
std::string telling_text(const Article& article) {
  constexpr std::size_t kEnough = 16 * 1024;
  constexpr std::size_t kLittle = 120;
  std::string text = article.meta.standfirst;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (text.size() > kEnough) {
      break;
    }
    text.append("\n").append(paragraph.text);
  }
  if (text.size() < kLittle) text.append("\n").append(article.meta.title);
  return text;
}

}  // namespace

Article extract(RawArticle raw, const FindingSink& findings) {
  Article article;
  article.member = std::move(raw.member);
  article.fragment = std::move(raw.fragment);
  article.own_id = std::move(raw.own_id);
  article.meta = tidy_metadata(std::move(raw.declared));
  if (const auto* tree = std::get_if<MarkedPage>(&raw.content)) {
    if (!read_marked_page(*tree, article, raw.comments) && findings) {
      findings(
          Severity::kCut, "too-many-lines",
          fmt::format("more than {} paragraphs: what is behind them was left out", kMostBlocks));
    }
  } else if (auto* page = std::get_if<PageText>(&raw.content)) {
    const std::string language =
        article.meta.language.empty() ? detect_language(page->text) : article.meta.language;
    const bool is_read = read_page(page->text, language, article);
    if (!language.empty() && makes_up(page->text.size(), article)) article.meta.language = language;
    if (!is_read && findings) {
      findings(
          Severity::kWarning, "too-many-lines",
          fmt::format("more than {} paragraphs: all of them are taken as the body", kMostBlocks));
    }
  } else if (auto* body = std::get_if<BodyText>(&raw.content)) {
    article.paragraphs = split_body(body->text);
  } else if (auto* marked = std::get_if<MarkedBody>(&raw.content)) {
    article.paragraphs = std::move(marked->paragraphs);
  }
  keep_displaced_title(article, raw.own_title);
  if (!raw.comments.empty()) {
    article.comments = make_comments(raw.comments);
  }
  tell_if_bare(raw, article, findings);
  if (article.meta.language.empty()) {
    article.meta.language = detect_language(telling_text(article));
  }
  return article;
}

}  // namespace postil::index
