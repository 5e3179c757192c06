#include "indexer/store/glass/pack.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace postil::index::glass {
namespace {

std::string sorted(std::uint32_t number) {
  std::string out;
  put_sorted_number(out, number);
  return out;
}

TEST_CASE("Sorted numbers sort as numbers do, at every change of their size") {
  std::vector<std::uint32_t> numbers = {0, 1, 0xff, 0x100, 0x7fff};
  for (std::uint32_t power = 0x8000; power != 0; power <<= 1) {
    numbers.push_back(power - 1);
    numbers.push_back(power);
    numbers.push_back(power + 1);
  }
  numbers.push_back(0xffffffff);
  for (std::uint32_t a : numbers) {
    for (std::uint32_t b : numbers) {
      CAPTURE(a);
      CAPTURE(b);
      CHECK((sorted(a) < sorted(b)) == (a < b));
    }
  }
}

TEST_CASE("Sorted numbers are as short as the format has them") {
  CHECK(sorted(0x7fff) == "\x7f\xff");
  CHECK(sorted(0x8000) == std::string("\x80\x80\x00", 3));
  CHECK(sorted(0x1fffff) == "\x9f\xff\xff");
  CHECK(sorted(0x3fffff) == "\xbf\xff\xff");
  CHECK(sorted(0x400000) == std::string("\xc0\x40\x00\x00", 4));
  CHECK(sorted(0xffffffff).size() == 5);
}

TEST_CASE("Strings in keys escape zero bytes and are closed unless they are last") {
  std::string out;
  put_sorted_string(out, std::string_view("a\0b", 3), false);
  CHECK(out == std::string("a\0\xff"
                           "b\0",
                           5));
  out.clear();
  put_sorted_string(out, "ab", true);
  CHECK(out == "ab");
}

TEST_CASE("A last number has no zeros at its end") {
  std::string out;
  put_last_number(out, 0);
  CHECK(out.empty());
  put_last_number(out, 0x100);
  CHECK(out == std::string("\0\x01", 2));
}

}  // namespace
}  // namespace postil::index::glass
