#include "query/pager.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>

#include "core/base/write_all.h"
#include "query/console.h"

namespace postil::query {
namespace {

constexpr int kCannotRun = 127;  // what a shell says of a command that is not there

std::string command() {
  const char* pager = std::getenv("PAGER");
  return pager == nullptr ? "less" : pager;
}

// In the child: becomes the pager, reading from `input`.
[[noreturn]] void become(const std::string& pager, int input) {
  dup2(input, STDIN_FILENO);
  close(input);
  setenv("LESS", "FRX", 0);  // 0: not over what the user has set
  execl("/bin/sh", "sh", "-c", pager.c_str(), static_cast<char*>(nullptr));
  _exit(kCannotRun);
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return kCannotRun;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

}  // namespace

int print_paged(std::string_view text, int status) {
  const std::string pager = command();
  std::array<int, 2> ends{};
  if (pager.empty() || pager == "cat" || pipe2(ends.data(), O_CLOEXEC) != 0) {
    return print(text, status);
  }
  const pid_t child = fork();
  if (child == 0) become(pager, ends[0]);
  close(ends[0]);
  if (child < 0) {
    close(ends[1]);
    return print(text, status);
  }
  // The pager may be left early, and an interrupt is the pager's to handle.
  const auto old_pipe = std::signal(SIGPIPE, SIG_IGN);
  const auto old_interrupt = std::signal(SIGINT, SIG_IGN);
  (void)write_all(ends[1], text);  // one that is left before the end has seen what it wanted
  close(ends[1]);
  const int ended = wait_for(child);
  std::signal(SIGPIPE, old_pipe);
  std::signal(SIGINT, old_interrupt);
  return ended == kCannotRun ? print(text, status) : status;
}

}  // namespace postil::query
