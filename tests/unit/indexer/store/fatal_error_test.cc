#include "indexer/store/fatal_error.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <stdexcept>

namespace postil::index {
namespace {

TEST_CASE("what ends the program is told whoever threw it") {
  const Error full =
      fatal_error(std::make_exception_ptr(Xapian::DatabaseError("Error writing block", 28)));
  CHECK(full.message.find("write to the database") != std::string::npos);
  CHECK(full.message.find("Error writing block (No space left on device)") != std::string::npos);
  const Error other = fatal_error(std::make_exception_ptr(std::runtime_error("no more threads")));
  CHECK(other.message == "cannot go on: no more threads");
  CHECK_FALSE(fatal_error(std::make_exception_ptr(7)).message.empty());
  CHECK_FALSE(fatal_error(nullptr).message.empty());
  CHECK_FALSE(fatal_error(nullptr).hint.empty());
}

}  // namespace
}  // namespace postil::index
