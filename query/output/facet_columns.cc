#include "query/output/facet_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string>

#include "core/schema/fields.h"
#include "query/output/terminal_text.h"

namespace postil::query {
namespace {

constexpr std::size_t kMaxValues = 8;  // of one facet; JSON has them all
constexpr int kMaxValueWidth = 26;
constexpr int kColumnGap = 3;
constexpr int kMarkWidth = 2;  // before a value: "* " if it is selected

struct Entry {
  std::string value;     // safe and cut
  std::string articles;  // "40"
  std::string comments;  // " (3)", "" for none
  bool selected = false;
  bool is_value = true;  // not "unknown" or "… 12 more"
};

// One facet as a block of equally wide rows.
struct Block {
  std::string title;
  std::vector<Entry> entries;
  int value_width = 0;
  int articles_width = 0;
  int comments_width = 0;
  int articles_end() const { return kMarkWidth + value_width + 1 + articles_width; }
  int width() const { return articles_end() + comments_width; }
};

Entry entry_of(std::string value, std::uint64_t articles, std::uint64_t comments) {
  Entry entry{std::move(value), fmt::format("{}", articles), "", false, true};
  if (comments > 0) entry.comments = fmt::format(" ({})", comments);
  return entry;
}

void measure(Block& block) {
  block.value_width = columns(block.title) - kMarkWidth;
  for (const Entry& entry : block.entries) {
    block.value_width = std::max(block.value_width, columns(entry.value));
    block.articles_width = std::max(block.articles_width, columns(entry.articles));
    block.comments_width = std::max(block.comments_width, columns(entry.comments));
  }
}

// The values to show: the most frequent, and every selected one.
std::vector<Entry> entries_of(const Facet& facet) {
  std::vector<Entry> entries;
  std::size_t left_out = 0;
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    const FacetValue& value = facet.values[i];
    if (i >= kMaxValues && !value.selected) {
      ++left_out;
      continue;
    }
    entries.push_back(entry_of(cut_to(terminal_text(value.value), kMaxValueWidth), value.articles,
                               value.comments));
    entries.back().selected = value.selected;
  }
  if (left_out > 0) entries.push_back({fmt::format("… {} more", left_out), "", "", false, false});
  if (facet.unknown_articles > 0) {
    entries.push_back(entry_of("unknown", facet.unknown_articles, 0));
    entries.back().is_value = false;
  }
  return entries;
}

Block block_of(const Facet& facet) {
  Block block;
  block.title = schema::field(facet.field).name;
  block.title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(block.title[0])));
  block.entries = entries_of(facet);
  measure(block);
  return block;
}

void add_entry(const Block& block, const Entry& entry, int left, Line& line) {
  line.pad_to(left).add(entry.selected ? "* " : "  ", Style::kLabel);
  line.add(entry.value, entry.is_value ? Style::kPlain : Style::kFaint);
  if (entry.articles.empty()) return;
  line.pad_to(left + block.articles_end() - columns(entry.articles));
  line.add(entry.articles, Style::kFaint).add(entry.comments, Style::kFaint);
}

// Prints blocks [begin, end) side by side.
void print_row(const std::vector<Block>& blocks, std::size_t begin, std::size_t end, Page& page) {
  Line titles;
  std::size_t height = 0;
  for (std::size_t i = begin, left = 0; i < end; ++i) {
    if (i > begin) titles.pad_to(static_cast<int>(left));
    titles.add(blocks[i].title, Style::kTitle);
    height = std::max(height, blocks[i].entries.size());
    left += static_cast<std::size_t>(blocks[i].width() + kColumnGap);
  }
  page.unbroken(titles);
  for (std::size_t row = 0; row < height; ++row) {
    Line line;
    int left = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const Block& block = blocks[i];
      if (row < block.entries.size()) add_entry(block, block.entries[row], left, line);
      left += block.width() + kColumnGap;
    }
    page.unbroken(line);
  }
}

}  // namespace

void print_facets(const std::vector<Facet>& facets, Page& page) {
  std::vector<Block> blocks;
  for (const Facet& facet : facets) {
    if (!facet.values.empty()) blocks.push_back(block_of(facet));
  }
  for (std::size_t begin = 0; begin < blocks.size();) {
    int width = blocks[begin].width();
    std::size_t end = begin + 1;
    for (; end < blocks.size(); ++end) {
      width += kColumnGap + blocks[end].width();
      if (width > page.width()) break;
    }
    if (begin > 0) page.blank();
    print_row(blocks, begin, end, page);
    begin = end;
  }
}

}  // namespace postil::query
