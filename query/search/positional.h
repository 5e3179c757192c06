// Where phrases stand, computed on sorted word positions alone. The same code counts occurrences on
// the index's position lists and finds highlights in a text, so that the two cannot differ.

#ifndef POSTIL_QUERY_SEARCH_POSITIONAL_H_
#define POSTIL_QUERY_SEARCH_POSITIONAL_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace postil::query {

// Ascending, without repetition.
using Positions = std::vector<std::uint32_t>;

// One occurrence of a phrase: the position of each of its words, in order.
using Occurrence = std::vector<std::uint32_t>;

// Every position of the first word from which the phrase can be completed: the other words follow
// in order, with at most `slop` other positions between them in all. For each such start, the
// occurrence that ends earliest. Time is linear in the positions, times the words.
std::vector<Occurrence> find_phrase(const std::vector<Positions>& words, std::uint32_t slop);

// The same with every occurrence that ends elsewhere, ascending by start and end: from one start a
// phrase may end at as many places as `slop` and one more. Where something else must stand near it,
// a later end may be the one that is near.
std::vector<Occurrence> find_all_ends(const std::vector<Positions>& words, std::uint32_t slop);

// How many places find_phrase() finds.
std::size_t count_phrase(const std::vector<Positions>& words, std::uint32_t slop);

// Leaves of positions those that may belong to a phrase, given where its other words stand.
class Sieve {
 public:
  // Keeps the positions behind which one of `others` stands, `least` to `most` further on; before
  // which, if that is negative. Time is linear in both.
  void keep_apart(std::int64_t least, std::int64_t most, const Positions& others,
                  Positions& positions);

 private:
  void keep_at(std::uint32_t apart, const Positions& others, Positions& positions);

  // Most texts are shorter.
  static constexpr std::size_t kShort = 1U << 14;
  std::vector<std::uint8_t> marks_ = std::vector<std::uint8_t>(kShort);  // all zero between calls
};

// Whether two words stand near each other: in any order and with at most `distance` other positions
// between them. What find_near() tells of them, in linear time and without lists of what was found.
bool any_near(const Positions& a, const Positions& b, std::uint32_t distance);

// Stretches in which all `operands` (occurrences of words or phrases, as find_all_ends() gives
// them) stand in any order, without overlap and with at most `distance` positions between one
// and the next in all. For each position at which such a stretch begins, the one with the fewest
// positions between; as the chosen occurrence of each operand, ascending by first position. Time
// and space grow as 2 to the power of the operands, of which there are kMaxNearOperands at most
// (query/parse/parser.h), times all occurrences.
std::vector<std::vector<Occurrence>> find_near(const std::vector<std::vector<Occurrence>>& operands,
                                               std::uint32_t distance);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_POSITIONAL_H_
