#include "query/search/similar.h"

#include <doctest/doctest.h>

#include "tests/support/random.h"

using namespace postil::query;
using postil::test::Random;

namespace {

bool wildcard(std::string_view pattern, std::string_view word) {
  return matches_wildcard(to_code_points(pattern), to_code_points(word));
}

bool wildcard_by_force(std::u32string_view pattern, std::u32string_view word) {
  if (pattern.empty()) return word.empty();
  if (pattern[0] == U'*') {
    return wildcard_by_force(pattern.substr(1), word) ||
           (!word.empty() && wildcard_by_force(pattern, word.substr(1)));
  }
  return !word.empty() && (pattern[0] == U'?' || pattern[0] == word[0]) &&
         wildcard_by_force(pattern.substr(1), word.substr(1));
}

int distance_by_force(std::u32string_view a, std::u32string_view b) {
  if (a.empty()) return static_cast<int>(b.size());
  if (b.empty()) return static_cast<int>(a.size());
  const int substituted = distance_by_force(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1);
  const int deleted = distance_by_force(a.substr(1), b) + 1;
  const int inserted = distance_by_force(a, b.substr(1)) + 1;
  return std::min(substituted, std::min(deleted, inserted));
}

std::u32string random_word(Random& random, std::u32string_view letters, unsigned longest) {
  std::u32string word;
  for (unsigned length = random.below(longest + 1); length > 0; --length) {
    word += random.pick(letters);
  }
  return word;
}

}  // namespace

TEST_CASE("wildcards stand for letters, not for bytes") {
  CHECK(wildcard("negotiat*", "negotiations"));
  CHECK(wildcard("n?to", "nato"));
  CHECK(wildcard("*crat", "democrat"));
  CHECK(wildcard("к?їв", "київ"));
  CHECK_FALSE(wildcard("n?to", "naato"));
  CHECK_FALSE(wildcard("negotiat*", "renegotiate"));
}

TEST_CASE("wildcards match exactly what trying everything says") {
  Random random(3);
  for (int round = 0; round < 50000; ++round) {
    const std::u32string pattern = random_word(random, U"ab*?", 7);
    const std::u32string word = random_word(random, U"ab", 8);
    REQUIRE(matches_wildcard(pattern, word) == wildcard_by_force(pattern, word));
  }
}

TEST_CASE("edit distance is Levenshtein's") {
  Random random(5);
  for (int round = 0; round < 3000; ++round) {
    const std::u32string a = random_word(random, U"abc", 6);
    const std::u32string b = random_word(random, U"abc", 6);
    const int distance = distance_by_force(a, b);
    for (int edits = 1; edits <= 2; ++edits) {
      REQUIRE(within_edits(a, b, edits) == (distance <= edits));
    }
  }
}

TEST_CASE("a hostile pattern stays fast") {
  const std::u32string word(5000, U'a');
  std::u32string pattern;
  for (int i = 0; i < 200; ++i) pattern += U"a*";
  CHECK_FALSE(matches_wildcard(pattern + U'b', word));
}
