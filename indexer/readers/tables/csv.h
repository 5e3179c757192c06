// Tables as spreadsheets export them: comma, semicolon or tab between, quotes as in RFC 4180. For
// the manifest, and for whatever else comes as a table. Where quotes are wrong, a row is read as
// its line and the number of columns suggest, and fault() says so.

#ifndef POSTIL_INDEXER_READERS_TABLES_CSV_H_
#define POSTIL_INDEXER_READERS_TABLES_CSV_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "indexer/readers/encoding/text_stream.h"

namespace postil::index {

// Steps through the rows of a table that is in memory, or of one that is too long for that. What it
// is made of must outlive it; line ends are \n.
class Csv {
 public:
  // The separator is the one that the first row has most of, outside quotes.
  explicit Csv(std::string_view text);

  // The same, given a row that was found by itself.
  Csv(std::string_view text, char separator) : text_(text), separator_(separator) {}

  // A cell beyond this many bytes is cut off, and is_cut() true from then on.
  static constexpr std::size_t kLongestCell = 64UL * 1024 * 1024;
  explicit Csv(TextStream& stream);

  // Moves to the next row that is not blank; false at the end.
  bool next();

  const std::vector<std::string>& cells() const { return cells_; }
  std::size_t line() const { return row_line_; }  // where the row starts, from 1
  char separator() const { return separator_; }

  bool is_cut() const { return is_cut_; }
  const std::optional<Error>& error() const { return error_; }  // of the stream: rows end there

  // What is wrong with the quotes of this row and what to do about it; "" if nothing.
  std::string_view fault() const { return fault_; }

  // True if a quote was opened that nothing closes; the last row then holds the rest of the text.
  bool is_unclosed() const { return unclosed_; }

 private:
  bool has_more() { return at_ < text_.size() || fill(); }
  bool fill();
  void read_row();
  void append(char c, std::string& cell);
  void read_quoted(std::string& cell);
  bool closes();
  bool is_opened_inside(const std::string& cell);
  bool take_back(std::size_t line, std::string& cell);
  std::size_t count_cells(std::size_t& ahead);

  TextStream* stream_ = nullptr;
  std::string buffer_;  // of the stream
  std::string_view text_;
  std::size_t at_ = 0;
  char separator_ = ',';
  std::optional<std::size_t> quote_at_;  // of the cell that is read: one may have to go back there
  int taken_back_ = 0;                   // how often that was looked into, in this row
  std::size_t width_ = 0;                // cells of the first row
  std::size_t line_ = 1;
  std::size_t row_line_ = 1;
  bool unclosed_ = false;
  bool is_cut_ = false;
  std::string_view fault_;
  std::optional<Error> error_;
  std::vector<std::string> cells_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TABLES_CSV_H_
