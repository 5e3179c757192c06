#include "indexer/store/xapian_error.h"

#include <fmt/format.h>

#include <new>

namespace postil::index {

Error to_error(const Xapian::Error& error, std::string_view doing) {
  std::string why = error.get_msg().empty() ? error.get_type() : error.get_msg();
  if (const char* system = error.get_error_string(); system != nullptr) {
    why += fmt::format(" ({})", system);
  }
  const std::string_view type = error.get_type();
  if (type == "DatabaseLockError") {
    return {ErrorKind::kBusy, fmt::format("cannot {}: {}", doing, why),
            "another program is writing to it: wait until it has finished"};
  }
  if (type == "DatabaseCorruptError") {
    return {ErrorKind::kDatabase, fmt::format("cannot {}: {}", doing, why),
            "the database is damaged: rebuild it with --full"};
  }
  return {ErrorKind::kDatabase, fmt::format("cannot {}: {}", doing, why),
          "check the disk's space and the permissions, then run again: the last good index stands"};
}

Error to_error(const std::exception& error, std::string_view doing) {
  if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr) {
    return {ErrorKind::kDatabase, fmt::format("cannot {}: there is not enough memory", doing),
            "give it less with --memory, or fewer --jobs: the last good index still stands"};
  }
  return {ErrorKind::kDatabase, fmt::format("cannot {}: {}", doing, error.what()),
          "run again: the last good index still stands"};
}

}  // namespace postil::index
