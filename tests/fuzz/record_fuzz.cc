// Any bytes as what a database holds of a record: the stored record, whose size stands before it,
// and what its paragraphs are known by. What is read is written and read again as the same, and the
// record can be made anew of it, as is done where paragraphs come to recur.
#include "core/schema/record.h"

#include <algorithm>

#include "core/schema/varint.h"
#include "indexer/store/record_maker.h"
#include "tests/fuzz/fuzzing.h"

namespace {

using postil::schema::Record;
using postil::test::require;

bool is_date(const std::optional<postil::PartialDate>& date) { return !date || is_valid(*date); }

void check_record(const Record& record) {
  require(is_date(record.published) && is_date(record.updated) && is_date(record.captured));
  const std::string written = encode(record);
  const auto again = postil::schema::decode(written);
  require(again.has_value());
  require(encode(*again) == written);
}

void remake(const Record& record, const postil::index::Recurrence& recurrence) {
  postil::index::RecordMaker maker([](std::uint64_t key) { return key % 2 == 0; });
  const postil::index::Place place{record.path, "", "folder"};
  const auto made = maker.remake(record, recurrence, place);
  require(postil::schema::decode(made.data).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest = postil::test::input(data, size);
  std::string_view stored;
  if (!postil::schema::take_string(rest, stored)) return 0;
  const auto record = postil::schema::decode(stored);
  const auto recurrence = postil::index::decode_recurrence(rest);
  if (record) check_record(*record);
  if (record && recurrence) remake(*record, *recurrence);
  return 0;
}
