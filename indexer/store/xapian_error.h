// Where Xapian's exceptions end: turned once into an Error that says what was being done and what
// to do about it. For the files of this folder that touch a database.

#ifndef POSTIL_INDEXER_STORE_XAPIAN_ERROR_H_
#define POSTIL_INDEXER_STORE_XAPIAN_ERROR_H_

#include <xapian.h>

#include <exception>
#include <string_view>
#include <utility>

#include "core/base/result.h"

namespace postil::index {

// `doing` completes "cannot …": "open the database /a/b".
Error to_error(const Xapian::Error& error, std::string_view doing);

// For whatever else the library or the system throws: want of memory above all.
Error to_error(const std::exception& error, std::string_view doing);

// Runs `task`, which returns a Result, and turns what Xapian throws into an Error.
template <class Task>
auto guarded(std::string_view doing, Task&& task) -> decltype(task()) {
  try {
    return std::forward<Task>(task)();
  } catch (const Xapian::Error& error) {
    return to_error(error, doing);
  }
}

// The same with all exceptions: for a task that must not be taken up again once it was cut short.
template <class Task>
auto guarded_wholly(std::string_view doing, Task&& task) -> decltype(task()) {
  try {
    return guarded(doing, std::forward<Task>(task));
  } catch (const std::exception& error) {
    return to_error(error, doing);
  }
}

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_XAPIAN_ERROR_H_
