// Tables as spreadsheets export them: comma, semicolon or tab between, quotes as in RFC 4180. For
// the manifest, and for whatever else comes as a table.

#ifndef POSTIL_INDEXER_READERS_CSV_H_
#define POSTIL_INDEXER_READERS_CSV_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace postil::index {

// Steps through the rows of a table that is in memory. `text` must outlive it; line ends are \n.
class Csv {
 public:
  // The separator is the one that the first row has most of, outside quotes.
  explicit Csv(std::string_view text);

  // Moves to the next row that is not blank; false at the end.
  bool next();

  const std::vector<std::string>& cells() const { return cells_; }
  std::size_t line() const { return row_line_; }  // where the row starts, from 1
  char separator() const { return separator_; }

  // True if a quote was opened that nothing closes; the last row then holds the rest of the text.
  bool is_unclosed() const { return unclosed_; }

 private:
  void read_row();
  void read_quoted(std::string& cell);

  std::string_view text_;
  std::size_t at_ = 0;
  char separator_ = ',';
  std::size_t line_ = 1;
  std::size_t row_line_ = 1;
  bool unclosed_ = false;
  std::vector<std::string> cells_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_CSV_H_
