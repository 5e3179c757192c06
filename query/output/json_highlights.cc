#include "query/output/json_highlights.h"

#include <algorithm>
#include <cstdint>

#include "core/text/utf8.h"

namespace postil::query {
namespace {

// Byte offsets, which only grow, as offsets in code points; one walk through the text.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}

  std::uint64_t before(std::size_t byte) {
    byte = std::min(byte, text_.size());
    if (byte > at_) {
      count_ += text::count_code_points(text_.substr(at_, byte - at_));
      at_ = byte;
    }
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace

void write_highlights(std::string_view text, const std::vector<Highlight>& highlights,
                      JsonWriter& json) {
  CodePoints code_points(text);
  json.begin_array();
  for (const Highlight& highlight : highlights) {
    json.begin_array();
    json.number(code_points.before(highlight.begin));
    json.number(code_points.before(highlight.end));
    json.end_array();
  }
  json.end_array();
}

void write_strings(const std::vector<std::string>& strings, JsonWriter& json) {
  json.begin_array();
  for (const std::string& text : strings) json.string(text);
  json.end_array();
}

}  // namespace postil::query
