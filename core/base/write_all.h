// The one loop around ::write().

#ifndef POSTIL_CORE_BASE_WRITE_ALL_H_
#define POSTIL_CORE_BASE_WRITE_ALL_H_

#include <string_view>

namespace postil {

// Writes all the bytes, however many calls that takes. 0, or the errno of what went wrong.
[[nodiscard]] int write_all(int descriptor, std::string_view bytes);

}  // namespace postil

#endif  // POSTIL_CORE_BASE_WRITE_ALL_H_
