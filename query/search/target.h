// The parts of a question that stand somewhere in a text, and how close together they stand there.
// Where a word stands is told by the text itself (spotter.h) or by the index (nearness.h); what
// that means for phrases, NEAR and closeness is told here, once.

#ifndef POSTIL_QUERY_SEARCH_TARGET_H_
#define POSTIL_QUERY_SEARCH_TARGET_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "query/parse/ast.h"
#include "query/search/leaf.h"
#include "query/search/positional.h"
#include "query/search/vocabulary.h"

namespace postil::query {

// A part of the question that can be pointed at: a word, a phrase, or words and phrases near each
// other.
struct Target {
  std::vector<Leaf> operands;  // more than one only for NEAR
  std::uint32_t distance = 0;
};

// All words and phrases of a question on text that are not beneath a NOT, in its order.
Result<std::vector<Target>> read_targets(const Node& tree, Vocabulary& vocabulary);

// Where the words of each operand of one target stand.
using TargetPositions = std::vector<std::vector<Positions>>;
TargetPositions empty_positions(const Target& target);

// One place where a target stands.
struct Spot {
  std::size_t target = 0;
  Occurrence words;           // positions
  std::uint32_t stretch = 0;  // the same for the spots of one NEAR, else each its own
};

// Every spot of the targets, given where their words stand; by first word.
std::vector<Spot> find_spots(const std::vector<Target>& targets,
                             const std::vector<TargetPositions>& positions);

// A stretch of text in which several targets stand together.
struct Closeness {
  std::size_t targets = 0;  // different ones in the stretch
  std::uint32_t first_word = 0;
  std::uint32_t last_word = 0;
  bool in_order = false;  // as in the question

  // From 0 (nothing there) upwards: more targets first, then closer together, then in order.
  double score() const;
};

// The score of so many targets side by side and in order.
double greatest_score(std::size_t targets);

// What stands further apart than this many words does not stand together. Less than the gap between
// paragraphs, so that no stretch crosses from one into the next.
inline constexpr std::uint32_t kTogether = schema::kPositionGap - 1;

// The stretch with the best score; nothing if there are no spots. `spots` are sorted by first word.
Closeness closeness(const std::vector<Spot>& spots);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_TARGET_H_
