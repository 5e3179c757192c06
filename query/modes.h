// What one run of postil-query does. Each mode but the ordinary one is asked for by an option of
// its own; every other option says with which modes it makes sense (option_table.h).

#ifndef POSTIL_QUERY_MODES_H_
#define POSTIL_QUERY_MODES_H_

#include <cstdint>

namespace postil::query {

// A bit each, so that a set of modes is a sum.
enum class Mode : std::uint32_t {
  kAnswer = 1U << 0,  // results, facets and totals
  kPaths = 1U << 1,   // the results' files
  kKwic = 1U << 2,    // the views
  kTimeline = 1U << 3,
  kCollocates = 1U << 4,
  kCompare = 1U << 5,
  kTerms = 1U << 6,
  kShow = 1U << 7,  // one article
  kExplain = 1U << 8,
  kBatch = 1U << 9,
  kStats = 1U << 10,
  kFields = 1U << 11,
  kSave = 1U << 12,  // questions by name
  kListSaved = 1U << 13,
  kForget = 1U << 14,
};

class Modes {
 public:
  constexpr Modes() = default;
  constexpr Modes(Mode mode)  // NOLINT(google-explicit-constructor): a mode is a set of one
      : bits_(static_cast<std::uint32_t>(mode)) {}

  static constexpr Modes all() {
    Modes modes;
    modes.bits_ = ~std::uint32_t{0};
    return modes;
  }

  constexpr bool holds(Mode mode) const { return (bits_ & static_cast<std::uint32_t>(mode)) != 0; }

  friend constexpr Modes operator|(Modes a, Modes b) {
    a.bits_ |= b.bits_;
    return a;
  }
  friend constexpr Modes operator-(Modes a, Modes b) {
    a.bits_ &= ~b.bits_;
    return a;
  }

 private:
  std::uint32_t bits_ = 0;
};

constexpr Modes operator|(Mode a, Mode b) { return Modes(a) | Modes(b); }

inline constexpr Modes kViews =
    Mode::kKwic | Mode::kTimeline | Mode::kCollocates | Mode::kCompare | Mode::kTerms;

// Those that keep questions by name.
inline constexpr Modes kSaving = Mode::kSave | Mode::kListSaved | Mode::kForget;

// Those that ask a question, or many.
inline constexpr Modes kQuestions =
    kViews | Mode::kAnswer | Mode::kPaths | Mode::kExplain | Mode::kBatch;

}  // namespace postil::query

#endif  // POSTIL_QUERY_MODES_H_
