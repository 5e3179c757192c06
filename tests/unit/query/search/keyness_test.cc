#include "query/search/keyness.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/random.h"

using namespace postil::query;
using postil::test::Random;

namespace {

// The definition, term by term.
double by_definition(double a, double b, double c, double d) {
  const double n = a + b + c + d;
  const auto cell = [](double observed, double expected) {
    return observed == 0 ? 0.0 : observed * std::log(observed / expected);
  };
  return 2 * (cell(a, (a + b) * (a + c) / n) + cell(b, (a + b) * (b + d) / n) +
              cell(c, (c + d) * (a + c) / n) + cell(d, (c + d) * (b + d) / n));
}

Contingency table(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) {
  return {a, a + b, a + c, a + b + c + d};
}

}  // namespace

TEST_CASE("the log-likelihoods of Dunning's paper come out as printed there") {
  CHECK(log_likelihood(table(110, 2442, 111, 29114)) == doctest::Approx(270.72).epsilon(1e-4));
  CHECK(log_likelihood(table(29, 13, 123, 31612)) == doctest::Approx(263.90).epsilon(1e-4));
  CHECK(log_likelihood(table(31, 23, 139, 31584)) == doctest::Approx(256.84).epsilon(1e-4));
}

TEST_CASE("the log-likelihood is what its definition says") {
  Random random(1993);
  for (int round = 0; round < 5000; ++round) {
    const std::size_t limit = std::size_t{1} << (1 + random.below(20));
    const std::uint64_t a = random.below(limit);
    const std::uint64_t b = random.below(limit);
    const std::uint64_t c = random.below(limit);
    const std::uint64_t d = random.below(limit);
    if (a + b == 0 || c + d == 0 || a + c == 0 || b + d == 0) continue;
    const auto by_force = by_definition(static_cast<double>(a), static_cast<double>(b),
                                        static_cast<double>(c), static_cast<double>(d));
    CHECK(log_likelihood(table(a, b, c, d)) == doctest::Approx(by_force).epsilon(1e-6));
  }
}

TEST_CASE("independence has no log-likelihood, even where the cells are large") {
  CHECK(log_likelihood({10, 1000, 1000, 100'000}) == doctest::Approx(0));
  CHECK(log_likelihood({1'000'000, 10'000'000'000, 100'000'000, 1'000'000'000'000}) == 0.0);
}

TEST_CASE("the sign tells more from fewer than expected") {
  CHECK(signed_log_likelihood({20, 100, 100, 10'000}) > 0);
  CHECK(signed_log_likelihood({1, 1000, 500, 10'000}) < 0);
  CHECK(expected({20, 100, 100, 10'000}) == doctest::Approx(1.0));
}

TEST_CASE("tables that cannot be are read as the nearest that can, without a crash") {
  for (const Contingency& broken :
       {Contingency{0, 0, 0, 0}, Contingency{5, 0, 0, 0}, Contingency{5, 3, 2, 1},
        Contingency{3, 10, 10, 5}, Contingency{0, 10, 0, 10}, Contingency{10, 10, 10, 10}}) {
    const double value = log_likelihood(broken);
    CHECK(std::isfinite(value));
    CHECK(value >= 0);
    CHECK(std::isfinite(expected(broken)));
  }
}

TEST_CASE("the ratio of rates is null where there is nothing to compare with") {
  CHECK(*rate_ratio({20, 100, 40, 300}) == doctest::Approx(2.0));
  CHECK_FALSE(rate_ratio({20, 100, 20, 300}).has_value());
  CHECK_FALSE(rate_ratio({0, 0, 20, 300}).has_value());
  CHECK_FALSE(rate_ratio({20, 300, 20, 300}).has_value());
}

TEST_CASE("logDice is 14 for words that only stand together, and one less for half as much") {
  CHECK(log_dice(7, 7, 7) == doctest::Approx(14));
  CHECK(log_dice(50, 100, 100) == doctest::Approx(13));
  CHECK(log_dice(25, 100, 100) == doctest::Approx(12));
}
