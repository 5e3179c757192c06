#include "indexer/readers/text/markdown_prepare.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace postil::index {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kLongestShortcode = 4096;
constexpr std::size_t kDeepestIndent = 160;  // columns before a line's text
constexpr std::size_t kLongestLabel = 40;    // of a footnote

struct Bracket {
  std::string_view open;
  std::string_view close;
};

// What opens with them is a command, not text. The longer come first.
constexpr Bracket kCommands[] = {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"},
                                 {"{{", "}}"},   {"{:", "}"},    {"<!--", "-->"}};

// Takes the commands out. Where a closing bracket stands next is remembered, so that many opening
// ones without it cost no more than one search.
class CommandRemover {
 public:
  explicit CommandRemover(std::string_view text) : text_(text) {}

  std::string run() {
    std::string out;
    out.reserve(text_.size());
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t next = std::min(text_.find_first_of("{<", at), text_.size());
      out += text_.substr(at, next - at);
      at = next;
      if (at == text_.size()) break;
      const std::size_t end = command_end(at);
      if (end == kNowhere) {
        out += text_[at++];
        continue;
      }
      // A link whose address is made by a command is a link all the same.
      if (out.size() >= 2 && out.compare(out.size() - 2, 2, "](") == 0) out += '#';
      at = end;
    }
    return out;
  }

 private:
  // The end of the command that starts at `at`, or kNowhere. Comments may be long, commands not.
  std::size_t command_end(std::size_t at) {
    for (std::size_t i = 0; i < std::size(kCommands); ++i) {
      const Bracket& bracket = kCommands[i];
      if (text_.substr(at, bracket.open.size()) != bracket.open) continue;
      const std::size_t from = at + bracket.open.size();
      const std::size_t close = next_close(i, from);
      const bool comment = bracket.open[0] == '<';
      if (close == kNowhere || (!comment && close > from + kLongestShortcode)) return kNowhere;
      if (bracket.open == "{:" && text_.substr(from, close - from).find('\n') != kNowhere) {
        return kNowhere;
      }
      const std::size_t end = close + bracket.close.size();
      return behind_hidden_block(end, text_.substr(at, end - at));
    }
    return kNowhere;
  }

  // Behind {% endcomment %} if the command is {% comment %}, whose content is no text either.
  std::size_t behind_hidden_block(std::size_t end, std::string_view command) {
    if (command.substr(0, 2) != "{%" || command.find(" comment ") == kNowhere) return end;
    const std::size_t block_end = next(end_of_hidden_, kHiddenEnd, end);
    if (block_end == kNowhere) return end;
    const std::size_t close = text_.substr(block_end, kHiddenEnd.size() + 8).find("%}");
    return close == kNowhere ? end : block_end + close + 2;
  }

  std::size_t next_close(std::size_t bracket, std::size_t from) {
    return next(closes_[bracket], kCommands[bracket].close, from);
  }

  std::size_t next(std::size_t& known, std::string_view wanted, std::size_t from) const {
    if (known != kNowhere && known < from) known = text_.find(wanted, from);
    return known;
  }

  static constexpr std::string_view kHiddenEnd = "endcomment";

  std::string_view text_;
  // Where these stand next; kNowhere: there is none any more.
  std::array<std::size_t, std::size(kCommands)> closes_{};
  std::size_t end_of_hidden_ = 0;
};

// [^label] at the start of `text`: its length, 0 if it is none.
std::size_t footnote_mark(std::string_view text) {
  if (text.substr(0, 2) != "[^") return 0;
  const std::size_t end = text.substr(0, kLongestLabel).find(']');
  if (end == kNowhere || end == 2) return 0;
  if (text.substr(2, end - 2).find_first_of(" \t[") != kNowhere) return 0;
  return end + 1;
}

// Where the marks of quotes and list items that a line starts with end, and how many there are.
struct Opening {
  std::size_t end = 0;
  int marks = 0;
  std::size_t columns = 0;
};

std::size_t list_mark(std::string_view line) {
  std::size_t size = 0;
  if (!line.empty() && (line[0] == '-' || line[0] == '*' || line[0] == '+')) {
    size = 1;
  } else {
    while (size < line.size() && size < 9 && line[size] >= '0' && line[size] <= '9') ++size;
    if (size == 0 || size >= line.size() || (line[size] != '.' && line[size] != ')')) return 0;
    ++size;
  }
  return size == line.size() || line[size] == ' ' || line[size] == '\t' ? size : 0;
}

Opening read_opening(std::string_view line, int most_marks) {
  Opening opening;
  while (opening.end < line.size()) {
    const char c = line[opening.end];
    const std::string_view rest = line.substr(opening.end);
    std::size_t mark = 0;
    if (c == ' ' || c == '\t') {
      opening.columns += c == '\t' ? 4 : 1;
      ++opening.end;
      continue;
    }
    mark = c == '>' ? 1 : list_mark(rest);
    if (mark == 0 || opening.marks == most_marks) break;
    ++opening.marks;
    opening.columns += mark;
    opening.end += mark;
  }
  return opening;
}

// The line with no more marks and white space before its text than the parser should see.
void append_bounded(std::string_view line, std::string& out) {
  const Opening opening = read_opening(line, kDeepestNesting);
  std::string_view text = line.substr(opening.end);
  if (opening.marks == kDeepestNesting) {
    text.remove_prefix(std::min(text.size(), read_opening(text, 1 << 30).end));
  }
  if (opening.columns <= kDeepestIndent) {
    out += line.substr(0, opening.end);
  } else if (opening.marks > 0) {
    out += "> ";
  } else {
    out += "    ";
  }
  out += text;
}

void append_without_marks(std::string_view line, std::string& out) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t next = std::min(line.find("[^", at), line.size());
    out += line.substr(at, next - at);
    at = next;
    if (at == line.size()) break;
    const std::size_t mark = footnote_mark(line.substr(at));
    if (mark == 0) out += line[at];
    at += std::max<std::size_t>(mark, 1);
  }
}

class Preparer {
 public:
  std::string run(std::string_view body) {
    while (!body.empty()) {
      const std::size_t end = std::min(body.find('\n'), body.size());
      add_line(body.substr(0, end));
      body.remove_prefix(std::min(body.size(), end + 1));
    }
    return std::move(text_) + "\n\n" + std::move(notes_);
  }

 private:
  void add_line(std::string_view line) {
    std::string bounded;
    append_bounded(line, bounded);
    if (is_fence(bounded)) in_fence_ = !in_fence_;
    if (in_fence_) {
      text_ += bounded;
      text_ += '\n';
      return;
    }
    const std::size_t mark = footnote_mark(bounded);
    const bool starts_note = mark != 0 && mark < bounded.size() && bounded[mark] == ':';
    const bool indented = bounded.substr(0, 4) == "    " || bounded[0] == '\t';
    const bool blank = bounded.find_first_not_of(" \t") == kNowhere;
    in_note_ = starts_note || (in_note_ && (indented || blank || !after_blank_));
    after_blank_ = blank;
    std::string& out = in_note_ ? notes_ : text_;
    std::string_view rest = bounded;
    if (starts_note) {
      notes_ += '\n';
      rest.remove_prefix(mark + 1);
    }
    if (in_note_) rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    append_without_marks(rest, out);
    out += '\n';
  }

  static bool is_fence(std::string_view line) {
    const std::size_t start = line.find_first_not_of(" \t>");
    if (start == kNowhere) return false;
    return line.substr(start, 3) == "```" || line.substr(start, 3) == "~~~";
  }

  std::string text_;
  std::string notes_;
  bool in_fence_ = false;
  bool in_note_ = false;
  bool after_blank_ = false;
};

}  // namespace

std::string prepare_markdown(std::string_view body) {
  return Preparer().run(CommandRemover(body).run());
}

}  // namespace postil::index
