// Any bytes as what a worker says to its run, and a run to its worker: refused, or written and read
// again as the same; an article's records can be made. The first byte chooses the message.
#include "indexer/worker/messages.h"

#include "indexer/store/record_maker.h"
#include "tests/fuzz/fuzzing.h"

namespace {

using namespace postil::index;
using postil::test::require;

template <class Message>
std::optional<Message> check(std::string_view bytes) {
  Message message;
  if (!decode(bytes, message)) return std::nullopt;
  const std::string written = encode(message);
  Message again;
  require(decode(written, again) && encode(again) == written);
  return message;
}

void make_records(const Article& article) {
  RecordMaker maker;
  std::vector<AnalysedRecord> records;
  maker.make(article, "folder/file", {"/folder/file", "", "folder"}, records);
  for (const AnalysedRecord& record : records) {
    require(postil::schema::decode(record.data).has_value());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes = postil::test::input(data + 1, size - 1);
  switch (data[0]) {
    case 'A':
      if (const auto article = check<Article>(bytes)) make_records(*article);
      break;
    case 'F':
      check<Finding>(bytes);
      break;
    case 'R':
      check<ReadRequest>(bytes);
      break;
    default:
      check<ReadEnd>(bytes);
  }
  return 0;
}
