// A worker whose reader does what the file says, good or bad: for the tests of indexer/worker/.
#include <asm/sockios.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/resource.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/worker/serve.h"

namespace postil::index {
namespace {

Article named(std::string title) {
  Article article;
  article.meta.title = std::move(title);
  return article;
}

std::string what_is_refused() {
  std::string refused;
  const auto note = [&refused](const char* call, long answer) {
    if (answer < 0 && errno == EPERM) refused.append(call).append(" ");
  };
  const pid_t run = ::getppid();
  siginfo_t signal{};
  signal.si_code = SI_QUEUE;
  rlimit limits{};
  note("open", ::open("/etc/passwd", O_RDONLY));
  note("socket", ::socket(AF_INET, SOCK_STREAM, 0));
  note("exec", ::execl("/bin/true", "true", nullptr));
  note("kill", ::kill(run, 0));
  note("tgkill", ::syscall(SYS_tgkill, run, run, 0));
  note("sigqueue", ::syscall(SYS_rt_sigqueueinfo, run, 0, &signal));
  note("tgsigqueue", ::syscall(SYS_rt_tgsigqueueinfo, run, run, 0, &signal));
  note("pidfd_send_signal", ::syscall(SYS_pidfd_send_signal, kWorkerSocket, 0, nullptr, 0));
  note("F_SETOWN", ::fcntl(kWorkerSocket, F_SETOWN, run));
  note("FIOSETOWN", ::ioctl(kWorkerSocket, FIOSETOWN, &run));
  note("prlimit", ::prlimit(run, RLIMIT_NOFILE, nullptr, &limits));
  note("setpriority", ::setpriority(PRIO_PROCESS, static_cast<id_t>(run), 19));
  note("removexattr", ::removexattr("/tmp/none", "user.none"));
  note("fchmodat2", ::syscall(452, AT_FDCWD, "/tmp/none", 0600, 0));
  note("shmctl", ::shmctl(-1, IPC_RMID, nullptr));
  note("msgrcv", ::msgrcv(-1, &limits, 0, 0, IPC_NOWAIT));
  note("semctl", ::semctl(-1, 0, GETVAL));
  // What a process does to itself is its own affair.
  note("own tgkill", ::syscall(SYS_tgkill, ::getpid(), ::gettid(), 0));
  note("own prlimit", ::prlimit(0, RLIMIT_NOFILE, nullptr, &limits));
  note("F_GETFL", ::fcntl(kWorkerSocket, F_GETFL));
  return refused;
}

// A frame that takes its time: a byte now and then, for two seconds, of very many.
[[noreturn]] void drip() {
  std::string_view bytes{"A\0\0\0\1", 5};
  for (int i = 0; i < 100 && ::write(kWorkerSocket, bytes.data(), bytes.size()) > 0; ++i) {
    bytes = "x";
    ::usleep(20'000);
  }
  ::_exit(0);
}

std::string read_unruly(Source& source, const Rows& rows, ArticleSink& sink) {
  const auto head = source.head(1000);
  const std::string order(head ? *head : "");
  if (order == "abort") std::abort();
  if (order == "one, then abort") {
    sink.article(named("one"));
    std::abort();
  }
  if (order == "exit") ::_exit(0);
  volatile bool is_endless = true;
  while (order == "spin" && is_endless) {
  }
  while (order == "sleep") ::pause();
  if (order == "drip") drip();
  while (order == "flood") sink.article(named(std::string(1'000'000, 'x')));
  std::vector<std::string> hoard;
  while (order == "hoard") hoard.emplace_back(10'000'000, 'x');
  if (order == "refused") sink.article(named(what_is_refused()));
  if (order == "row") sink.article(named(rows.file == nullptr ? "none" : rows.file->title));
  for (std::size_t i = 0; order == "companions" && i < source.companions().size(); ++i) {
    Result<Source> companion = source.open_companion(i);
    const auto text = companion ? companion->head(1000) : companion.error();
    sink.article(named(text ? std::string(*text) : text.error().message));
  }
  if (order == "good") {
    sink.finding(Severity::kWarning, "a-reason", "a detail");
    sink.article(named("good"));
  }
  return "unruly";
}

}  // namespace
}  // namespace postil::index

int main(int argc, char** argv) {
  if (!postil::index::is_worker(argc, argv)) return EXIT_FAILURE;
  return postil::index::serve_as_worker(argc, argv, postil::index::read_unruly);
}
