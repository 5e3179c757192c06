#include "indexer/store/writer.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "core/schema/stamp.h"
#include "core/schema/terms.h"
#include "indexer/store/database_folder.h"
#include "indexer/store/index_reader.h"
#include "indexer/store/record_maker.h"
#include "indexer/store/segment_writer.h"
#include "indexer/store/update_writer.h"
#include "tests/support/temporary_folder.h"

namespace postil::index {
namespace {

// "" for success, so that a failing check shows the message.
std::string problem(const Status& status) { return status ? "" : status.error().message; }

// A file with an article and some comments, each saying `word`.
FileUpdate file(const std::string& name, const std::string& word, int comments = 0) {
  const std::string path = "/r/" + name;
  FileUpdate update;
  update.key = file_key(path);
  update.state.path = path;
  update.state.reader = "text";
  Article article;
  article.meta.title = name;
  article.paragraphs = {{schema::Zone::kBody, word + " " + word}};
  for (int number = 1; number <= comments; ++number) {
    article.comments.push_back({number, "", std::nullopt, 0, {word}});
  }
  RecordMaker().make(article, "r/" + name, {path, update.key, "r"}, update.records);
  return update;
}

struct Fixture {
  test::TemporaryFolder temporary;
  DatabaseFolder folder = DatabaseFolder::look(temporary.path() + "/db").value();
  std::vector<schema::Root> roots = {{"r", "/r"}};

  Fixture() { REQUIRE(folder.lock()); }

  // Each batch is one file.
  void build(const std::vector<FileUpdate>& files, unsigned threads = 1) {
    const auto writer = make_segment_writer(folder).value();
    std::vector<std::jthread> workers;
    for (unsigned thread = 0; thread < threads; ++thread) {
      workers.emplace_back([&, thread] {
        for (std::size_t i = thread; i < files.size(); i += threads) {
          CHECK(problem(writer->write(i, {files[i]})) == "");
          CHECK(problem(writer->end_batch(i)) == "");
        }
      });
    }
    workers.clear();
    REQUIRE(problem(writer->finish(roots, std::nullopt)) == "");
  }

  void update(std::vector<FileUpdate> files, const std::vector<std::string>& removed = {}) {
    const auto writer = make_update_writer(folder.generation(), "db");
    for (FileUpdate& update : files) update.is_known = true;
    for (std::size_t i = 0; i < files.size(); ++i) {
      CHECK(problem(writer->write(i, {files[i]})) == "");
      CHECK(problem(writer->end_batch(i)) == "");
    }
    REQUIRE(problem(writer->remove(removed)) == "");
    REQUIRE(problem(writer->finish(roots, std::nullopt)) == "");
  }

  Xapian::Database open() const { return Xapian::Database(folder.path()); }
  Xapian::docid find(const std::string& id) const {
    const auto database = open();
    const auto found = database.postlist_begin("Q" + id);
    return found == database.postlist_end("Q" + id) ? 0 : *found;
  }
};

TEST_CASE_FIXTURE(Fixture, "A build is an ordinary database with stamp, roots, files and records") {
  build({file("a.txt", "peace", 2), file("b.txt", "war")});
  const auto database = open();
  CHECK(database.get_doccount() == 4);
  CHECK(database.get_termfreq("peace") == 3);
  CHECK(database.get_collection_freq("peace") == 4);
  CHECK(database.get_collection_freq("Zpeace") == 4);
  CHECK(schema::check_stamp(database.get_metadata(std::string(schema::kStampKey)), "db"));
  CHECK(schema::decode_roots(database.get_metadata(std::string(schema::kRootsKey))) == roots);

  const auto reader = IndexReader::open(folder.generation(), "db");
  REQUIRE(reader);
  CHECK(reader->check());
  CHECK(reader->totals()->articles == 2);
  CHECK(reader->totals()->comments == 2);
  auto files = reader->files({"/r"});
  REQUIRE(files);
  CHECK(files->size() == 2);
  CHECK(files->find(file_digest("/r/a.txt")) != nullptr);
  CHECK(reader->file(file_key("/r/b.txt"))->path == "/r/b.txt");
}

TEST_CASE_FIXTURE(Fixture, "Documents stand in the order of the walk, however many threads write") {
  std::vector<FileUpdate> files;
  for (int i = 0; i < 150; ++i) files.push_back(file(std::to_string(i), "word", i % 3));
  build(files, 3);
  Xapian::docid expected = 0;
  for (int i = 0; i < 150; ++i) {
    const std::string id = "r/" + std::to_string(i);
    REQUIRE(find(id) == ++expected);
    for (int comment = 1; comment <= i % 3; ++comment) {
      REQUIRE(find(id + "#c" + std::to_string(comment)) == ++expected);
    }
  }
}

TEST_CASE_FIXTURE(Fixture, "A large file is written by parts and is whole at the end") {
  FileUpdate large = file("large", "word", 1000);
  std::vector<AnalysedRecord> records = std::move(large.records);
  const auto writer = make_segment_writer(folder).value();
  for (std::size_t at = 0; at < records.size(); at += 77) {
    FileUpdate part = large;
    const auto end = std::min(at + 77, records.size());
    part.records.assign(records.begin() + at, records.begin() + end);
    part.is_last = end == records.size();
    REQUIRE(problem(writer->write(0, {part})) == "");
  }
  REQUIRE(problem(writer->end_batch(0)) == "");
  REQUIRE(problem(writer->finish(roots, std::nullopt)) == "");
  CHECK(open().get_doccount() == 1001);
  CHECK(find("r/large") == 1);
  CHECK(find("r/large#c1000") == 1001);
}

TEST_CASE_FIXTURE(Fixture, "Batches without files, and files without records, are no gap") {
  FileUpdate empty = file("empty", "x");
  empty.records.clear();
  const auto writer = make_segment_writer(folder).value();
  for (std::uint64_t batch = 0; batch < 100; ++batch) {
    if (batch % 3 == 0)
      REQUIRE(problem(writer->write(batch, {file(std::to_string(batch), "word")})) == "");
    if (batch == 4) REQUIRE(problem(writer->write(batch, {empty})) == "");
    REQUIRE(problem(writer->end_batch(batch)) == "");
  }
  REQUIRE(problem(writer->finish(roots, std::nullopt)) == "");
  CHECK(open().get_doccount() == 34);
  CHECK(open().get_lastdocid() == 34);
  CHECK(IndexReader::open(folder.generation(), "db")->file(file_key("/r/empty")));
}

TEST_CASE_FIXTURE(Fixture, "A build of nothing is an empty database") {
  build({});
  CHECK(open().get_doccount() == 0);
  CHECK(IndexReader::open(folder.generation(), "db")->check());
  update({file("a", "peace")});
  CHECK(open().get_doccount() == 1);
}

TEST_CASE_FIXTURE(Fixture, "An update replaces a file's records and keeps the places of ids") {
  build({file("a", "peace", 3), file("b", "war", 1)});
  const Xapian::docid article = find("r/a");
  const Xapian::docid first = find("r/a#c1");
  update({file("a", "truce", 1)});
  CHECK(find("r/a") == article);
  CHECK(find("r/a#c1") == first);
  CHECK(find("r/a#c2") == 0);
  CHECK(find("r/a#c3") == 0);
  CHECK(open().get_termfreq("peace") == 0);
  CHECK(open().get_termfreq("truce") == 2);
  CHECK(open().get_termfreq("war") == 2);
  update({file("a", "truce", 2), file("c", "calm")});
  CHECK(find("r/a#c2") > first);
  CHECK(open().get_doccount() == 6);
}

TEST_CASE_FIXTURE(Fixture, "Removing a file removes its records and what was known of it") {
  build({file("a", "peace", 3), file("b", "war")});
  update({}, {file_key("/r/a")});
  CHECK(open().get_doccount() == 1);
  CHECK(IndexReader::open(folder.generation(), "db")->files({})->size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "A state alone leaves the records as they are") {
  build({file("a", "peace", 3)});
  FileUpdate refreshed = file("a", "other");
  refreshed.replaces_records = false;
  refreshed.records.clear();
  refreshed.state.size = 99;
  update({refreshed});
  CHECK(open().get_termfreq("peace") == 4);
  CHECK(IndexReader::open(folder.generation(), "db")->file(file_key("/r/a"))->size == 99);
}

TEST_CASE_FIXTURE(Fixture, "Without finish() readers see what was there before") {
  build({file("a", "peace")});
  {
    const auto writer = make_update_writer(folder.generation(), "db");
    REQUIRE(problem(writer->write(0, {file("b", "war")})) == "");
  }
  CHECK(open().get_doccount() == 1);
  {
    const auto writer = make_segment_writer(folder).value();
    REQUIRE(problem(writer->write(0, {file("b", "war")})) == "");
  }
  CHECK(open().get_termfreq("peace") == 1);
}

TEST_CASE_FIXTURE(Fixture, "A build that is not finished leaves nothing on the disk") {
  build({file("a", "peace")});
  {
    const auto writer = make_segment_writer(folder).value();
    REQUIRE(problem(writer->write(0, {file("b", "war")})) == "");
    CHECK(std::filesystem::exists(folder.path() + "/g2.new"));
  }
  CHECK_FALSE(std::filesystem::exists(folder.path() + "/g2.new"));
}

TEST_CASE_FIXTURE(Fixture, "Updates by many threads end up in the order of the walk") {
  build({});
  std::vector<FileUpdate> files;
  for (int i = 0; i < 60; ++i) files.push_back(file(std::to_string(i), "word"));
  const auto writer = make_update_writer(folder.generation(), "db");
  {
    std::vector<std::jthread> workers;
    for (std::size_t thread = 0; thread < 4; ++thread) {
      workers.emplace_back([&, thread] {
        for (std::size_t i = thread; i < files.size(); i += 4) {
          if (i % 5 != 0) CHECK(problem(writer->write(i, {files[i]})) == "");
          CHECK(problem(writer->end_batch(i)) == "");
        }
      });
    }
  }
  REQUIRE(problem(writer->finish(roots, std::nullopt)) == "");
  Xapian::docid expected = 0;
  for (int i = 0; i < 60; ++i) {
    if (i % 5 != 0) REQUIRE(find("r/" + std::to_string(i)) == ++expected);
  }
}

TEST_CASE_FIXTURE(Fixture, "A batch that ends within a file ends all writing") {
  build({file("a", "peace", 3)});
  const auto writer = make_update_writer(folder.generation(), "db");
  FileUpdate part = file("a", "truce");
  part.is_known = true;
  part.is_last = false;
  REQUIRE(problem(writer->write(0, {part})) == "");
  CHECK(problem(writer->end_batch(0)).find("db") != std::string::npos);
  FileUpdate next = file("b", "war");
  CHECK_FALSE(writer->write(1, {next}));
  CHECK_FALSE(writer->end_batch(1));
  CHECK_FALSE(writer->finish(roots, std::nullopt));
  CHECK(open().get_doccount() == 4);
  CHECK(open().get_termfreq("peace") == 4);
}

TEST_CASE_FIXTURE(Fixture, "Whatever is thrown while a writer writes is its failure") {
  build({file("a", "peace")});
  const auto writer = make_update_writer(folder.generation(), "db");
  FileUpdate broken = file("b", "war");
  broken.records[0].terms[0].text_at = UINT32_MAX;  // beyond the bytes of the terms
  CHECK(problem(writer->write(0, {broken})).find("db") != std::string::npos);
  CHECK_FALSE(writer->end_batch(0));
  CHECK_FALSE(writer->write(1, {file("c", "calm")}));
  CHECK_FALSE(writer->finish(roots, std::nullopt));
  CHECK(open().get_doccount() == 1);
}

TEST_CASE_FIXTURE(Fixture, "Both writers make the same documents") {
  std::vector<FileUpdate> files;
  for (int i = 0; i < 40; ++i) files.push_back(file(std::to_string(i), "w" + std::to_string(i)));
  build(files, 2);
  Fixture other;
  other.build({});
  other.update(files);
  const auto a = open();
  const auto b = other.open();
  REQUIRE(a.get_doccount() == b.get_doccount());
  CHECK(a.get_average_length() == b.get_average_length());
  CHECK(std::equal(a.allterms_begin(), a.allterms_end(), b.allterms_begin(), b.allterms_end()));
  for (Xapian::docid id = 1; id <= a.get_lastdocid(); ++id) {
    REQUIRE(a.get_document(id).get_data() == b.get_document(id).get_data());
    REQUIRE(a.get_document(id).serialise() == b.get_document(id).serialise());
  }
}

}  // namespace
}  // namespace postil::index
