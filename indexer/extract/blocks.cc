#include "indexer/extract/blocks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/text/utf8.h"
#include "indexer/extract/characters.h"
#include "indexer/extract/hyphens.h"

namespace postil::index {
namespace {

struct Marked {
  Marker marker = Marker::kNone;
  std::uint32_t number = 0;
  std::uint8_t hashes = 0;
  std::size_t length = 0;  // bytes of the marker and the space behind it
};

// "3. " and "3) ", but neither "3.5" nor "2024. ".
std::optional<Marked> read_number(std::string_view text) {
  std::size_t digits = 0;
  std::uint32_t number = 0;
  while (digits < text.size() && digits < 4 && text[digits] >= '0' && text[digits] <= '9') {
    number = number * 10 + static_cast<std::uint32_t>(text[digits++] - '0');
  }
  if (digits == 0 || digits > 3 || digits + 2 >= text.size() ||
      (text[digits] != '.' && text[digits] != ')') || text[digits + 1] != ' ') {
    return std::nullopt;
  }
  const std::size_t at = text.find_first_not_of(' ', digits + 1);
  return Marked{Marker::kNumber, number, 0, at};
}

Marked read_marker(std::string_view text) {
  constexpr std::array<std::string_view, 9> kBullets = {"• ", "* ", "- ", "◦ ", "▪ ",
                                                        "‣ ", "· ", "● ", "■ "};
  for (const std::string_view bullet : kBullets) {
    if (text.starts_with(bullet)) {
      return {Marker::kBullet, 0, 0, bullet.size()};
    }
  }
  if (text.starts_with("> ")) {
    return {Marker::kQuote, 0, 0, 2};
  }
  const std::size_t hashes = std::min(text.find_first_not_of('#'), text.size());
  if (hashes >= 1 && hashes <= 6 && hashes < text.size() && text[hashes] == ' ') {
    return {Marker::kNone, 0, static_cast<std::uint8_t>(hashes), hashes + 1};
  }
  return read_number(text).value_or(Marked{});
}

class Builder {
 public:
  Builder(const std::vector<Line>& lines, const Layout& layout)
      : lines_(lines), layout_(layout), hyphenation_(layout.width != 0 ? lines : kNoLines) {}

  std::vector<Block> build() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Marked marked = read_marker(lines_[i].text);
      if (i > 0 && continues(i, marked)) {
        append(lines_[i], marked);
      } else {
        start(lines_[i], marked);
      }
    }
    for (Block& block : blocks_) {
      block.text = text::squeeze(block.text);
    }
    return std::move(blocks_);
  }

 private:
  void start(const Line& line, const Marked& marked) {
    Block& block = blocks_.emplace_back();
    block.indent = line.indent;
    block.blank_before = line.blank_before;
    block.marker = marked.marker;
    block.number = marked.number;
    block.hashes = marked.hashes;
    block.label = text::trim(line.text.substr(0, marked.length));
    block.text = line.text.substr(marked.length);
    lines_in_block_ = 1;
  }

  void append(const Line& line, const Marked& marked) {
    const bool quoted = marked.marker == Marker::kQuote;
    hyphenation_.join(blocks_.back().text, quoted ? line.text.substr(marked.length) : line.text);
    rest_indent_ = line.indent;
    ++lines_in_block_;
  }

  // Whether line i goes on with the paragraph of the line before it.
  bool continues(std::size_t i, const Marked& marked) const {
    const Line& line = lines_[i];
    const Line& before = lines_[i - 1];
    const Block& block = blocks_.back();
    if (layout_.width == 0 || line.blank_before != 0 || block.hashes != 0 || marked.hashes != 0) {
      return false;
    }
    const bool both_quoted = marked.marker == Marker::kQuote && block.marker == Marker::kQuote;
    if (marked.marker != Marker::kNone && !both_quoted && !runs_on(before, line)) {
      return false;
    }
    return indent_allows(line) && length_allows(before, line);
  }

  // A line that starts further in than the paragraph's other lines starts a paragraph of its own;
  // the second line of a list item hangs.
  bool indent_allows(const Line& line) const {
    const Block& block = blocks_.back();
    if (lines_in_block_ > 1) {
      return line.indent == rest_indent_ || (line.indent < rest_indent_ && line.indent > 0);
    }
    return block.marker != Marker::kNone ? line.indent >= block.indent
                                         : line.indent <= block.indent;
  }

  bool runs_on(const Line& before, const Line& line) const {
    return is_full(before, line) && !ends_sentence(before.text) && !before.text.ends_with(':');
  }

  std::size_t room_with(const Line& before, const Line& line) const {
    return before.indent + text::count_code_points(before.text) + 1 +
           text::count_code_points(line.text.substr(0, line.text.find(' ')));
  }

  bool is_full(const Line& before, const Line& line) const {
    return before.text.size() <= 4 * layout_.width && room_with(before, line) + 2 >= layout_.width;
  }

  bool length_allows(const Line& before, const Line& line) const {
    if (before.text.size() > 4 * layout_.width) {
      return false;
    }
    const std::size_t room = room_with(before, line);
    if (room + 2 >= layout_.width) {
      return true;
    }
    const bool in_sentence = !ends_sentence(before.text) && starts_lower(line.text);
    if (in_sentence && room * 2 >= layout_.width) {
      return true;
    }
    return layout_.blank_separated && room * 4 >= layout_.width * 3;
  }

  inline static const std::vector<Line> kNoLines;

  const std::vector<Line>& lines_;
  const Layout& layout_;
  Hyphenation hyphenation_;
  std::vector<Block> blocks_;
  std::size_t lines_in_block_ = 0;
  std::uint16_t rest_indent_ = 0;  // of the lines behind the first
};

}  // namespace

std::vector<Block> make_blocks(const std::vector<Line>& lines, const Layout& layout) {
  return Builder(lines, layout).build();
}

std::string shown_text(const Block& block) {
  return block.label.empty() ? block.text : block.label + " " + block.text;
}

}  // namespace postil::index
