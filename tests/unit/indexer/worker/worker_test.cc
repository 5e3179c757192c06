#include "indexer/worker/worker.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <string>
#include <vector>

#include "indexer/worker/sandbox.h"
#include "tests/support/temporary_folder.h"

namespace postil::index {
namespace {

// What came of one file.
struct Found final : ArticleSink {
  std::vector<std::string> titles;
  std::vector<Finding> findings;
  ReadOutcome outcome;

  void article(Article article) override { titles.push_back(article.meta.title); }
  void finding(Severity severity, std::string_view reason, std::string detail) override {
    findings.push_back({severity, "", std::string(reason), std::move(detail)});
  }
  std::string reason() const { return findings.empty() ? "" : findings.back().reason; }
};

class Fixture {
 public:
  Fixture() : worker_(POSTIL_UNRULY_WORKER) {
    char name[] = "/tmp/postil-worker-XXXXXX";
    const int file = ::mkstemp(name);
    REQUIRE(file >= 0);
    ::close(file);
    path_ = name;
  }
  ~Fixture() { ::unlink(path_.c_str()); }

  Found read(const std::string& order, const Limits& limits = kTight,
             const std::function<bool()>& is_stopped = nullptr, const Metadata* row = nullptr,
             std::vector<std::string> companions = {}) {
    std::ofstream(path_, std::ios::trunc) << order;
    Result<Source> source = Source::open(path_);
    REQUIRE(source);
    source->set_companions(std::move(companions));
    Found found;
    auto outcome = worker_.read(*source, Rows{row, {}}, limits, found, is_stopped);
    REQUIRE(outcome);
    found.outcome = *outcome;
    return found;
  }

  Worker& worker() { return worker_; }

  static constexpr Limits kTight = {20, 60, kWorkerMemory, 20'000'000};

 private:
  std::string path_;
  Worker worker_;
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a worker reads one file after another in the same process") {
  const Found first = read("good");
  CHECK(first.titles == std::vector<std::string>{"good"});
  CHECK(first.reason() == "a-reason");
  CHECK(first.outcome.reader == "unruly");
  const pid_t process = worker().process();
  CHECK(process > 0);
  CHECK(read("good").titles.size() == 1);
  CHECK(worker().process() == process);
}

TEST_CASE_FIXTURE(Fixture, "a crash costs one file") {
  const Found found = read("abort");
  CHECK(found.reason() == "crashed");
  CHECK(found.findings.back().severity == Severity::kSkipped);
  CHECK(found.findings.back().detail == "Its reader broke down (Aborted)");
  CHECK(found.outcome.reader.empty());
  CHECK(read("exit").reason() == "crashed");
  CHECK(read("good").titles.size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "what was found before a crash is kept, and the file said to be cut") {
  const Found found = read("one, then abort");
  CHECK(found.titles == std::vector<std::string>{"one"});
  CHECK(found.reason() == "crashed");
  CHECK(found.findings.back().severity == Severity::kCut);
}

TEST_CASE_FIXTURE(Fixture, "time is limited, on the processor and on the clock") {
  Limits limits = kTight;
  limits.cpu_seconds = 1;
  CHECK(read("spin", limits).reason() == "too-slow");
  limits.wall_seconds = 1;
  CHECK(read("sleep", limits).reason() == "too-slow");
  CHECK(read("good").titles.size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "memory and output are limited") {
  if (can_limit_memory()) CHECK(read("hoard").reason() == "too-much-memory");
  const Found flood = read("flood");
  CHECK(flood.reason() == "too-large");
  CHECK(flood.titles.size() < 30);
  CHECK(read("good").titles.size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "a worker can open nothing, start nothing and touch no other process") {
  if (!can_limit_memory()) return;  // the sanitizers need to open files themselves
#if defined(__x86_64__) || defined(__aarch64__)
  const Found found = read("refused");
  REQUIRE(found.titles.size() == 1);
  CHECK(found.titles.front() ==
        "open socket exec kill tgkill sigqueue tgsigqueue pidfd_send_signal F_SETOWN FIOSETOWN "
        "prlimit setpriority removexattr fchmodat2 shmctl msgrcv semctl ");
#endif
}

TEST_CASE_FIXTURE(Fixture, "a stop ends a worker at once, and nothing is said of the file") {
  const Found found = read("sleep", kTight, [] { return true; });
  CHECK(found.outcome.is_stopped);
  CHECK(found.findings.empty());
  CHECK(worker().process() == 0);
  CHECK(read("good").titles.size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "a frame that comes byte by byte holds up neither a stop nor a limit") {
  int asked = 0;
  const Found found = read("drip", kTight, [&asked] { return ++asked == 10; });
  CHECK(asked == 10);
  CHECK(found.outcome.is_stopped);
  CHECK(found.findings.empty());
}

TEST_CASE_FIXTURE(Fixture, "a worker that somebody killed between two files is replaced") {
  CHECK(read("good").titles.size() == 1);
  const pid_t process = worker().process();
  ::kill(process, SIGKILL);
  siginfo_t ended;
  ::waitid(P_PID, static_cast<id_t>(process), &ended, WEXITED | WNOWAIT);
  CHECK(read("good").titles.size() == 1);
  CHECK(worker().process() != process);
}

TEST_CASE_FIXTURE(Fixture, "the file's row of the manifest comes along") {
  Metadata row;
  row.title = "from the manifest";
  CHECK(read("row", kTight, nullptr, &row).titles == std::vector<std::string>{"from the manifest"});
  CHECK(read("row").titles == std::vector<std::string>{"none"});
}

TEST_CASE_FIXTURE(Fixture,
                  "companions are handed over open, as many as there are, when asked for") {
  const test::TemporaryFolder folder;
  std::vector<std::string> paths;
  std::vector<std::string> texts;
  for (int i = 0; i < 40; ++i) {
    texts.push_back("comment " + std::to_string(i));
    paths.push_back(folder.path() + "/" + std::to_string(i));
    std::ofstream(paths.back()) << texts.back();
  }
  paths.insert(paths.begin() + 1, folder.path() + "/gone");
  texts.insert(texts.begin() + 1, "No such file or directory");
  const Found found = read("companions", kTight, nullptr, nullptr, paths);
  CHECK(found.titles == texts);
  CHECK(found.findings.empty());
  CHECK(read("companions").titles.empty());
}

TEST_CASE("a program that cannot be started is an error") {
  Worker worker("/nowhere/at/all");
  Source source = Source::of_memory("x", "x");
  Found found;
  CHECK_FALSE(worker.read(source, {}, limits_for(1), found, nullptr));
}

}  // namespace postil::index
