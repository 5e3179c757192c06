#include "indexer/store/known_files_file.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/store/metadata_keys.h"
#include "tests/support/temporary_folder.h"

namespace postil::index {
namespace {

FileState state_of(std::uint64_t size) {
  FileState state;
  state.path = "/r/" + std::to_string(size);
  state.size = size;
  state.modified_ns = 7;
  state.articles = size % 3 == 0 ? 0 : 1;
  if (size % 5 == 0) state.findings = {{Severity::kWarning, "", "encoding", "guessed"}};
  return state;
}

// A database that holds states of files and nothing else.
struct Fixture {
  test::TemporaryFolder temporary;
  std::string generation = temporary.path() + "/g1";
  Xapian::WritableDatabase database{generation, Xapian::DB_CREATE};

  void set(const std::string& path, std::uint64_t size) {
    database.set_metadata(metadata_key(file_key(path)), encode(state_of(size)));
  }
  void remove(const std::string& path) { database.set_metadata(metadata_key(file_key(path)), ""); }
  schema::DatabaseState commit() {
    database.commit();
    return {database.get_uuid(), database.get_revision()};
  }

  std::optional<FileList> list_of(const schema::DatabaseState& state) const {
    const auto read = read_known_files(generation, state);
    return read ? *read : std::nullopt;
  }

  // What metadata says, read one by one.
  void check_file(const schema::DatabaseState& state, std::size_t count) const {
    const std::optional<FileList> list = list_of(state);
    REQUIRE(list);
    CHECK(list->files.size() == count);
    for (std::size_t i = 0; i < list->files.size(); ++i) {
      const KnownFile& file = list->files[i];
      if (i > 0) CHECK(list->files[i - 1].key < file.key);
      const auto kept =
          decode_file_state(database.get_metadata(metadata_key(key_of_digest(file.key))));
      REQUIRE(kept);
      CHECK(file.size == kept->size);
      CHECK(file.modified_ns == kept->modified_ns);
      CHECK(file.has_articles == (kept->articles > 0));
      CHECK(file.has_findings == !kept->findings.empty());
    }
  }
};

TEST_CASE_FIXTURE(Fixture, "Files are known again by one file of all their states") {
  for (int i = 1; i <= 300; ++i) set("/r/" + std::to_string(i), static_cast<std::uint64_t>(i));
  const auto first = commit();
  CHECK_FALSE(list_of(first));
  REQUIRE(write_known_files(generation, nullptr, {}));
  check_file(first, 300);

  KnownFiles known;
  known.add_all(*list_of(first), [](const KnownFile&) { return std::vector<Finding>(); });
  for (int i = 1; i <= 300; ++i) {
    CHECK(known.find(file_digest("/r/" + std::to_string(i)))->size == static_cast<unsigned>(i));
    CHECK(known.find(file_digest("/r/none" + std::to_string(i))) == nullptr);
  }
  set("/r/7", 1007);
  set("/r/new", 1000);
  remove("/r/9");
  const auto second = commit();
  CHECK_FALSE(list_of(second));  // it is of another state
  REQUIRE(write_known_files(generation, &known,
                            {file_key("/r/new"), file_key("/r/7"), file_key("/r/9")}));
  check_file(second, 300);
  CHECK_FALSE(list_of(first));
}

TEST_CASE_FIXTURE(Fixture, "A file of states that is cut short is no file") {
  set("/r/1", 1);
  const auto state = commit();
  REQUIRE(write_known_files(generation, nullptr, {}));
  const std::string path = generation + '/' + kKnownFilesFile;
  for (std::uintmax_t size = std::filesystem::file_size(path); size-- > 0;) {
    std::filesystem::resize_file(path, size);
    CHECK_FALSE(list_of(state));
  }
}

TEST_CASE_FIXTURE(Fixture, "A file of states in which a byte is another is not believed") {
  for (int i = 1; i <= 3; ++i) set("/r/" + std::to_string(i), static_cast<std::uint64_t>(i));
  const auto state = commit();
  REQUIRE(write_known_files(generation, nullptr, {}));
  const std::string path = generation + '/' + kKnownFilesFile;
  std::ifstream file(path, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(file), {}};
  std::size_t told = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    CAPTURE(at);
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    std::ofstream(path, std::ios::binary) << damaged;
    CHECK_FALSE(list_of(state));
    told += read_known_files(generation, state) ? 0 : 1;  // else it seems to be of another state
  }
  CHECK(told >= 3 * sizeof(KnownFile));
  REQUIRE(write_known_files(generation, nullptr, {}));  // as a run does that changes nothing
  check_file(state, 3);
}

}  // namespace
}  // namespace postil::index
