// Any valid UTF-8 as a date: what is read is a day, month or year that exists, and a whole date is
// found in its own text unless it is a year or a number.
#include "indexer/model/date_text.h"
#include "tests/fuzz/reader_fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace postil;
  const std::string text = text::to_valid_utf8(test::input(data, size));
  const auto whole = index::read_date(text);
  const auto found = index::find_date(text);
  index::require(!whole || is_valid(*whole));
  index::require(!found || (is_valid(*found) && found->month != 0));
  return 0;
}
