// Writes JSON from first to last into a string: no tree is built, so that a thousand results cost
// little more than their text.

#ifndef POSTIL_QUERY_OUTPUT_JSON_WRITER_H_
#define POSTIL_QUERY_OUTPUT_JSON_WRITER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"

namespace postil::query {

// The caller keeps keys, values and brackets in order; commas are put by the writer. What is
// written is valid UTF-8 whatever was given, and holds no control character: a terminal is safe.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}  // appends

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  // `name` is ASCII without quotes or backslashes. What follows is its value.
  JsonWriter& key(std::string_view name);

  void string(std::string_view text);  // any bytes
  void number(std::uint64_t value);
  void number(double value);  // null if it is not finite
  void boolean(bool value);
  void null();

  void text_or_null(std::string_view text);  // null if empty
  void number_or_null(std::uint32_t value);  // null if 0
  void date_or_null(const std::optional<PartialDate>& date);

 private:
  void open(char bracket);
  void close(char bracket);
  void comma();

  std::string& out_;
  bool needs_comma_ = false;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_JSON_WRITER_H_
