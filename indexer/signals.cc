#include "indexer/signals.h"

#include <csignal>

namespace postil::index {
namespace {

std::atomic<bool> stop = false;
std::atomic<int> caught = 0;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

void note(int signal) {
  caught = signal;
  stop = true;
}

}  // namespace

const std::atomic<bool>& stop_on_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action {};
    action.sa_handler = note;
    // RESETHAND: the second time the signal does what it does to any program.
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    sigemptyset(&action.sa_mask);
    struct sigaction before {};
    // Whoever started us with a signal ignored (nohup) wants it ignored.
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    ::sigaction(signal, &action, nullptr);
  }
  return stop;
}

int caught_signal() { return caught; }

}  // namespace postil::index
