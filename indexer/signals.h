// Ctrl-C and the like: the first asks the run to stop where it can be taken up again, the second
// ends the program at once.

#ifndef POSTIL_INDEXER_SIGNALS_H_
#define POSTIL_INDEXER_SIGNALS_H_

#include <atomic>

namespace postil::index {

// Becomes true at the first SIGINT, SIGTERM or SIGHUP after this call.
const std::atomic<bool>& stop_on_signals();

// The signal that came, 0 if none did.
int caught_signal();

}  // namespace postil::index

#endif  // POSTIL_INDEXER_SIGNALS_H_
