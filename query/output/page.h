// A page of styled, wrapped lines: the only way by which the text output reaches a terminal. What
// is put on a line is made safe here (terminal_text.h), so that no caller can forget it.

#ifndef POSTIL_QUERY_OUTPUT_PAGE_H_
#define POSTIL_QUERY_OUTPUT_PAGE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace postil::query {

enum class Style : std::uint8_t { kPlain, kTitle, kMatch, kMatchInTitle, kFaint, kLabel, kPath };

// One line as it is written, before it is wrapped.
class Line {
 public:
  struct Run {
    std::string text;  // safe
    Style style = Style::kPlain;
  };

  // `text` may be anything.
  Line& add(std::string_view text, Style style = Style::kPlain);

  // Spaces up to a column of the line (from 0); at least one if it is not empty.
  Line& pad_to(int column);

  bool empty() const { return runs_.empty(); }
  int width() const { return width_; }  // in columns
  const std::vector<Run>& runs() const { return runs_; }

 private:
  std::vector<Run> runs_;
  int width_ = 0;
};

// Where a wrapped line begins: its first row, and all others.
struct Indent {
  int first = 0;
  int rest = 0;
};

class Page {
 public:
  // Appends to `out`. `width` is the terminal's, in columns; `colour` allows escape sequences.
  Page(std::string& out, int width, bool colour);

  // Columns of the terminal, and of running text, which is kept narrower than a wide terminal.
  int width() const { return width_; }
  int text_width() const;

  // Wraps at spaces, between wide characters, and inside a word that is longer than a row.
  void wrapped(const Line& line, Indent indent = {});

  // Written in one row however long it is: what is copied from the terminal, such as a path.
  void unbroken(const Line& line, int indent = 0);

  void blank();

 private:
  std::string& out_;
  int width_;
  bool colour_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_PAGE_H_
