#include "indexer/readers/source.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "indexer/readers/lines.h"

namespace fs = std::filesystem;
using namespace postil::index;

namespace {

class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes) {
    std::string pattern = (fs::temp_directory_path() / "postil-source-XXXXXX").string();
    const int fd = ::mkstemp(pattern.data());
    REQUIRE(fd >= 0);
    ::close(fd);
    path = pattern;
    std::ofstream(path, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { ::unlink(path.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  std::string path;
};

postil::Result<std::string> read_all(Source& source, std::size_t piece = 7) {
  std::string all;
  std::string buffer(piece, '\0');
  for (;;) {
    const auto got = source.read(buffer.data(), buffer.size());
    if (!got) return got.error();
    if (*got == 0) return all;
    all.append(buffer, 0, *got);
  }
}

std::string numbers(std::size_t size) {
  std::string text;
  for (int i = 0; text.size() < size; ++i) text += std::to_string(i) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a source gives its head and then all of its bytes") {
  const TemporaryFile file("one\ntwo\n");
  auto source = Source::open(file.path);
  REQUIRE(source.has_value());
  CHECK(source->size() == 8);
  CHECK(*source->head(3) == "one");
  CHECK(*source->head(100) == "one\ntwo\n");
  CHECK(*read_all(*source) == "one\ntwo\n");
  CHECK(*source->head(3) == "one");
}

TEST_CASE("the hash is the same from a file, from memory and from a stream, small and large") {
  for (const std::size_t size : {std::size_t{0}, std::size_t{10}, std::size_t{17'000'000}}) {
    CAPTURE(size);
    const std::string bytes = size == 0 ? "" : numbers(size);
    const TemporaryFile file(bytes);
    auto from_file = Source::open(file.path);
    REQUIRE(from_file.has_value());
    const auto hash = from_file->hash();
    REQUIRE(hash.has_value());
    CHECK(*Source::of_memory("m", bytes).hash() == *hash);
    const int fd = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC);
    Source stream = Source::of_descriptor("-", fd);
    CHECK(stream.head(5).value() == bytes.substr(0, 5));
    CHECK(*read_all(stream, 100'000) == bytes);
    CHECK(*stream.hash() == *hash);
    ::close(fd);
    CHECK(*read_all(*from_file, 100'000) == bytes);
  }
  CHECK_FALSE(*Source::of_memory("m", "a").hash() == *Source::of_memory("m", "b").hash());
}

TEST_CASE("a pipe is read as it comes") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  std::thread writer([&] {
    for (const char* part : {"{\"a\"", ":1}\n", "{\"b\":2}"}) {
      CHECK(::write(ends[1], part, std::string(part).size()) > 0);
    }
    ::close(ends[1]);
  });
  Source source = Source::of_descriptor("-", ends[0]);
  CHECK_FALSE(source.size().has_value());
  CHECK(*source.head(6) == "{\"a\":1");
  CHECK(*read_all(source, 3) == "{\"a\":1}\n{\"b\":2}");
  writer.join();
  ::close(ends[0]);
}

TEST_CASE("what is no regular file is not opened") {
  const std::string folder = fs::temp_directory_path().string();
  CHECK(Source::open(folder).error().message == "It is a folder, not a file");
  CHECK_FALSE(Source::open("/dev/null").has_value());
  CHECK(Source::open(folder + "/postil-none").error().message == "No such file or directory");
  const std::string pipe = folder + "/postil-pipe-" + std::to_string(::getpid());
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK_FALSE(Source::open(pipe).has_value());  // and does not wait for a writer
  ::unlink(pipe.c_str());
}

TEST_CASE("a file that changes while it is read is an error") {
  SUBCASE("shrunk, small") {
    const TemporaryFile file("0123456789");
    auto source = Source::open(file.path);
    REQUIRE(::truncate(file.path.c_str(), 4) == 0);
    const auto all = read_all(*source);
    REQUIRE_FALSE(all.has_value());
    CHECK(all.error().message.find("shrank") != std::string::npos);
    CHECK(source->has_changed());
  }
  SUBCASE("grown, small") {
    const TemporaryFile file("0123456789");
    auto source = Source::open(file.path);
    std::ofstream(file.path, std::ios::app) << "more";
    CHECK_FALSE(read_all(*source).has_value());
    CHECK(source->has_changed());
  }
  SUBCASE("shrunk, large") {
    const TemporaryFile file(numbers(17'000'000));
    auto source = Source::open(file.path);
    CHECK(source->head(10).has_value());
    REQUIRE(::truncate(file.path.c_str(), 1'000'000) == 0);
    CHECK_FALSE(read_all(*source, 100'000).has_value());
    CHECK_FALSE(source->hash().has_value());
    CHECK(source->has_changed());
  }
  SUBCASE("grown, large") {
    const TemporaryFile file(numbers(17'000'000));
    auto source = Source::open(file.path);
    std::ofstream(file.path, std::ios::app) << "more";
    CHECK_FALSE(read_all(*source, 100'000).has_value());
    CHECK_FALSE(source->hash().has_value());
  }
}

TEST_CASE("a path longer than the system's limit is opened") {
  std::string root = (fs::temp_directory_path() / "postil-long-XXXXXX").string();
  REQUIRE(::mkdtemp(root.data()) != nullptr);
  const std::string name(200, 'n');
  std::string path = root;
  int folder = ::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  for (int i = 0; i < 60; ++i) {
    REQUIRE(::mkdirat(folder, name.c_str(), 0700) == 0);
    const int next = ::openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ::close(folder);
    folder = next;
    path += "/" + name;
  }
  const int file = ::openat(folder, "a.txt", O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  REQUIRE(::write(file, "deep", 4) == 4);
  ::close(file);
  ::close(folder);
  auto source = Source::open(path + "/a.txt");
  REQUIRE(source.has_value());
  CHECK(*read_all(*source) == "deep");
  CHECK_FALSE(Source::open(path + "/b.txt").has_value());
  CHECK_FALSE(Source::open(std::string(10'000, 'x')).has_value());
  REQUIRE(std::system(("rm -rf '" + root + "'").c_str()) == 0);
}

TEST_CASE("lines come one by one, and one that is too long costs itself only") {
  Source source = Source::of_memory("m", "one\r\n\n" + std::string(600'000, 'x') + "\nlast");
  Lines lines(source, 1000);
  REQUIRE(*lines.next());
  CHECK(lines.line() == "one");
  REQUIRE(*lines.next());
  CHECK(lines.line().empty());
  REQUIRE(*lines.next());
  CHECK(lines.is_too_long());
  CHECK(lines.length() == 600'000);
  CHECK(lines.line().empty());
  REQUIRE(*lines.next());
  CHECK(lines.line() == "last");
  CHECK(lines.number() == 4);
  CHECK_FALSE(*lines.next());
}

TEST_CASE("a last line that is empty is none, and nothing has no lines") {
  Source ended = Source::of_memory("m", "a\n");
  Lines lines(ended, 10);
  CHECK(*lines.next());
  CHECK_FALSE(*lines.next());
  Source empty = Source::of_memory("m", "");
  CHECK_FALSE(*Lines(empty, 10).next());
}
