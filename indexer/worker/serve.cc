#include "indexer/worker/serve.h"

#include <malloc.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

#include "indexer/readers/registry.h"
#include "indexer/worker/channel.h"
#include "indexer/worker/messages.h"
#include "indexer/worker/sandbox.h"

namespace postil::index {
namespace {

// Nobody is there to hear of it: the run sees that the line is closed.
[[noreturn]] void leave(int status) { ::_exit(status); }

class Reporter final : public ArticleSink {
 public:
  explicit Reporter(Channel& line) : line_(line) {}

  void article(Article article) override { send(FrameType::kArticle, encode(article)); }

  void finding(Severity severity, std::string_view reason, std::string detail) override {
    send(FrameType::kFinding,
         encode(Finding{severity, "", std::string(reason), std::move(detail)}));
  }

  void send(FrameType type, const std::string& payload) {
    if (!line_.send(type, payload)) leave(EXIT_FAILURE);
  }

 private:
  Channel& line_;
};

// Asks the run for a companion, which this process cannot open.
Result<Source> ask_for(const std::string& path, std::size_t index, Channel& line) {
  Frame answer;
  if (!line.send(FrameType::kCompanion, std::to_string(index)) ||
      line.receive(answer, -1) != Channel::Got::kFrame || answer.type != FrameType::kCompanion) {
    leave(EXIT_FAILURE);
  }
  if (answer.descriptor < 0) return Error{ErrorKind::kInput, answer.payload, ""};
  return Source::of_file(path, answer.descriptor);
}

void read_one(const ReadRequest& request, int descriptor, const ReadFunction& read, Channel& line) {
  Reporter reporter(line);
  limit_cpu_from_now(request.limits.cpu_seconds);
  Result<Source> source =
      request.is_file
          ? Source::of_file(request.path, descriptor)
          : Result<Source>(Source::of_descriptor(request.path, descriptor, request.begun));
  ReadEnd end;
  if (source) {
    source->set_companions(request.companions, [&](std::size_t index) {
      return ask_for(request.companions.at(index), index, line);
    });
    const Rows rows{request.has_row ? &request.row : nullptr, request.member_rows};
    end.reader = read(*source, rows, reporter);
    end.has_changed = source->has_changed();
  } else {
    reporter.finding(Severity::kSkipped, "unreadable", source.error().message);
  }
  end.peak_bytes = peak_memory();
  reporter.send(FrameType::kEnd, encode(end));
}

// What a page needs is kept for the next: to ask the system for it anew took a third of a run over
// pages. What a large file needed goes back.
constexpr std::size_t kKeptMemory = 32UL * 1024 * 1024;
constexpr int kMappedAlone = 1024 * 1024;  // from this size on

void set_up_heap() {
  ::mallopt(M_ARENA_MAX, 1);  // there is one thread
  ::mallopt(M_MMAP_THRESHOLD, kMappedAlone);
  ::mallopt(M_TRIM_THRESHOLD, kKeptMemory);
}

void give_memory_back() {
  if (::mallinfo2().fordblks > kKeptMemory) ::malloc_trim(0);
}

// Ends with the run even if that is killed; and if it was killed before this call, at once.
void stay_with_parent(pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) leave(EXIT_FAILURE);
}

}  // namespace

bool is_worker(int argc, const char* const* argv) {
  return argc == 3 && std::strcmp(argv[1], kWorkerWord) == 0;
}

int serve_as_worker(int /*argc*/, const char* const* argv, const ReadFunction& read) {
  stay_with_parent(static_cast<pid_t>(std::strtol(argv[2], nullptr, 10)));
  ::close_range(kWorkerSocket + 1, ~0U, 0);
  set_up_heap();
  // Names in archives are UTF-8 or said not to be.
  std::setlocale(LC_CTYPE, "C.UTF-8");
  std::set_new_handler([] { leave(kOutOfMemory); });
  prepare_readers();
  enter_sandbox(kWorkerMemory);

  Channel line(kWorkerSocket);
  for (Frame frame; line.receive(frame, -1) == Channel::Got::kFrame;) {
    ReadRequest request;
    if (frame.type != FrameType::kRequest || frame.descriptor < 0 ||
        !decode(frame.payload, request)) {
      return EXIT_FAILURE;
    }
    read_one(request, frame.descriptor, read, line);
    if (!request.is_file) ::close(frame.descriptor);
    give_memory_back();
  }
  return EXIT_SUCCESS;
}

}  // namespace postil::index
