#include "indexer/store/glass/table_writer.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/temporary_folder.h"

namespace postil::index::glass {
namespace {

// "" for success.
std::string problem_of(std::size_t key_size, std::size_t tag_size) {
  const test::TemporaryFolder folder;
  TableWriter table(folder.path() + "/t.glass", kCompressAbove, false);
  table.add(std::string(key_size, 'k'), std::string(tag_size, 't'));
  const Result<std::string> root = table.finish();
  return root ? "" : root.error().message;
}

TEST_CASE("What does not fit a table is an error and not a wrong table") {
  CHECK(problem_of(kMaxKeyBytes, 10'000) == "");
  CHECK(problem_of(kMaxKeyBytes + 1, 1).find("too long") != std::string::npos);
  // The parts of a tag are numbered with 16 bits, and have less than 2 KB each.
  CHECK(problem_of(1, 65'536 * 2'048).find("too long") != std::string::npos);
}

}  // namespace
}  // namespace postil::index::glass
