#include "indexer/store/string_table.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "tests/support/random.h"

namespace postil::index {
namespace {

TEST_CASE("strings are numbered as they come, whatever their size and bytes") {
  test::Random random(31);
  StringTable table;
  for (const int strings : {20'000, 20'000, 60, 3'000}) {  // cleared with its room and without
    std::map<std::string, std::uint32_t> numbers;
    for (int i = 0; i < strings; ++i) {
      // Of two letters, one of them zero: many strings differ in size alone, or in one byte.
      std::string text(random.below(40), '\0');
      for (char& c : text) c = random.below(12) == 0 ? 'a' : '\0';
      const auto expected = static_cast<std::uint32_t>(numbers.size());
      const std::uint32_t number = numbers.try_emplace(text, expected).first->second;
      CHECK(table.add(text) == number);
      CHECK(table[number] == text);
    }
    CHECK(table.size() == numbers.size());
    table.clear();
    CHECK(table.size() == 0);
  }
}

TEST_CASE("strings of one hash are told apart") {
  StringTable table;
  const std::string stem(30, 'x');
  for (std::uint32_t i = 0; i < 50; ++i) CHECK(table.add(stem + std::to_string(i), 5) == i);
  for (std::uint32_t i = 0; i < 50; ++i) CHECK(table.add(stem + std::to_string(i), 5) == i);
}

}  // namespace
}  // namespace postil::index
