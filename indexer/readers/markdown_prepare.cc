#include "indexer/readers/markdown_prepare.h"

#include <algorithm>
#include <cstddef>

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

// A block of Liquid whose content is not text either.
std::size_t behind_comment_block(std::string_view text, std::size_t command_end,
                                 std::string_view command) {
  if (command.substr(0, 2) != "{%" || command.find(" comment ") == kNowhere) return command_end;
  const std::string_view near = text.substr(command_end, kLongestShortcode * 4);
  const std::size_t end = near.find("endcomment");
  const std::size_t close = end == kNowhere ? kNowhere : near.find("%}", end);
  return close == kNowhere ? command_end : command_end + close + 2;
}

// The end of the command that starts at `at`, or kNowhere. Comments may be long, commands not.
std::size_t command_end(std::string_view text, std::size_t at, bool& no_comment_end) {
  for (const Bracket& bracket : kCommands) {
    if (text.substr(at, bracket.open.size()) != bracket.open) continue;
    const bool comment = bracket.open[0] == '<';
    if (comment && no_comment_end) return kNowhere;
    const std::size_t from = at + bracket.open.size();
    std::string_view range = text.substr(from, comment ? kNowhere : kLongestShortcode);
    if (bracket.open == "{:") range = range.substr(0, range.find('\n'));
    const std::size_t end = range.find(bracket.close);
    if (end == kNowhere) {
      no_comment_end = no_comment_end || comment;
      return kNowhere;
    }
    const std::size_t behind = from + end + bracket.close.size();
    return behind_comment_block(text, behind, text.substr(at, behind - at));
  }
  return kNowhere;
}

std::string without_commands(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool no_comment_end = false;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t next = std::min(text.find_first_of("{<", at), text.size());
    out += text.substr(at, next - at);
    at = next;
    if (at == text.size()) break;
    const std::size_t end = command_end(text, at, no_comment_end);
    if (end == kNowhere) {
      out += text[at++];
    } else {
      at = end;
    }
  }
  return out;
}

// [^label] at the start of `text`: its length, 0 if it is none.
std::size_t footnote_mark(std::string_view text) {
  if (text.substr(0, 2) != "[^") return 0;
  const std::size_t end = text.substr(0, kLongestLabel).find(']');
  if (end == kNowhere || end == 2 || text.substr(0, end).find_first_of(" \t[") != kNowhere)
    return 0;
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
  return Preparer().run(without_commands(body));
}

}  // namespace postil::index
