#include "indexer/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "indexer/console.h"
#include "indexer/pipeline/scope.h"

namespace postil::index {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kInterval = std::chrono::milliseconds(150);
constexpr std::size_t kBarColumns = 14;
constexpr const char* kClearLine = "\r\x1b[K";

// Estimates of the first moments are worth nothing.
constexpr double kSettled = 2.0;

class CountingSink final : public WalkSink {
 public:
  explicit CountingSink(const std::stop_token& stop) : stop_(stop) {}
  bool file(const WalkedFile& file) override {
    ++files;
    bytes += file.size;
    return !stop_.stop_requested();
  }
  void problem(const WalkProblem& /*problem*/) override {}
  bool may_enter(std::string_view folder) override { return !is_database(std::string(folder)); }

  std::uint64_t files = 0;
  std::uint64_t bytes = 0;

 private:
  const std::stop_token& stop_;
};

// "0:09", "12:34", "3:00:00"
std::string clock_text(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds);
  if (whole >= 3600) {
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  }
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

void write_line(const std::string& text) {
  if (::write(STDERR_FILENO, text.data(), text.size()) < 0) return;  // then there is nobody to see
}

}  // namespace

std::string ProgressLine::text() const {
  const double rate = seconds > 0 ? static_cast<double>(files_done) / seconds : 0;
  const std::string speed = fmt::format("{}/s", group_digits(static_cast<std::uint64_t>(rate)));
  if (files_all == 0) {
    return fmt::format("{} files  {}  {}", group_digits(files_done), speed, clock_text(seconds));
  }
  // Bytes tell the work better than files; each file also costs something of its own.
  constexpr std::uint64_t kFileCost = 1024;
  const double done = static_cast<double>(bytes_done + files_done * kFileCost);
  const double all = static_cast<double>(bytes_all + files_all * kFileCost);
  const double part = std::clamp(done / all, 0.0, 1.0);
  const auto filled = static_cast<std::size_t>(part * kBarColumns);
  std::string line = fmt::format("[{}{}] {:3.0f}%  {} of {}  {}", std::string(filled, '#'),
                                 std::string(kBarColumns - filled, '.'), part * 100,
                                 group_digits(files_done), group_digits(files_all), speed);
  const std::string left = seconds >= kSettled && part > 0
                               ? fmt::format("  {} left", clock_text(seconds * (1 - part) / part))
                               : "";
  constexpr std::size_t kColumns = 59;
  if (line.size() + left.size() <= kColumns) return line + left;
  line = fmt::format("{:3.0f}%  {} files  {}{}", part * 100, group_digits(files_done), speed, left);
  return line.substr(0, kColumns);
}

ProgressDisplay::ProgressDisplay(const RunProgress& progress, const std::vector<std::string>& paths,
                                 const WalkOptions& options)
    : progress_(progress) {
  if (!is_terminal(STDERR_FILENO)) return;
  counter_ = std::jthread(
      [this, paths, options](const std::stop_token& stop) { count(stop, paths, options); });
  drawer_ = std::jthread([this](const std::stop_token& stop) { draw(stop); });
}

ProgressDisplay::~ProgressDisplay() {
  if (!drawer_.joinable()) return;
  counter_.request_stop();
  drawer_.request_stop();
  drawer_.join();
  write_line(kClearLine);
}

void ProgressDisplay::draw(const std::stop_token& stop) {
  const Clock::time_point start = Clock::now();
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  for (;;) {
    wake.wait_for(lock, stop, kInterval, [] { return false; });
    if (stop.stop_requested()) return;
    ProgressLine line;
    line.files_done = progress_.files;
    line.bytes_done = progress_.bytes;
    line.files_all = files_all_;
    line.bytes_all = bytes_all_;
    line.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    const bool is_finishing = progress_.phase == RunProgress::Phase::kFinishing;
    write_line(kClearLine + (is_finishing ? "Finishing…" : line.text()));
  }
}

void ProgressDisplay::count(const std::stop_token& stop, const std::vector<std::string>& paths,
                            const WalkOptions& options) {
  CountingSink sink(stop);
  for (const std::string& path : paths) {
    if (path == "-") return;  // nobody knows how much is to come
    if (!walk(path, options, sink)) return;
  }
  if (stop.stop_requested()) return;
  bytes_all_ = sink.bytes;
  files_all_ = sink.files;
}

}  // namespace postil::index
