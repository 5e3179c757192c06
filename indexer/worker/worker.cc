#include "indexer/worker/worker.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

#include "indexer/readers/report.h"
#include "indexer/worker/sandbox.h"
#include "indexer/worker/serve.h"

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace postil::index {
namespace {

using Clock = std::chrono::steady_clock;

// How long a stop may go unseen.
constexpr int kGlanceMs = 100;

// How long a worker that closed its line may take to end, and how often it is looked for.
constexpr int kFarewellMs = 3000;
constexpr int kStepMs = 5;

// A worker that has grown beyond this, or has read so many files, makes way for a fresh one: memory
// that is in pieces does not come back.
constexpr std::uint64_t kGrown = 192ULL * 1024 * 1024;
constexpr std::uint64_t kMostFiles = 2000;

Error cannot_start(int error) {
  return {ErrorKind::kInput,
          "no process to read files in can be started: " + std::generic_category().message(error),
          "is there a limit on processes or memory? see ulimit -a"};
}

// Resident memory of a process now, in bytes; only asked where it cannot be limited beforehand.
std::uint64_t resident_memory(pid_t process) {
  const std::string path = fmt::format("/proc/{}/statm", process);
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  char text[128] = {};
  const ssize_t got = ::read(file, text, sizeof text - 1);
  ::close(file);
  unsigned long long whole = 0;
  unsigned long long resident = 0;
  if (got <= 0 || std::sscanf(text, "%llu %llu", &whole, &resident) != 2) return 0;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

// Standard streams of a worker lead nowhere; with the sanitizers, what they say is shown.
class Actions {
 public:
  explicit Actions(int socket) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (can_limit_memory()) {
      ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    }
    ::posix_spawn_file_actions_adddup2(&actions_, socket, kWorkerSocket);
  }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  ~Actions() { ::posix_spawn_file_actions_destroy(&actions_); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

// A process group of its own, so that a Ctrl-C on the terminal comes to the run alone, which knows
// what to do; and signals as any new program has them.
class Attributes {
 public:
  Attributes() {
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    sigset_t signals;
    sigemptyset(&signals);
    ::posix_spawnattr_setsigmask(&attributes_, &signals);
    sigfillset(&signals);
    ::posix_spawnattr_setsigdefault(&attributes_, &signals);
    ::posix_spawnattr_setflags(
        &attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }
  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

int spawn(const std::string& program, int socket, pid_t& process) {
  const Actions actions(socket);
  const Attributes attributes;
  std::string name = "postil-index";
  std::string word = kWorkerWord;
  std::string parent = std::to_string(::getpid());
  char* arguments[] = {name.data(), word.data(), parent.data(), nullptr};
  return ::posix_spawn(&process, program.c_str(), actions.get(), attributes.get(), arguments,
                       environ);
}

}  // namespace

// One file on its way through the worker.
struct Worker::Reading {
  const Source& source;
  const Limits& limits;
  ArticleSink& sink;
  Clock::time_point deadline;
  ReadOutcome outcome;
  std::uint64_t output = 0;
  std::uint64_t articles = 0;
  std::uint64_t peak = 0;  // as the worker told at the end
  bool is_done = false;
  std::string_view reason = {};  // why the worker was ended by this side
};

Worker::~Worker() { end(true); }

Result<ReadOutcome> Worker::read(Source& source, const Rows& rows, const Limits& limits,
                                 ArticleSink& sink, const std::function<bool()>& is_stopped) {
  // An idle worker may have been killed by somebody: a fresh one gets a second chance.
  Status status = hand_over(source, rows, limits);
  if (!status && process_ != 0) {
    end(true);
    status = hand_over(source, rows, limits);
  }
  if (!status) return status.error();
  const Clock::time_point deadline = Clock::now() + std::chrono::seconds(limits.wall_seconds);
  Reading reading{source, limits, sink, deadline, {}};
  Frame frame;
  while (!reading.is_done) {
    const Channel::Got got = line_->receive(frame, kGlanceMs);
    if (got == Channel::Got::kFrame) take_frame(frame, reading);
    if (reading.is_done) break;
    if (is_stopped && is_stopped()) {
      end(true);
      reading.outcome.is_stopped = true;
      return reading.outcome;
    }
    check_limits(reading);
    if (got == Channel::Got::kClosed || !reading.reason.empty()) {
      report_failure(reading);
      return reading.outcome;
    }
  }
  if (reading.peak > kGrown || ++files_ >= kMostFiles) end(true);
  return reading.outcome;
}

Status Worker::start() {
  int sockets[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) {
    return cannot_start(errno);
  }
  const timeval patience = {30, 0};
  ::setsockopt(sockets[0], SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  // The worker's end must not be the number it will be known by there, or it stays closed on exec.
  int theirs = sockets[1];
  if (theirs <= kWorkerSocket) {
    theirs = ::fcntl(sockets[1], F_DUPFD_CLOEXEC, kWorkerSocket + 1);
    ::close(sockets[1]);
  }
  const int error = theirs < 0 ? errno : spawn(program_, theirs, process_);
  if (theirs >= 0) ::close(theirs);
  line_ = std::make_unique<Channel>(sockets[0]);
  files_ = 0;
  if (error == 0) return ok();
  process_ = 0;
  line_.reset();
  return cannot_start(error);
}

Status Worker::hand_over(Source& source, const Rows& rows, const Limits& limits) {
  if (process_ == 0) {
    if (Status status = start(); !status) return status;
  }
  ReadRequest request;
  request.path = source.path();
  request.is_file = source.size().has_value();
  if (!request.is_file) request.begun = source.begun();
  request.limits = limits;
  request.has_row = rows.file != nullptr;
  if (rows.file != nullptr) request.row = *rows.file;
  request.member_rows = rows.members;
  request.companions = source.companions();
  return line_->send(FrameType::kRequest, encode(request), source.descriptor());
}

void Worker::take_frame(const Frame& frame, Reading& reading) {
  if (frame.descriptor >= 0) ::close(frame.descriptor);
  reading.output += frame.payload.size();
  Article article;
  Finding finding;
  ReadEnd ended;
  if (frame.type == FrameType::kArticle && decode(frame.payload, article)) {
    ++reading.articles;
    reading.sink.article(std::move(article));
  } else if (frame.type == FrameType::kFinding && decode(frame.payload, finding)) {
    reading.sink.finding(finding.severity, finding.reason, std::move(finding.detail));
  } else if (frame.type == FrameType::kCompanion) {
    send_companion(frame.payload, reading);
  } else if (frame.type == FrameType::kEnd && decode(frame.payload, ended)) {
    reading.outcome.reader = ended.reader;
    reading.outcome.has_changed = ended.has_changed;
    reading.peak = ended.peak_bytes;
    reading.is_done = true;
  } else {
    reading.reason = "crashed";  // what it says makes no sense
  }
}

// One at a time, when its turn comes: a post may have more comments than a process may have files
// open. Only what is on the list is opened, whatever the worker asks for.
void Worker::send_companion(const std::string& place, Reading& reading) {
  std::size_t index = 0;
  const char* end = place.data() + place.size();
  const auto [last, error] = std::from_chars(place.data(), end, index);
  if (error != std::errc() || last != end || index >= reading.source.companions().size()) {
    reading.reason = "crashed";
    return;
  }
  const Result<Source> companion = reading.source.open_companion(index);
  // That the worker may be gone shows when the next frame is waited for.
  (void)line_->send(FrameType::kCompanion, companion ? "" : companion.error().message,
                    companion ? companion->descriptor() : -1);
}

void Worker::check_limits(Reading& reading) {
  if (reading.output > reading.limits.output_bytes) {
    reading.reason = "too-large";
  } else if (Clock::now() > reading.deadline) {
    reading.reason = "too-slow";
  } else if (!can_limit_memory() && resident_memory(process_) > 3 * reading.limits.memory_bytes) {
    reading.reason = "too-much-memory";
  }
}

// Ends the worker, finds out what it died of unless it was this side that ended it, and says so.
void Worker::report_failure(Reading& reading) {
  const Limits& limits = reading.limits;
  const int status = end(!reading.reason.empty());
  std::string_view reason = reading.reason;
  if (reason.empty()) {
    const bool is_full = (WIFEXITED(status) && WEXITSTATUS(status) == kOutOfMemory) ||
                         peak_ > limits.memory_bytes / 4 * 3;
    const bool is_late = WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
    reason = is_late ? "too-slow" : is_full ? "too-much-memory" : "crashed";
  }
  std::string detail;
  if (reason == "too-slow") {
    detail = fmt::format("Reading took more than {} s of processor time or {} s in all",
                         limits.cpu_seconds, limits.wall_seconds);
  } else if (reason == "too-much-memory") {
    detail = fmt::format("Reading needs more than {} of memory", format_size(limits.memory_bytes));
  } else if (reason == "too-large") {
    detail = fmt::format("More than {} of text comes out of it", format_size(limits.output_bytes));
  } else {
    detail = WIFSIGNALED(status)
                 ? fmt::format("Its reader broke down ({})", ::strsignal(WTERMSIG(status)))
                 : "Its reader broke down";
  }
  if (reading.articles > 0) {
    detail += fmt::format("; {} articles before that are kept", reading.articles);
  }
  reading.sink.finding(reading.articles > 0 ? Severity::kCut : Severity::kSkipped, reason,
                       std::move(detail));
}

// Returns what wait() says. A worker that is not killed has closed its line and is about to end.
int Worker::end(bool by_force) {
  if (process_ == 0) return 0;
  line_.reset();
  int status = 0;
  rusage usage{};
  pid_t ended = 0;
  for (int left = kFarewellMs; !by_force && ended == 0 && left > 0; left -= kStepMs) {
    ended = ::wait4(process_, &status, WNOHANG, &usage);
    if (ended == 0) ::poll(nullptr, 0, kStepMs);
  }
  if (ended == 0) {
    ::kill(process_, SIGKILL);
    while (::wait4(process_, &status, 0, &usage) < 0 && errno == EINTR) {
    }
  }
  peak_ = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
  process_ = 0;
  return status;
}

}  // namespace postil::index
