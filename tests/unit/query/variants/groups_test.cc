#include "query/variants/groups.h"

#include <doctest/doctest.h>

namespace postil::query {
namespace {

TEST_CASE("a spelling is its words with a space between each two") {
  using Words = std::vector<std::string>;
  CHECK(words_of("").empty());
  CHECK(words_of("kyiv") == Words{"kyiv"});
  CHECK(words_of("нью йорк") == Words{"нью", "йорк"});
}

}  // namespace
}  // namespace postil::query
