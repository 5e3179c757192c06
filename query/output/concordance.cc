#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/text/utf8.h"
#include "query/output/labels.h"
#include "query/output/page.h"
#include "query/output/terminal_text.h"
#include "query/output/text_tables.h"
#include "query/output/totals.h"

namespace postil::query {
namespace {

constexpr int kGap = 2;  // before the citation
constexpr int kMinCitation = 14;
constexpr int kMaxCitation = 60;
constexpr int kMinContext = 8;

// Three tenths of the terminal say where a line comes from.
int citation_width(int width) { return std::clamp(width * 3 / 10, kMinCitation, kMaxCitation); }

// The end of safe text in at most `width` columns, from a word's beginning if there is one.
std::string_view end_of(std::string_view text, int width) {
  int all = columns(text);
  std::size_t from = 0;
  while (all > width && from < text.size()) all -= columns(text::next_code_point(text, from));
  if (from == 0) return text;
  const std::size_t space = text.find(' ', from - 1);
  // A space at the very end is all that would be left of one long word.
  if (space == std::string_view::npos || space + 1 >= text.size()) return text.substr(from);
  return text.substr(space + 1);
}

// Its beginning, up to a word's end if there is one.
std::string_view beginning_of(std::string_view text, int width) {
  int used = 0;
  std::size_t fits = 0;
  for (std::size_t at = 0; at < text.size(); fits = at) {
    used += columns(text::next_code_point(text, at));
    if (used > width) {
      const std::size_t space = text.rfind(' ', fits);
      return text.substr(0, space == std::string_view::npos || space == 0 ? fits : space);
    }
  }
  return text;
}

class Concordance : public RowSink {
 public:
  Concordance(const TableHead& head, const OutputOptions& options, const TableStreams& streams)
      : head_(head),
        options_(options),
        streams_(streams),
        context_(options.context > 0 ? options.context : concordance_context(options.width)) {}

  void begin(const std::vector<Column>& columns) override {
    for (const Column& column : columns) keys_.emplace_back(column.key);
  }

  void row(const std::vector<Cell>& cells) override {
    ++rows_;
    const std::string left = terminal_text(text_of(cells, "left"));
    const std::string match = terminal_text(text_of(cells, "match"));
    const std::string right = terminal_text(text_of(cells, "right"));
    const std::string_view before = end_of(left, context_);
    const int match_width = columns(match);
    // A long match takes room from what follows it, and if need be pushes the citation on.
    const std::string_view behind = beginning_of(right, std::max(0, match_room() - match_width));
    Line line;
    line.add(std::string(static_cast<std::size_t>(context_ - columns(before)), ' '));
    line.add(before).add(match, Style::kMatch).add(behind);
    line.pad_to(context_ + match_room() + kGap);
    const int room = std::max(kMinCitation, options_.width - line.width());
    line.add(cut_to(terminal_text(citation(cells)), room), Style::kFaint);
    std::string out;
    Page(out, options_.width, options_.colour).unbroken(line);
    streams_.print(out);
  }

  void note(std::string_view text) override { notes_.emplace_back(text); }

  void end(bool found) override {
    std::string out;
    Page page(out, options_.width, options_.colour);
    if (!found) {
      page.wrapped(Line().add("No match for ").add(head_.query, Style::kTitle).add("."), {0, 2});
    } else {
      page.blank();
      if (notes_.empty()) page.wrapped(Line().add(counted(rows_, "occurrence"), Style::kTitle));
    }
    for (const std::string& note : notes_) page.wrapped(Line().add(note, Style::kTitle), {0, 2});
    streams_.print(out);
  }

 private:
  // For the match and what follows it: an ordinary match is a third of the context.
  int match_room() const { return context_ + context_ / 3; }

  const Cell* find(const std::vector<Cell>& cells, std::string_view key) const {
    const auto found = std::find(keys_.begin(), keys_.end(), key);
    return found == keys_.end() ? nullptr : &cells[static_cast<std::size_t>(found - keys_.begin())];
  }

  std::string_view text_of(const std::vector<Cell>& cells, std::string_view key) const {
    const Cell* cell = find(cells, key);
    const auto* text = cell == nullptr ? nullptr : std::get_if<std::string>(cell);
    return text == nullptr ? std::string_view() : std::string_view(*text);
  }

  // 0 if there is none.
  std::uint32_t number_of(const std::vector<Cell>& cells, std::string_view key) const {
    const Cell* cell = find(cells, key);
    const auto* number = cell == nullptr ? nullptr : std::get_if<std::uint64_t>(cell);
    return number == nullptr ? 0 : static_cast<std::uint32_t>(*number);
  }

  // "¶20 Geoffrey Roberts, 2022-10-18, The Lost Peace".
  std::string citation(const std::vector<Cell>& cells) const {
    std::string text = place_label(number_of(cells, "paragraph"), number_of(cells, "page"),
                                   text_of(cells, "zone"));
    const bool is_comment = text_of(cells, "kind") == schema::name(schema::Kind::kComment);
    const auto add = [&](std::string_view separator, std::string_view value,
                         std::string_view unknown) {
      text.append(separator).append(value.empty() ? unknown : value);
    };
    add(" ", text_of(cells, "author"), is_comment ? "anonymous" : "author unknown");
    add(", ", text_of(cells, "published"), "undated");
    add(is_comment ? ", on " : ", ", text_of(cells, "title"), "untitled");
    return text;
  }

  const TableHead& head_;
  const OutputOptions& options_;
  const TableStreams& streams_;
  int context_;
  std::uint64_t rows_ = 0;
  std::vector<std::string> keys_;
  std::vector<std::string> notes_;
};

}  // namespace

int concordance_context(int width) {
  const int room = width - citation_width(width) - kGap;
  return std::max(kMinContext, room * 3 / 7);  // left; the match with what follows has 4/7
}

std::unique_ptr<RowSink> concordance(const TableHead& head, const OutputOptions& options,
                                     const TableStreams& streams) {
  return std::make_unique<Concordance>(head, options, streams);
}

}  // namespace postil::query
