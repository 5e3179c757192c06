// What both programs say of an argument that is empty.

#ifndef POSTIL_CORE_BASE_EMPTY_ARGUMENT_H_
#define POSTIL_CORE_BASE_EMPTY_ARGUMENT_H_

#include <string>
#include <utility>

#include "core/base/error.h"

namespace postil {

// `message` says which argument it is. Nobody types one: it is what became of something else.
inline Error empty_argument(std::string message) {
  return {ErrorKind::kUsage, std::move(message), "perhaps a variable of the shell is not set"};
}

// Of an option that takes a value. Taken as it stands, what follows it would become its value.
inline Error empty_value(const std::string& option) {
  return empty_argument(option + " has an empty value");
}

}  // namespace postil

#endif  // POSTIL_CORE_BASE_EMPTY_ARGUMENT_H_
