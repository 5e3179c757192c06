// Random numbers for tests: the same on every machine for the same seed.

#ifndef POSTIL_TESTS_SUPPORT_RANDOM_H_
#define POSTIL_TESTS_SUPPORT_RANDOM_H_

#include <cstdint>
#include <random>

namespace postil::test {

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}

  // From 0 to limit - 1.
  std::uint32_t below(std::size_t limit) { return static_cast<std::uint32_t>(engine_() % limit); }

  // One of the elements of `all`, which must have some.
  template <class Container>
  const auto& pick(const Container& all) {
    return all[below(all.size())];
  }

 private:
  std::mt19937 engine_;
};

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_RANDOM_H_
