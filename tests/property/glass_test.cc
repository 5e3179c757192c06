// Whatever records are written, the tables that are written directly hold what Xapian's own API
// makes of them.

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "core/schema/record.h"
#include "indexer/pipeline/index_run.h"
#include "indexer/store/database_folder.h"
#include "indexer/store/glass/glass_writer.h"
#include "indexer/store/record_maker.h"
#include "indexer/store/segment_writer.h"
#include "indexer/store/string_table.h"
#include "indexer/store/update_writer.h"
#include "tests/support/random.h"
#include "tests/support/same_database.h"
#include "tests/support/source_root.h"
#include "tests/support/temporary_folder.h"

namespace postil::index {
namespace {

using test::Random;

using Batches = std::vector<std::vector<FileUpdate>>;

// Few enough that terms recur, of all lengths and with all bytes in them.
class RandomRecords {
 public:
  explicit RandomRecords(Random& random) : random_(random) {
    for (int i = 0; i < 300; ++i) terms_.push_back(random_bytes(1 + random_.below(12)));
    for (int i = 0; i < 20; ++i) terms_.push_back(random_word(200 + random_.below(45), 2));
    terms_.emplace_back("\0", 1);
    terms_.emplace_back("\0\xff\0", 3);
    terms_.emplace_back("\xff\xff");
  }

  AnalysedRecord next(int number) {
    AnalysedRecord record;
    record.id_term = "Q" + std::to_string(number);
    std::map<std::string, std::vector<std::uint32_t>> terms;
    terms[record.id_term];
    const std::uint32_t most = random_.below(5) == 0 ? 300 : 12;
    for (std::uint32_t left = random_.below(most); left > 0; --left) {
      std::vector<std::uint32_t>& positions = terms[random_.pick(terms_)];
      for (std::uint32_t i = random_.below(4) * random_.below(9); i > 0; --i) {
        positions.push_back(1 + random_.below(random_.below(9) == 0 ? 4'000'000'000U : 300U));
      }
    }
    for (auto& [term, positions] : terms) add_term(record, term, positions);
    for (schema::Slot slot = 0; slot < 20; ++slot) {
      // What stands in these is found out by the writers.
      if (slot == schema::kFirstCopySlot || slot == schema::kCopiesSlot) continue;
      if (random_.below(3) > 0) continue;
      record.values.push_back({slot, random_bytes(1 + random_.below(slot == 3 ? 900 : 9))});
    }
    record.data = random_.below(9) == 0 ? random_bytes(1 + random_.below(40'000))
                                        : random_word(1 + random_.below(9'000), 16);
    return record;
  }

 private:
  void add_term(AnalysedRecord& record, const std::string& text,
                std::vector<std::uint32_t> positions) {
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    AnalysedTerm term;
    term.text_at = static_cast<std::uint32_t>(record.term_bytes.size());
    term.text_size = static_cast<std::uint32_t>(text.size());
    term.wdf = static_cast<std::uint32_t>(positions.size());
    if (random_.below(6) == 0) term.wdf = random_.below(400);
    if (text == record.id_term) term.wdf = 0;
    term.position_at = static_cast<std::uint32_t>(record.positions.size());
    term.position_count = static_cast<std::uint32_t>(positions.size());
    term.hash = StringTable::hash_of(text);
    record.term_bytes += text;
    record.positions.insert(record.positions.end(), positions.begin(), positions.end());
    record.terms.push_back(term);
  }

  std::string random_bytes(std::size_t size) {
    std::string bytes;
    while (bytes.size() < size) bytes += static_cast<char>(random_.below(256));
    return bytes;
  }

  std::string random_word(std::size_t size, std::size_t letters) {
    std::string word;
    while (word.size() < size) word += static_cast<char>('a' + random_.below(letters));
    return word;
  }

  Random& random_;
  std::vector<std::string> terms_;
};

Batches random_batches(Random& random, int files) {
  RandomRecords records(random);
  Batches batches;
  int record = 0;
  for (int file = 0; file < files; ++file) {
    if (batches.empty() || random.below(4) == 0) batches.emplace_back();
    if (random.below(9) == 0) batches.emplace_back();  // one without files may be among them
    FileUpdate update;
    update.state.path = "/r/" + std::to_string(file);
    update.key = file_key(update.state.path);
    for (std::uint32_t left = random.below(8) * random.below(3); left > 0; --left) {
      update.records.push_back(records.next(record++));
    }
    batches.back().push_back(std::move(update));
  }
  return batches;
}

// The generation that a writer makes of the batches, each thread writing every so manieth.
template <class Make>
std::string build(const std::string& path, const Batches& batches, unsigned threads, Make&& make) {
  DatabaseFolder folder = DatabaseFolder::look(path).value();
  REQUIRE(folder.lock());
  const auto writer = make(folder).value();
  {
    std::vector<std::jthread> workers;
    for (unsigned thread = 0; thread < threads; ++thread) {
      workers.emplace_back([&, thread] {
        for (std::size_t i = thread; i < batches.size(); i += threads) {
          for (const FileUpdate& update : batches[i]) CHECK(writer->write(i, {update}));
          CHECK(writer->end_batch(i));
        }
      });
    }
  }
  const Status finished = writer->finish({{"r", "/r"}}, std::nullopt);
  REQUIRE_MESSAGE(finished, (finished ? "" : finished.error().message));
  return folder.generation();
}

std::string build_glass(const std::string& path, const Batches& batches, unsigned threads,
                        std::size_t memory) {
  return build(path, batches, threads, [&](DatabaseFolder& folder) {
    return glass::make_glass_writer(folder, {threads, memory});
  });
}

TEST_CASE("Tables that are written directly hold what the API makes of the same records") {
  for (std::uint32_t seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Batches batches = random_batches(random, static_cast<int>(seed * seed * 6));
    const test::TemporaryFolder folder;
    const std::string api = build(folder.path() + "/api", batches, 1, make_segment_writer);
    const std::string glass = build_glass(folder.path() + "/glass", batches, 1, 1 << 28);
    CHECK(test::damage(glass) == "");
    CHECK(test::first_difference(glass, api) == "");
  }
}

TEST_CASE("Neither threads nor memory change what is in the tables") {
  Random random(77);
  const Batches batches = random_batches(random, 400);
  const test::TemporaryFolder folder;
  const std::string one = build_glass(folder.path() + "/1", batches, 1, 1 << 28);
  // So little that each thread writes dozens of runs.
  const std::string many = build_glass(folder.path() + "/5", batches, 5, 1 << 17);
  CHECK(test::damage(many) == "");
  CHECK(test::first_difference(many, one) == "");
  for (const char* table : {"postlist", "position", "docdata", "termlist"}) {
    const auto name = std::string("/") + table + ".glass";
    CHECK(std::filesystem::file_size(one + name) == std::filesystem::file_size(many + name));
  }
}

TEST_CASE("The articles of corpus/ make the same database either way") {
  const test::TemporaryFolder folder;
  RunRequest request;
  request.paths = {(test::source_root() / "corpus").string()};
  request.jobs = 2;
  const auto run = [&](const char* name, WriterKind writer) {
    request.database = folder.path() + name;
    request.writer = writer;
    RunProgress progress;
    const std::atomic<bool> stop = false;
    const Result<RunSummary> summary = run_index(request, {}, progress, stop);
    REQUIRE(summary);
    CHECK(summary->counts.added > 20);
    return DatabaseFolder::look(request.database).value().generation();
  };
  const std::string glass = run("/glass", WriterKind::kGlass);
  const std::string api = run("/api", WriterKind::kApi);
  CHECK(test::damage(glass) == "");
  CHECK(test::first_difference(glass, api) == "");
}

TEST_CASE("A database that was written directly can be updated by Xapian") {
  Random random(5);
  const Batches batches = random_batches(random, 120);
  const Batches changes = random_batches(random, 60);
  const test::TemporaryFolder folder;
  const auto update = [&](const std::string& generation) {
    const auto writer = make_update_writer(generation, "db");
    for (std::size_t i = 0; i < changes.size(); ++i) {
      std::vector<FileUpdate> updates = changes[i];
      for (FileUpdate& each : updates) each.is_known = true;
      REQUIRE(writer->write(i, updates));
      REQUIRE(writer->end_batch(i));
    }
    REQUIRE(writer->remove({file_key("/r/100"), file_key("/r/3")}));
    REQUIRE(writer->finish({{"r", "/r"}}, std::nullopt));
  };
  const std::string api = build(folder.path() + "/api", batches, 1, make_segment_writer);
  const std::string glass = build_glass(folder.path() + "/glass", batches, 2, 1 << 28);
  update(api);
  update(glass);
  CHECK(test::damage(glass) == "");
  CHECK(test::first_difference(glass, api) == "");
}

std::uintmax_t size_of_tables(const std::string& database) {
  std::uintmax_t size = 0;
  for (const auto& entry : std::filesystem::directory_iterator(database)) {
    if (entry.path().extension() == ".glass") size += entry.file_size();
  }
  return size;
}

TEST_CASE("What is brought in step at the end of a build leaves no empty blocks behind") {
  Random random(9);
  Batches batches(1);
  RecordMaker maker;
  std::string text;
  for (int i = 0; i < 600; ++i) {
    // Each text twice, so that all records are told of a near-duplicate.
    if (i % 2 == 0) text.clear();
    while (text.size() < 3000) text += "word" + std::to_string(random.below(4000)) + ' ';
    FileUpdate update;
    update.state.path = "/r/" + std::to_string(i);
    update.key = file_key(update.state.path);
    Article article;
    article.meta.title = "Title";
    article.paragraphs = {{schema::Zone::kBody, text}};
    maker.make(article, update.state.path, {update.state.path, update.key, "r"}, update.records);
    batches.back().push_back(std::move(update));
  }
  const test::TemporaryFolder folder;
  const std::string built = build_glass(folder.path() + "/db", batches, 1, 1 << 28);
  const std::string compact = folder.path() + "/compact";
  const Xapian::Database database(built);
  std::size_t copies = 0;
  for (auto at = database.valuestream_begin(schema::kFirstCopySlot);
       at != database.valuestream_end(schema::kFirstCopySlot); ++at) {
    ++copies;
  }
  CHECK(copies == 600);
  Xapian::Database(built).compact(compact, Xapian::DBCOMPACT_NO_RENUMBER);
  CHECK(static_cast<double>(size_of_tables(built)) <
        1.25 * static_cast<double>(size_of_tables(compact)));
}

// Articles of some words of their own, every third a copy of the one before, with an appeal that
// recurs in half of them.
Batches recurring_batches(Random& random, int articles) {
  Batches batches;
  RecordMaker maker;
  std::string text;
  for (int i = 0; i < articles; ++i) {
    if (i % 5 == 0) batches.emplace_back();
    if (i % 3 != 2) text.clear();
    while (text.size() < 400) text += "word" + std::to_string(random.below(9000)) + ' ';
    FileUpdate update;
    update.state.path = "/r/" + std::to_string(i);
    update.key = file_key(update.state.path);
    Article article;
    article.meta.title = "Title";
    article.paragraphs = {{schema::Zone::kBody, text}};
    if (random.below(2) == 0) {
      article.paragraphs.push_back(
          {schema::Zone::kBody, "If you have come as far as this, please become our member."});
    }
    article.comments.resize(random.below(3));
    for (std::size_t at = 0; at < article.comments.size(); ++at) {
      article.comments[at].number = static_cast<int>(at + 1);
      article.comments[at].paragraphs = {text};
    }
    maker.make(article, update.state.path, {update.state.path, update.key, "r"}, update.records);
    batches.back().push_back(std::move(update));
  }
  return batches;
}

TEST_CASE("Records are brought in step on their way into tables as they are in a database") {
  Random random(1919);
  const Batches batches = recurring_batches(random, 150);
  const test::TemporaryFolder folder;
  const std::string api = build(folder.path() + "/api", batches, 1, make_segment_writer);
  const std::string glass = build_glass(folder.path() + "/glass", batches, 3, 1 << 28);
  CHECK(test::damage(glass) == "");
  CHECK(test::first_difference(glass, api) == "");
  std::size_t furnished = 0;
  const Xapian::Database database(glass);
  for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
    const std::string data = database.get_document(id).get_data();
    furnished += !schema::decode(data).value().furniture.empty();
  }
  CHECK(furnished > 50);
}

TEST_CASE("No records make a database too") {
  const test::TemporaryFolder folder;
  const std::string api = build(folder.path() + "/api", {}, 1, make_segment_writer);
  const std::string glass = build_glass(folder.path() + "/glass", {}, 1, 1 << 28);
  CHECK(test::damage(glass) == "");
  CHECK(test::first_difference(glass, api) == "");
}

// Xapian 1.4 cannot read every tag that zlib can (document_tables.cc); texts of one letter, of all
// lengths about the size of its buffer, would show one that was compressed all the same.
TEST_CASE("What is stored can be read by Xapian, however well it is compressed") {
  Batches batches(1);
  for (std::uint32_t size = 8'150; size < 9'300; size += 7) {
    FileUpdate update;
    update.key = file_key(std::to_string(size));
    AnalysedRecord record;
    record.data = std::string(size, 'x');
    update.records.push_back(std::move(record));
    batches.back().push_back(std::move(update));
  }
  const test::TemporaryFolder folder;
  CHECK(test::damage(build_glass(folder.path() + "/db", batches, 1, 1 << 28)) == "");
}

TEST_CASE("This Xapian has the format that is written") {
  const test::TemporaryFolder folder;
  DatabaseFolder database = DatabaseFolder::look(folder.path() + "/db").value();
  REQUIRE(database.lock());
  CHECK(glass::is_supported(database).value());
}

TEST_CASE("That nothing can be written does not mean that Xapian has another format") {
  const test::TemporaryFolder folder;
  DatabaseFolder database = DatabaseFolder::look(folder.path() + "/db").value();
  REQUIRE(database.lock());
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const rlimit nothing{0, before.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ::setrlimit(RLIMIT_FSIZE, &nothing);
  const Result<bool> answer = glass::is_supported(database);
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  CHECK_FALSE(answer);
}

}  // namespace
}  // namespace postil::index
