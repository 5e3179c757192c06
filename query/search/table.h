// The answer of a view: rows under columns, given out one by one as they are found, so that the
// first is seen at once. Every view yields a table and every table format prints every view.

#ifndef POSTIL_QUERY_SEARCH_TABLE_H_
#define POSTIL_QUERY_SEARCH_TABLE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace postil::query {

// A value that is unknown, a text, an exact number, or a rate or score.
using Cell = std::variant<std::monostate, std::string, std::uint64_t, double>;

enum class ColumnKind {
  kText,
  kLeftContext,   // text whose end stands beside the next column: aligned right, cut at its front
  kRightContext,  // text whose beginning stands beside the column before: cut at its end
  kMatch,         // text to highlight
  kNumber,
  kBar,  // a number that a terminal may also draw as a bar
};

struct Column {
  std::string_view key;    // of JSON and CSV: lower case, words joined by _
  std::string_view title;  // above it on a terminal
  ColumnKind kind = ColumnKind::kText;
  std::string_view unknown = "";  // what people read in its empty cells, such as "undated"
  bool minor = false;             // left out on a terminal that is too narrow, the last one first
};

// Receives a table. Called in this order: begin once, row any number of times, note at any time
// between, end once (also when there was no row).
class RowSink {
 public:
  virtual ~RowSink() = default;
  virtual void begin(const std::vector<Column>& columns) = 0;
  virtual void row(const std::vector<Cell>& cells) = 0;
  // A fact about the whole that no row tells, such as how many records are undated.
  virtual void note(std::string_view text) = 0;
  // `found`: the question matched something, for a table may have rows all the same.
  virtual void end(bool found) = 0;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_TABLE_H_
