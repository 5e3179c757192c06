// A view's table as data: one JSON document, JSON Lines, CSV. Rows are printed as they come.
#include <string>
#include <vector>

#include "query/output/csv.h"
#include "query/output/formats.h"
#include "query/output/json_writer.h"

namespace postil::query {
namespace {

constexpr std::uint64_t kTableVersion = 1;

std::vector<std::string> keys_of(const std::vector<Column>& columns) {
  std::vector<std::string> keys;
  for (const Column& column : columns) keys.emplace_back(column.key);
  return keys;
}

struct WriteJsonCell {
  JsonWriter& json;
  void operator()(std::monostate /*unknown*/) const { json.null(); }
  void operator()(const std::string& text) const { json.string(text); }
  void operator()(std::uint64_t number) const { json.number(number); }
  void operator()(double number) const { json.number(number); }
};

void write_row(const std::vector<std::string>& keys, const std::vector<Cell>& cells,
               JsonWriter& json) {
  json.begin_object();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    json.key(keys[i]);
    std::visit(WriteJsonCell{json}, cells[i]);
  }
  json.end_object();
}

// {"version":1,"view":…,"query":…,"understood":…,"rows":[…],"notes":[…]}
class JsonTable : public RowSink {
 public:
  JsonTable(const TableHead& head, const TableStreams& streams)
      : head_(head), streams_(streams), json_(out_) {}

  void begin(const std::vector<Column>& columns) override {
    keys_ = keys_of(columns);
    json_.begin_object();
    json_.key("version").number(kTableVersion);
    json_.key("view").string(head_.view);
    json_.key("query").string(head_.query);
    json_.key("understood").string(head_.understood);
    json_.key("rows").begin_array();
  }
  void row(const std::vector<Cell>& cells) override {
    write_row(keys_, cells, json_);
    flush();
  }
  void note(std::string_view text) override { notes_.emplace_back(text); }
  void end(bool /*found*/) override {
    json_.end_array();
    json_.key("notes").begin_array();
    for (const std::string& note : notes_) json_.string(note);
    json_.end_array();
    json_.end_object();
    out_ += '\n';
    flush();
  }

 private:
  void flush() {
    streams_.print(out_);
    out_.clear();
  }

  const TableHead& head_;
  const TableStreams& streams_;
  std::string out_;
  JsonWriter json_;
  std::vector<std::string> keys_;
  std::vector<std::string> notes_;
};

// An object a row.
class JsonLinesTable : public RowSink {
 public:
  explicit JsonLinesTable(const TableStreams& streams) : streams_(streams) {}

  void begin(const std::vector<Column>& columns) override { keys_ = keys_of(columns); }
  void row(const std::vector<Cell>& cells) override {
    std::string out;
    JsonWriter json(out);
    write_row(keys_, cells, json);
    out += '\n';
    streams_.print(out);
  }
  void note(std::string_view text) override { streams_.tell(text); }
  void end(bool /*found*/) override {}

 private:
  const TableStreams& streams_;
  std::vector<std::string> keys_;
};

struct WriteCsvCell {
  CsvWriter& csv;
  void operator()(std::monostate /*unknown*/) const { csv.text(""); }
  void operator()(const std::string& text) const { csv.text(text); }
  void operator()(std::uint64_t number) const { csv.number(number); }
  void operator()(double number) const { csv.number(number); }
};

class CsvTable : public RowSink {
 public:
  explicit CsvTable(const TableStreams& streams) : streams_(streams) {}

  void begin(const std::vector<Column>& columns) override {
    std::string out;
    CsvWriter csv(out);
    for (const Column& column : columns) csv.text(column.key);
    csv.end_record();
    streams_.print(out);
  }
  void row(const std::vector<Cell>& cells) override {
    std::string out;
    CsvWriter csv(out);
    for (const Cell& cell : cells) std::visit(WriteCsvCell{csv}, cell);
    csv.end_record();
    streams_.print(out);
  }
  void note(std::string_view text) override { streams_.tell(text); }
  void end(bool /*found*/) override {}

 private:
  const TableStreams& streams_;
};

}  // namespace

std::unique_ptr<RowSink> json_table(const TableHead& head, const OutputOptions& /*options*/,
                                    const TableStreams& streams) {
  return std::make_unique<JsonTable>(head, streams);
}

std::unique_ptr<RowSink> jsonl_table(const TableHead& /*head*/, const OutputOptions& /*options*/,
                                     const TableStreams& streams) {
  return std::make_unique<JsonLinesTable>(streams);
}

std::unique_ptr<RowSink> csv_table(const TableHead& /*head*/, const OutputOptions& /*options*/,
                                   const TableStreams& streams) {
  return std::make_unique<CsvTable>(streams);
}

}  // namespace postil::query
