// Comma-separated values as RFC 4180 has them: a header, CRLF behind every record, quotes around
// what holds a comma, a quote or a line break.

#ifndef POSTIL_QUERY_OUTPUT_CSV_H_
#define POSTIL_QUERY_OUTPUT_CSV_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace postil::query {

// Appends records to a string, field by field. What is written is valid UTF-8 whatever was given.
class CsvWriter {
 public:
  explicit CsvWriter(std::string& out) : out_(out) {}

  // Any bytes; "" is an empty field, which stands for what is unknown. Spreadsheets read a text
  // that begins with = + - @ (or a tab, or their full-width forms) as a formula and would run it:
  // it gets an apostrophe in front, which a spreadsheet does not show. Control characters other
  // than tab and line breaks become U+FFFD.
  void text(std::string_view text);

  void number(std::uint64_t value);
  void number(double value);  // the shortest form that reads back the same; empty if not finite

  void end_record();

 private:
  void comma();

  std::string& out_;
  bool needs_comma_ = false;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_CSV_H_
