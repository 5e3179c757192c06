#include "indexer/store/fatal_error.h"

#include <fmt/format.h>

#include "indexer/store/xapian_error.h"

namespace postil::index {

Error fatal_error(const std::exception_ptr& thrown) {
  const char* const hint = "run again: the last good index stands";
  try {
    if (thrown) std::rethrow_exception(thrown);
  } catch (const Xapian::Error& error) {
    return to_error(error, "write to the database");
  } catch (const std::exception& error) {
    return {ErrorKind::kDatabase, fmt::format("cannot go on: {}", error.what()), hint};
  } catch (...) {  // told below
  }
  return {ErrorKind::kDatabase, "cannot go on, for a reason that is not known", hint};
}

}  // namespace postil::index
