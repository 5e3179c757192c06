// Result<T> is a value or the Error that stands in its place; Status is a Result without a value.
// Used at every border between modules, so that no exception crosses one. The interface is the part
// of C++23's std::expected that Postil needs; it can become an alias when the compilers have it.

#ifndef POSTIL_CORE_BASE_RESULT_H_
#define POSTIL_CORE_BASE_RESULT_H_

#include <cassert>
#include <utility>
#include <variant>

#include "core/base/error.h"

namespace postil {

template <class T>
class [[nodiscard]] Result {
 public:
  // Both implicit, so that `return value;` and `return Error{…};` read as they should.
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // The value; only when has_value().
  T& value() & {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(has_value());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // The error; only when !has_value().
  const Error& error() const {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

using Status = Result<std::monostate>;

inline Status ok() { return std::monostate{}; }

}  // namespace postil

#endif  // POSTIL_CORE_BASE_RESULT_H_
