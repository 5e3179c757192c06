#include "query/search/target.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "query/search/join.h"

namespace postil::query {
namespace {

// Reads the targets of a question from its tree.
class Collector {
 public:
  explicit Collector(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  Status collect(const Node& node);
  std::vector<Target> take() { return std::move(targets_); }

 private:
  Status add_leaf(Result<Leaf> leaf);
  Status add_near(const NearNode& near);
  Status collect_all(const std::vector<Node>& nodes);

  Vocabulary& vocabulary_;
  bool in_join_ = false;
  std::vector<Target> targets_;
};

Status Collector::add_leaf(Result<Leaf> leaf) {
  if (!leaf) return leaf.error();
  const bool is_text = schema::field(leaf->field).type == schema::FieldType::kWords;
  if (!is_text) return ok();
  leaf->in_article = in_join_;
  targets_.push_back({{*std::move(leaf)}, 0});
  return ok();
}

Status Collector::add_near(const NearNode& near) {
  Target target{{}, static_cast<std::uint32_t>(near.distance)};
  auto operands = read_operands(near, vocabulary_);
  if (!operands) return operands.error();
  for (Leaf& operand : *operands) {
    operand.in_article = in_join_;
    target.operands.push_back(std::move(operand));
  }
  targets_.push_back(std::move(target));
  return ok();
}

Status Collector::collect_all(const std::vector<Node>& nodes) {
  for (const Node& node : nodes) {
    if (const Status status = collect(node); !status) return status;
  }
  return ok();
}

Status Collector::collect(const Node& node) {
  if (const auto* word = std::get_if<WordNode>(&node.is)) {
    return add_leaf(read_leaf(*word, vocabulary_));
  }
  if (const auto* phrase = std::get_if<PhraseNode>(&node.is)) {
    return add_leaf(read_leaf(*phrase, vocabulary_));
  }
  if (const auto* near = std::get_if<NearNode>(&node.is)) return add_near(*near);
  if (const auto* all = std::get_if<AndNode>(&node.is)) {
    const bool outside = in_join_;
    in_join_ = in_join_ || is_join(*all);
    const Status status = collect_all(all->children);
    in_join_ = outside;
    return status;
  }
  if (const auto* any = std::get_if<OrNode>(&node.is)) return collect_all(any->children);
  if (const auto* maybe = std::get_if<MaybeNode>(&node.is)) {
    const Status status = collect(*maybe->required);
    return status ? collect(*maybe->optional) : status;
  }
  return ok();
}

// All ways in which a target stands in the text, one occurrence for each of its operands.
std::vector<std::vector<Occurrence>> find_target(const Target& target,
                                                 const TargetPositions& positions) {
  if (target.operands.size() == 1) {
    std::vector<std::vector<Occurrence>> all;
    for (Occurrence& occurrence : find_phrase(positions.front(), target.operands.front().slop)) {
      all.push_back({std::move(occurrence)});
    }
    return all;
  }
  std::vector<std::vector<Occurrence>> operands;
  for (std::size_t i = 0; i < target.operands.size(); ++i) {
    operands.push_back(find_all_ends(positions[i], target.operands[i].slop));
    if (operands.back().empty()) return {};
  }
  return find_near(operands, target.distance);
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
  Collector collector(vocabulary);
  if (const Status status = collector.collect(tree); !status) return status.error();
  return collector.take();
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

namespace {

double score_of(double targets, double dense, bool in_order) {
  return targets + 0.9 * dense + (in_order ? 0.05 : 0);
}

}  // namespace

double Closeness::score() const {
  if (targets == 0) return 0;
  const auto many = static_cast<double>(targets);
  return score_of(many, many / std::max<double>(many, last_word - first_word + 1), in_order);
}

double greatest_score(std::size_t targets) {
  return targets == 0 ? 0 : score_of(static_cast<double>(targets), 1, true);
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
