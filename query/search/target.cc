#include "query/search/target.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace postil::query {
namespace {

Status add_target(Result<Leaf> leaf, std::vector<Target>& targets) {
  if (!leaf) return leaf.error();
  const bool is_text = schema::field(leaf->field).type == schema::FieldType::kWords;
  if (is_text) targets.push_back({{*std::move(leaf)}, 0});
  return ok();
}

Status add_near(const NearNode& near, Vocabulary& vocabulary, std::vector<Target>& targets) {
  Target target{{}, static_cast<std::uint32_t>(near.distance)};
  for (const Node& operand : near.operands) {
    const auto* word = std::get_if<WordNode>(&operand.is);
    auto leaf = word != nullptr ? read_positional_leaf(*word, vocabulary)
                                : read_leaf(std::get<PhraseNode>(operand.is), vocabulary);
    if (!leaf) return leaf.error();
    target.operands.push_back(*std::move(leaf));
  }
  targets.push_back(std::move(target));
  return ok();
}

Status collect(const Node& node, Vocabulary& vocabulary, std::vector<Target>& targets);

Status collect_all(const std::vector<Node>& nodes, Vocabulary& vocabulary,
                   std::vector<Target>& targets) {
  for (const Node& node : nodes) {
    if (const Status status = collect(node, vocabulary, targets); !status) return status;
  }
  return ok();
}

Status collect(const Node& node, Vocabulary& vocabulary, std::vector<Target>& targets) {
  if (const auto* word = std::get_if<WordNode>(&node.is)) {
    return add_target(read_leaf(*word, vocabulary), targets);
  }
  if (const auto* phrase = std::get_if<PhraseNode>(&node.is)) {
    return add_target(read_leaf(*phrase, vocabulary), targets);
  }
  if (const auto* near = std::get_if<NearNode>(&node.is)) {
    return add_near(*near, vocabulary, targets);
  }
  if (const auto* all = std::get_if<AndNode>(&node.is)) {
    return collect_all(all->children, vocabulary, targets);
  }
  if (const auto* any = std::get_if<OrNode>(&node.is)) {
    return collect_all(any->children, vocabulary, targets);
  }
  if (const auto* maybe = std::get_if<MaybeNode>(&node.is)) {
    const Status status = collect(*maybe->required, vocabulary, targets);
    return status ? collect(*maybe->optional, vocabulary, targets) : status;
  }
  return ok();
}

// All ways in which a target stands in the text, one occurrence for each of its operands.
std::vector<std::vector<Occurrence>> find_target(const Target& target,
                                                 const TargetPositions& positions) {
  std::vector<std::vector<Occurrence>> operands;
  for (std::size_t i = 0; i < target.operands.size(); ++i) {
    operands.push_back(find_phrase(positions[i], target.operands[i].slop));
    if (operands.back().empty()) return {};
  }
  if (operands.size() > 1) return find_near(operands, target.distance);
  std::vector<std::vector<Occurrence>> all;
  for (Occurrence& occurrence : operands.front()) all.push_back({std::move(occurrence)});
  return all;
}

using SpotIterator = std::vector<Spot>::const_iterator;

Closeness measure(SpotIterator first, SpotIterator behind, std::size_t targets) {
  Closeness here;
  here.targets = targets;
  here.first_word = here.last_word = first->words.front();
  for (auto spot = first; spot != behind; ++spot) {
    here.last_word = std::max(here.last_word, spot->words.back());
  }
  here.in_order = std::is_sorted(first, behind,
                                 [](const Spot& a, const Spot& b) { return a.target < b.target; });
  return here;
}

std::size_t count_targets(const std::vector<Spot>& spots) {
  std::size_t count = 0;
  for (const Spot& spot : spots) count = std::max(count, spot.target + 1);
  return count;
}

}  // namespace

Result<std::vector<Target>> read_targets(const Node& tree, Vocabulary& vocabulary) {
  std::vector<Target> targets;
  if (const Status status = collect(tree, vocabulary, targets); !status) return status.error();
  return targets;
}

TargetPositions empty_positions(const Target& target) {
  TargetPositions positions;
  for (const Leaf& leaf : target.operands) positions.emplace_back(leaf.words.size());
  return positions;
}

std::vector<Spot> find_spots(const std::vector<Target>& targets,
                             const std::vector<TargetPositions>& positions) {
  std::vector<Spot> spots;
  std::uint32_t stretch = 0;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    for (auto& operands : find_target(targets[t], positions[t])) {
      for (Occurrence& occurrence : operands) spots.push_back({t, std::move(occurrence), stretch});
      ++stretch;
    }
  }
  std::sort(spots.begin(), spots.end(), [](const Spot& a, const Spot& b) {
    return a.words < b.words || (a.words == b.words && a.target < b.target);
  });
  return spots;
}

double Closeness::score() const {
  if (targets == 0) return 0;
  const auto many = static_cast<double>(targets);
  const double dense = many / std::max<double>(many, last_word - first_word + 1);
  return many + 0.9 * dense + (in_order ? 0.05 : 0);
}

// A window over the spots that ends with each in turn, holds none that is too far away and begins
// with a target that it needs.
Closeness closeness(const std::vector<Spot>& spots) {
  Closeness best;
  std::vector<std::size_t> inside(count_targets(spots), 0);  // spots of each target
  std::size_t present = 0;
  auto first = spots.begin();
  for (auto last = first; last != spots.end(); ++last) {
    present += inside[last->target]++ == 0;
    while (first != last &&
           (inside[first->target] > 1 || last->words.back() - first->words.front() > kTogether)) {
      present -= --inside[(first++)->target] == 0;
    }
    if (present < best.targets) continue;
    const Closeness here = measure(first, last + 1, present);
    if (here.score() > best.score()) best = here;
  }
  return best;
}

}  // namespace postil::query
