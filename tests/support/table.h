// Keeps the table that a view yields, so that a test can look at it.

#ifndef POSTIL_TESTS_SUPPORT_TABLE_H_
#define POSTIL_TESTS_SUPPORT_TABLE_H_

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/table.h"

namespace postil::test {

class Table : public query::RowSink {
 public:
  void begin(const std::vector<query::Column>& columns) override {
    if (!keys.empty()) throw std::logic_error("a table begins once");
    for (const query::Column& column : columns) keys.emplace_back(column.key);
  }
  void row(const std::vector<query::Cell>& cells) override {
    if (keys.empty() || ended || cells.size() != keys.size()) {
      throw std::logic_error("a row out of place");
    }
    rows.push_back(cells);
  }
  void note(std::string_view text) override { notes.emplace_back(text); }
  void end(bool found_any) override {
    if (keys.empty() || ended) throw std::logic_error("an end out of place");
    ended = true;
    found = found_any;
  }

  const query::Cell& cell(std::size_t row, std::string_view key) const {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i] == key) return rows.at(row)[i];
    }
    throw std::logic_error("no column " + std::string(key));
  }
  bool is_null(std::size_t row, std::string_view key) const {
    return std::holds_alternative<std::monostate>(cell(row, key));
  }
  // "" if it is null.
  std::string text(std::size_t row, std::string_view key) const {
    return is_null(row, key) ? "" : std::get<std::string>(cell(row, key));
  }
  std::uint64_t count(std::size_t row, std::string_view key) const {
    return std::get<std::uint64_t>(cell(row, key));
  }
  double number(std::size_t row, std::string_view key) const {
    return std::get<double>(cell(row, key));
  }
  // The first row with this text.
  std::optional<std::size_t> find(std::string_view key, std::string_view value) const {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (text(row, key) == value) return row;
    }
    return std::nullopt;
  }

  std::vector<std::string> keys;
  std::vector<std::vector<query::Cell>> rows;
  std::vector<std::string> notes;
  bool ended = false;
  bool found = false;  // told at the end
};

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_TABLE_H_
