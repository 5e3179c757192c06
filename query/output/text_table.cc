// A view's table for people: a concordance if it has matches to set under each other, else columns.
#include <algorithm>

#include "query/output/formats.h"
#include "query/output/text_tables.h"

namespace postil::query {
namespace {

// Decides by the columns, which come first.
class TextTable : public RowSink {
 public:
  TextTable(const TableHead& head, const OutputOptions& options, const TableStreams& streams)
      : head_(head), options_(options), streams_(streams) {}

  void begin(const std::vector<Column>& columns) override {
    const bool has_match = std::any_of(columns.begin(), columns.end(), [](const Column& column) {
      return column.kind == ColumnKind::kMatch;
    });
    table_ = (has_match ? concordance : aligned_table)(head_, options_, streams_);
    table_->begin(columns);
  }
  void row(const std::vector<Cell>& cells) override { table_->row(cells); }
  void note(std::string_view text) override { table_->note(text); }
  void end(bool found) override { table_->end(found); }

 private:
  const TableHead& head_;
  const OutputOptions& options_;
  const TableStreams& streams_;
  std::unique_ptr<RowSink> table_;
};

}  // namespace

std::unique_ptr<RowSink> text_table(const TableHead& head, const OutputOptions& options,
                                    const TableStreams& streams) {
  return std::make_unique<TextTable>(head, options, streams);
}

}  // namespace postil::query
