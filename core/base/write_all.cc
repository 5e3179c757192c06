#include "core/base/write_all.h"

#include <unistd.h>

#include <cerrno>
#include <cstddef>

namespace postil {

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written == 0) return ENOSPC;  // sets no errno, and would do no better the next time
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

}  // namespace postil
