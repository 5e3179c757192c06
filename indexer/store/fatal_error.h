// What a program says that has to end because something was thrown that nobody can catch. Xapian
// 1.4 does that: where it cannot write (a full disk), it cancels what it had begun, and throws once
// more while it does.

#ifndef POSTIL_INDEXER_STORE_FATAL_ERROR_H_
#define POSTIL_INDEXER_STORE_FATAL_ERROR_H_

#include <exception>

#include "core/base/error.h"

namespace postil::index {

// For a handler of std::terminate(). `thrown` may be null.
Error fatal_error(const std::exception_ptr& thrown);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_FATAL_ERROR_H_
