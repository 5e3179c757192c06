#include "query/search/spotter.h"

#include <algorithm>
#include <set>

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

// For each word of each operand of each target: where in the text it stands.
using LeafPositions = std::vector<Positions>;
using TargetPositions = std::vector<LeafPositions>;

TargetPositions empty_positions(const Target& target) {
  TargetPositions positions;
  for (const Leaf& leaf : target.operands) positions.emplace_back(leaf.words.size());
  return positions;
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

}  // namespace

Result<Spotter> Spotter::make(const Node& tree, Vocabulary& vocabulary, text::Analyser& analyser) {
  std::vector<Target> targets;
  if (const Status status = collect(tree, vocabulary, targets); !status) return status.error();
  return Spotter(std::move(targets), vocabulary, analyser);
}

Spots Spotter::find(std::string_view text, schema::Zone zone, std::string_view language) {
  Spots spots;
  std::vector<TargetPositions> positions;
  for (const Target& target : targets_) positions.push_back(empty_positions(target));
  text::Stemmer& stemmer = vocabulary_.stemmer(language);
  text::WordStream stream(analyser_, text);
  for (text::Word word; stream.next(word);) {
    const auto number = static_cast<std::uint32_t>(spots.words.size());
    spots.words.push_back({{}, word.begin, word.end});
    std::string_view stem;
    const auto stem_of = [&](std::string_view term) {
      return stem.empty() ? stem = stemmer.stem(term) : stem;
    };
    for (std::size_t t = 0; t < targets_.size(); ++t) {
      for (std::size_t o = 0; o < targets_[t].operands.size(); ++o) {
        const Leaf& leaf = targets_[t].operands[o];
        if (!looks_in(leaf.field, zone)) continue;
        for (std::size_t w = 0; w < leaf.words.size(); ++w) {
          if (leaf.words[w].accepts(word.term, stem_of)) positions[t][o][w].push_back(number);
        }
      }
    }
  }
  std::uint32_t stretch = 0;
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    for (auto& operands : find_target(targets_[t], positions[t])) {
      for (Occurrence& occurrence : operands) {
        spots.found.push_back({t, std::move(occurrence), stretch});
      }
      ++stretch;
    }
  }
  std::sort(spots.found.begin(), spots.found.end(), [](const Spot& a, const Spot& b) {
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

namespace {

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

}  // namespace

Closeness closeness(const Spots& spots) {
  Closeness best;
  if (spots.empty()) return best;
  std::set<std::size_t> different;
  for (const Spot& spot : spots.found) different.insert(spot.target);
  std::vector<std::size_t> inside(*different.rbegin() + 1, 0);  // spots of each target
  std::size_t present = 0;
  std::uint32_t least = UINT32_MAX;
  auto first = spots.found.begin();
  for (auto last = first; last != spots.found.end(); ++last) {
    present += inside[last->target]++ == 0;
    while (inside[first->target] > 1) --inside[(first++)->target];
    const std::uint32_t span = last->words.back() - first->words.front();
    if (present < different.size() || span > least) continue;
    least = span;
    const Closeness here = measure(first, last + 1, present);
    if (here.score() > best.score()) best = here;
  }
  return best;
}

std::vector<Highlight> highlights(const Spots& spots) {
  std::vector<Highlight> spans;
  for (const Spot& spot : spots.found) {
    const bool side_by_side = spot.words.back() - spot.words.front() + 1 == spot.words.size();
    if (side_by_side) {
      spans.push_back({spots.words[spot.words.front()].begin, spots.words[spot.words.back()].end});
      continue;
    }
    for (const std::uint32_t word : spot.words) {
      spans.push_back({spots.words[word].begin, spots.words[word].end});
    }
  }
  std::sort(spans.begin(), spans.end(),
            [](const Highlight& a, const Highlight& b) { return a.begin < b.begin; });
  std::vector<Highlight> merged;
  for (const Highlight& span : spans) {
    if (!merged.empty() && span.begin < merged.back().end) {
      merged.back().end = std::max(merged.back().end, span.end);
    } else {
      merged.push_back(span);
    }
  }
  return merged;
}

}  // namespace postil::query
