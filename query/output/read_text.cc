// An article to be read on a terminal: paragraphs with their numbers, by which they are cited; the
// readers' comments as the conversation that they are; what surrounded it on its page folded away.
#include <fmt/format.h>

#include <algorithm>

#include "query/output/formats.h"
#include "query/output/labels.h"
#include "query/output/page.h"
#include "query/output/thread.h"
#include "query/output/totals.h"

namespace postil::query {
namespace {

constexpr int kNumberWidth = 5;  // "¶20  "
constexpr int kThreadIndent = 3;
constexpr int kDeepest = 6;  // answers to answers are not moved further right than this

void print_marked(const MarkedText& text, Style style, Line line, Indent indent, Page& page) {
  const Style match = style == Style::kTitle ? Style::kMatchInTitle : Style::kMatch;
  add_marked(text, style, match, line);
  page.wrapped(line, indent);
}

void print_paragraph(const ReadParagraph& paragraph, int indent, Page& page) {
  Line line;
  line.add(fmt::format("¶{}", paragraph.number), Style::kLabel).pad_to(kNumberWidth);
  const bool heading = paragraph.zone == schema::Zone::kHeading;
  if (paragraph.zone == schema::Zone::kQuote) line.add("│ ", Style::kFaint);
  if (paragraph.zone == schema::Zone::kList) line.add("• ", Style::kFaint);
  if (paragraph.zone == schema::Zone::kCaption) line.add("[caption] ", Style::kFaint);
  print_marked(paragraph.body, heading ? Style::kTitle : Style::kPlain, std::move(line),
               {indent, indent + kNumberWidth}, page);
}

void print_head(const Reading& reading, Page& page) {
  if (reading.title.text.empty()) {
    page.wrapped(Line().add("untitled", Style::kFaint));
  } else {
    print_marked(reading.title, Style::kTitle, Line(), {0, 2}, page);
  }
  page.wrapped(byline(reading), {0, 2});
  if (reading.updated) {
    page.wrapped(Line().add("updated ", Style::kFaint).add(to_string(*reading.updated)));
  }
  if (reading.published && reading.captured) {
    page.wrapped(Line().add("saved ", Style::kFaint).add(to_string(*reading.captured)));
  }
  page.unbroken(Line().add(reading.path, Style::kPath));
  if (!reading.url.empty()) page.unbroken(Line().add(reading.url, Style::kPath));
  Line more;
  more.add(reading.id, Style::kFaint);
  if (!reading.tags.empty()) {
    more.add(fmt::format(" · {}", fmt::join(reading.tags, ", ")), Style::kFaint);
  }
  page.wrapped(more, {0, 2});
}

void print_body(const Reading& reading, Page& page) {
  if (!reading.standfirst.text.empty()) {
    page.blank();
    print_marked(reading.standfirst, Style::kTitle, Line(), {kNumberWidth, kNumberWidth}, page);
  }
  for (const ReadParagraph& paragraph : reading.paragraphs) {
    page.blank();
    print_paragraph(paragraph, 0, page);
  }
  if (!reading.author_note.text.empty()) {
    page.blank();
    print_marked(reading.author_note, Style::kPlain, Line().add("Author note: ", Style::kLabel),
                 {kNumberWidth, kNumberWidth}, page);
  }
}

void print_comment(const ReadComment& comment, int depth, bool selected, Page& page) {
  const int indent = std::min(depth, kDeepest) * kThreadIndent;
  page.blank();
  Line heading;
  if (selected) heading.add("▸ ", Style::kMatch);
  const Line said = comment_heading(comment);
  for (const Line::Run& run : said.runs()) heading.add(run.text, run.style);
  page.wrapped(heading, {indent, indent + 2});
  for (const ReadParagraph& paragraph : comment.paragraphs) {
    print_paragraph(paragraph, indent, page);
  }
}

// All comments, or only the conversation that the selected one is part of.
void print_comments(const Reading& reading, Page& page) {
  if (reading.comments.empty()) return;
  const std::vector<ThreadPlace> thread = thread_of(reading.comments);
  const auto number_of = [&](std::size_t comment) { return reading.comments[comment].number; };
  const auto selected = std::find_if(thread.begin(), thread.end(), [&](const ThreadPlace& place) {
    return number_of(place.comment) == reading.selected_comment;
  });
  const auto is_shown = [&](const ThreadPlace& place) {
    return selected == thread.end() || place.root == selected->root;
  };
  const auto shown =
      static_cast<std::size_t>(std::count_if(thread.begin(), thread.end(), is_shown));
  std::string heading = counted(thread.size(), "comment");
  if (shown < thread.size()) heading = fmt::format("{} of ", shown) + heading;
  page.blank();
  page.wrapped(Line().add(heading, Style::kTitle));
  for (const ThreadPlace& place : thread) {
    if (!is_shown(place)) continue;
    print_comment(reading.comments[place.comment], place.depth,
                  number_of(place.comment) == reading.selected_comment, page);
  }
}

void print_furniture(const Reading& reading, bool unfolded, Page& page) {
  if (reading.furniture.empty()) return;
  page.blank();
  if (!unfolded) {
    std::string reasons;
    for (const ReadFurniture& furniture : reading.furniture) {
      const std::string_view reason = schema::name(furniture.reason);
      if (reasons.find(reason) != std::string::npos) continue;
      if (!reasons.empty()) reasons += ", ";
      reasons += reason;
    }
    page.wrapped(Line().add(fmt::format("{} of what surrounds it folded away ({}); --furniture "
                                        "shows it",
                                        counted(reading.furniture.size(), "piece"), reasons),
                            Style::kFaint));
    return;
  }
  page.wrapped(Line().add("Around it on its page, not searched", Style::kTitle));
  for (const ReadFurniture& furniture : reading.furniture) {
    page.blank();
    Line line;
    line.add(fmt::format("[{}] ", schema::name(furniture.reason)), Style::kLabel);
    page.wrapped(line.add(furniture.text, Style::kFaint), {kNumberWidth, kNumberWidth});
  }
}

}  // namespace

void read_text(const Reading& reading, const OutputOptions& options, std::string& out) {
  Page page(out, options.width, options.colour);
  print_head(reading, page);
  if (reading.selected_comment == 0) {
    print_body(reading, page);
  } else {
    page.wrapped(Line()
                     .add("the article itself: postil-query --show ", Style::kFaint)
                     .add(reading.id, Style::kFaint));
  }
  print_comments(reading, page);
  if (reading.selected_comment == 0) print_furniture(reading, options.furniture, page);
}

}  // namespace postil::query
