// A view over what a question matches, its rows printed as they are found.
#include <chrono>
#include <optional>
#include <string>

#include "query/actions.h"

namespace postil::query {
namespace {

// Gathers pieces into larger ones, but never keeps the first, nor any for long: whoever waits for
// rows on a terminal or behind a pipe sees them as they are found.
class Printer {
 public:
  explicit Printer(const Output& form) : form_(form) {}

  void add(std::string_view piece) {
    pending_ += piece;
    const auto now = Clock::now();
    if (pending_.size() < kBlock && now - flushed_ < kPatience) return;
    flush();
    flushed_ = now;
  }

  void flush() {
    if (!failed_ && !pending_.empty()) failed_ = print_form(form_, pending_, kFound) == kFailed;
    pending_.clear();
  }

  bool failed() const { return failed_; }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::size_t kBlock = 16384;
  static constexpr std::chrono::milliseconds kPatience{50};

  const Output& form_;
  std::string pending_;
  Clock::time_point flushed_;  // long ago, so that the first piece goes out
  bool failed_ = false;
};

// Passes rows on and remembers how the table ended.
class WatchedTable : public RowSink {
 public:
  explicit WatchedTable(RowSink& table) : table_(table) {}
  void begin(const std::vector<Column>& columns) override { table_.begin(columns); }
  void row(const std::vector<Cell>& cells) override { table_.row(cells); }
  void note(std::string_view text) override { table_.note(text); }
  void end(bool found) override {
    found_ = found;
    table_.end(found);
  }
  bool found() const { return found_; }

 private:
  RowSink& table_;
  bool found_ = false;
};

}  // namespace

int look(const Options& options, Searcher& searcher) {
  const auto request = read_question(options, searcher);
  if (!request) return kFailed;
  const std::string understood = Searcher::understood(*request);
  const TableHead head{options.view_name, request->query, understood};
  const OutputOptions output = output_options(options);
  Printer printer(*options.output);
  const TableStreams streams{[&](std::string_view piece) { printer.add(piece); },
                             [](std::string_view note) { report(note); }};
  const auto table = options.output->table(head, output, streams);
  WatchedTable watched(*table);
  const Status status = searcher.view(*request, *options.view, watched);
  printer.flush();
  if (!status) return report(status.error());
  if (printer.failed()) return kFailed;
  return watched.found() ? kFound : kNothing;
}

}  // namespace postil::query
