#include "indexer/pipeline/index_run.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "core/schema/database_name.h"
#include "tests/support/temporary_folder.h"

namespace postil::index {
namespace {

namespace fs = std::filesystem;

struct Fixture {
  test::TemporaryFolder temporary;
  RunRequest request;
  RunProgress progress;
  std::vector<Finding> findings;
  std::map<std::string, Outcome> outcomes;
  std::atomic<bool> stop = false;

  Fixture() {
    request.database = temporary.path() + "/db";
    request.paths = {temporary.path() + "/texts"};
    request.jobs = 3;
    fs::create_directories(request.paths[0]);
  }

  std::string path(const std::string& name) const { return request.paths[0] + "/" + name; }

  // An hour old, so that its time of modification is to be trusted.
  void put(const std::string& name, const std::string& content) const {
    fs::create_directories(fs::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << content;
    fs::last_write_time(path(name), fs::file_time_type::clock::now() - std::chrono::hours(1));
  }

  Result<RunSummary> try_run() {
    findings.clear();
    outcomes.clear();
    RunListener listener;
    listener.finding = [this](const Finding& finding) { findings.push_back(finding); };
    listener.outcome = [this](Outcome outcome, const std::string& of) { outcomes[of] = outcome; };
    return run_index(request, listener, progress, stop);
  }

  RunSummary run() {
    const auto summary = try_run();
    INFO((summary ? "" : summary.error().message));
    REQUIRE(summary);
    return *summary;
  }
};

// As another program makes it.
void make_foreign(const std::string& folder) {
  fs::create_directories(fs::path(folder).parent_path());
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  database.set_metadata("title", "somebody's");
  database.commit();
}

TEST_CASE_FIXTURE(Fixture, "What another program put behind a stub like ours is never replaced") {
  put("a.txt", "Peace.");
  fs::create_directories(request.database);
  make_foreign(request.database + "/g1");
  std::ofstream(request.database + "/XAPIANDB") << "auto g1\n";
  for (const bool full : {false, true}) {
    request.full = full;
    const auto summary = try_run();
    REQUIRE_FALSE(summary);
    CHECK(summary.error().message.find("not one of Postil's") != std::string::npos);
    CHECK(Xapian::Database(request.database + "/g1").get_metadata("title") == "somebody's");
    CHECK_FALSE(fs::exists(request.database + "/lock"));
  }
}

TEST_CASE_FIXTURE(Fixture, "A database that cannot be read is replaced only where it was ours") {
  put("a.txt", "Peace.");
  run();
  request.full = true;
  const std::string generation = schema::current_generation(request.database);
  std::ofstream(generation + "/iamglass") << "damaged";
  const std::string lock = request.database + "/lock";
  fs::rename(lock, temporary.path() + "/lock");
  const auto summary = try_run();
  REQUIRE_FALSE(summary);
  CHECK(summary.error().message.find("may be somebody else's") != std::string::npos);
  CHECK(fs::exists(generation));
  fs::rename(temporary.path() + "/lock", lock);
  CHECK(run().totals.articles == 1);
}

TEST_CASE_FIXTURE(Fixture, "A Xapian database among the files is passed over, whoever made it") {
  put("a.txt", "Peace.");
  make_foreign(path("mail/index"));
  CHECK(run().counts.skipped == 1);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].reason == "database");
  CHECK(findings[0].path == path("mail/index"));
}

TEST_CASE_FIXTURE(Fixture, "Files are added, left alone, updated and removed") {
  for (int i = 0; i < 700; ++i) put(std::to_string(i) + ".txt", "Text of peace.");
  RunSummary summary = run();
  CHECK(summary.is_new);
  CHECK(summary.counts.added == 700);
  CHECK(summary.totals.articles == 700);
  CHECK(progress.files == 700);

  summary = run();
  CHECK_FALSE(summary.is_new);
  CHECK(summary.counts.unchanged == 700);
  CHECK(summary.counts.bytes == 0);  // not one file was opened

  put("0.txt", "Text of a war, which is longer.");
  fs::remove(path("1.txt"));
  put("new/2.txt", "New.");
  summary = run();
  CHECK(summary.counts.updated == 1);
  CHECK(summary.counts.removed == 1);
  CHECK(summary.counts.added == 1);
  CHECK(summary.counts.unchanged == 698);
  CHECK(summary.totals.articles == 700);
}

TEST_CASE_FIXTURE(Fixture, "Findings come in the order of the walk and are repeated") {
  for (int i = 100; i < 900; ++i) {
    put(std::to_string(i), i % 100 == 0 ? std::string() : "Text.");
  }
  run();
  REQUIRE(findings.size() == 8);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    CHECK(findings[i].path == path(std::to_string((i + 1) * 100)));
    CHECK(findings[i].severity == Severity::kSkipped);
  }
  const auto first = findings;
  const RunSummary again = run();
  CHECK(again.counts.skipped == 8);
  CHECK(again.counts.unchanged == 792);
  REQUIRE(findings.size() == first.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(findings[i].path == first[i].path);
    CHECK(findings[i].detail == first[i].detail);
  }
}

TEST_CASE_FIXTURE(Fixture, "A file that was just written is looked into once more") {
  std::ofstream(path("a.txt")) << "Text.";
  CHECK(run().counts.added == 1);
  const RunSummary again = run();
  CHECK(again.counts.unchanged == 1);
  CHECK(again.counts.bytes > 0);
}

TEST_CASE_FIXTURE(Fixture, "A time of modification in the future is never trusted") {
  put("a.txt", "Text a.");
  fs::last_write_time(path("a.txt"), fs::file_time_type::clock::now() + std::chrono::hours(24));
  run();
  const auto time = fs::last_write_time(path("a.txt"));
  std::ofstream(path("a.txt")) << "Text b.";
  fs::last_write_time(path("a.txt"), time);
  CHECK(run().counts.updated == 1);
}

TEST_CASE_FIXTURE(Fixture, "A run that is stopped keeps what it has and removes nothing") {
  for (int i = 0; i < 10; ++i) put(std::to_string(i), "Text.");
  run();
  fs::remove(path("1"));
  stop = true;
  const RunSummary stopped = run();
  CHECK(stopped.interrupted);
  CHECK(stopped.totals.articles == 10);
  stop = false;
  CHECK(run().totals.articles == 9);
}

TEST_CASE_FIXTURE(Fixture, "A first run that is stopped leaves a database for the next") {
  for (int i = 0; i < 10; ++i) put(std::to_string(i), "Text.");
  stop = true;
  CHECK(run().interrupted);
  stop = false;
  CHECK(run().totals.articles == 10);
}

TEST_CASE_FIXTURE(Fixture, "A path that is not there is an error, and nothing is made") {
  put("a.txt", "Text.");
  request.paths.push_back(temporary.path() + "/nope");
  const auto summary = try_run();
  REQUIRE_FALSE(summary);
  CHECK(summary.error().kind == ErrorKind::kInput);
  CHECK_FALSE(fs::exists(request.database));
}

TEST_CASE_FIXTURE(Fixture, "A dry run foretells and touches nothing") {
  put("a.txt", "Text.");
  put("b.png", std::string("\211PNG\r\n\032\n\0\0", 10));
  request.dry_run = true;
  RunSummary summary = run();
  CHECK(summary.counts.added == 1);
  CHECK(summary.counts.skipped == 1);
  CHECK(outcomes.at(path("a.txt")) == Outcome::kAdded);
  CHECK_FALSE(fs::exists(request.database));
  request.dry_run = false;
  run();
  fs::remove(path("a.txt"));
  request.dry_run = true;
  summary = run();
  CHECK(summary.counts.removed == 1);
  CHECK(outcomes.at(fs::canonical(temporary.path()).string() + "/texts/a.txt") ==
        Outcome::kRemoved);
}

TEST_CASE_FIXTURE(Fixture, "Paths that overlap are read once, however they are spelled") {
  put("sub/a.txt", "Text.");
  put("b.txt", "Text.");
  request.paths = {path("sub"), path(""), path("sub/../b.txt"), path("sub")};
  CHECK(run().counts.added == 2);
  CHECK(run().counts.unchanged == 2);
}

TEST_CASE_FIXTURE(Fixture, "A large file of many articles is one update, in order") {
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"Words of article " +
             std::to_string(i) + " and more.\"}\n";
  }
  put("x.jsonl", lines);
  put("y.txt", "Text.");
  CHECK(run().totals.articles == 3001);
  put("x.jsonl", lines.substr(0, lines.find('\n', lines.size() / 2) + 1));
  const RunSummary summary = run();
  CHECK(summary.counts.updated == 1);
  CHECK(summary.totals.articles > 1400);
  CHECK(summary.totals.articles < 1700);
}

TEST_CASE_FIXTURE(Fixture, "What changed is looked at within the paths, gone or not") {
  request.paths = {fs::canonical(request.paths[0]).string()};
  put("sub/a.txt", "Text of peace.");
  put("b.txt", "Text of peace.");
  const std::string beside = fs::path(request.paths[0]).parent_path().string();
  fs::create_directory(beside + "/private");
  std::ofstream(beside + "/private/c.txt") << "Text of peace.";
  run();

  request.changed = {beside, beside + "/private"};
  RunSummary summary = run();
  CHECK(summary.counts.unchanged == 2);
  CHECK(summary.counts.files() == 2);

  fs::rename(path("sub"), beside + "/elsewhere");
  fs::create_directory_symlink(beside + "/elsewhere", path("sub"));
  request.changed = {path("sub")};
  summary = run();
  CHECK(summary.counts.removed == 1);
  CHECK(summary.totals.articles == 1);

  fs::remove_all(request.paths[0]);
  request.changed = request.paths;
  summary = run();
  CHECK(summary.counts.removed == 1);
  CHECK(summary.totals.articles == 0);
}

}  // namespace
}  // namespace postil::index
