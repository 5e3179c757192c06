// Tables as spreadsheets export them: comma, semicolon or tab between, quotes as in RFC 4180. For
// the manifest, and for whatever else comes as a table.

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

  // True if a quote was opened that nothing closes; the last row then holds the rest of the text.
  bool is_unclosed() const { return unclosed_; }

 private:
  bool has_more();
  void read_row();
  void append(char c, std::string& cell);
  void read_quoted(std::string& cell);

  TextStream* stream_ = nullptr;
  std::string buffer_;  // of the stream
  std::string_view text_;
  std::size_t at_ = 0;
  char separator_ = ',';
  std::size_t line_ = 1;
  std::size_t row_line_ = 1;
  bool unclosed_ = false;
  bool is_cut_ = false;
  std::optional<Error> error_;
  std::vector<std::string> cells_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TABLES_CSV_H_
