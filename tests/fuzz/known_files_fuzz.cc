// Any bytes as the list of known files, and as the state of one file. The list's checksum is put
// right, or nothing would get past it.
#include "indexer/store/known_files_file.h"

#include <xxhash.h>

#include <cstring>

#include "tests/fuzz/fuzzing.h"

namespace {

using namespace postil::index;
using postil::test::require;

constexpr std::size_t kChecksumAt = 72;  // the end of the head
constexpr std::size_t kHead = kChecksumAt + sizeof(std::uint64_t);

void mend_checksum(std::string& bytes) {
  if (bytes.size() < kHead) return;
  const std::uint64_t sum = XXH3_64bits(bytes.data() + kHead, bytes.size() - kHead);
  std::memcpy(bytes.data() + kChecksumAt, &sum, sizeof sum);
}

void check_list(std::string bytes) {
  mend_checksum(bytes);
  postil::test::write_file(postil::test::fuzz_folder() + '/' + kKnownFilesFile, bytes);
  auto list = read_known_files(postil::test::fuzz_folder(), {});
  if (!list || !*list) return;
  KnownFiles files;
  files.add_all(*std::move(*list), [](const KnownFile&) { return std::vector<Finding>(1); });
  std::size_t awaited = 0;
  for (const KnownFile& file : files.all()) {
    require(files.find(file.key) != nullptr);
    require(files.findings(file).size() == (file.has_findings != 0 ? 1 : 0));
    awaited += file.has_articles != 0 ? 1 : 0;
  }
  require(awaited <= files.size());
  require(files.missing().size() == files.size());
  (void)files.find({UINT64_MAX, 1});
}

void check_state(std::string_view bytes) {
  const auto state = decode_file_state(bytes);
  if (!state) return;
  const auto again = decode_file_state(encode(*state));
  require(again.has_value() && encode(*again) == encode(*state));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = postil::test::input(data, size);
  check_list(std::string(bytes));
  check_state(bytes);
  return 0;
}
