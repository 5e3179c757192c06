#include "query/search/spotter.h"

#include <algorithm>

namespace postil::query {

Result<Spotter> Spotter::make(const Node& tree, Vocabulary& vocabulary, text::Analyser& analyser) {
  auto targets = read_targets(tree, vocabulary);
  if (!targets) return targets.error();
  return Spotter(*std::move(targets), vocabulary, analyser);
}

namespace {

// One word of a target, and where its places go.
struct Wanted {
  const WordSet& words;
  std::string_view beginning;
  Positions& places;
};

std::vector<Wanted> wanted_in(schema::Zone zone, std::string_view language,
                              const std::vector<Target>& targets,
                              std::vector<TargetPositions>& positions) {
  std::vector<Wanted> wanted;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    for (std::size_t o = 0; o < targets[t].operands.size(); ++o) {
      const Leaf& leaf = targets[t].operands[o];
      if (!looks_in(leaf, zone)) continue;
      for (std::size_t w = 0; w < leaf.words.size(); ++w) {
        wanted.push_back({leaf.words[w], leaf.words[w].beginning(language), positions[t][o][w]});
      }
    }
  }
  return wanted;
}

}  // namespace

Spots Spotter::find(std::string_view text, schema::Zone zone, std::string_view language) {
  Spots spots;
  std::vector<TargetPositions> positions;
  for (const Target& target : targets_) positions.push_back(empty_positions(target));
  const std::vector<Wanted> wanted = wanted_in(zone, language, targets_, positions);
  text::Stemmer& stemmer = vocabulary_.stemmer(language);
  text::WordStream stream(analyser_, text);
  for (text::Word word; stream.next(word);) {
    const auto number = static_cast<std::uint32_t>(spots.words.size());
    spots.words.push_back({{}, word.begin, word.end});
    std::string_view stem;
    const auto stem_of = [&](std::string_view term) {
      return stem.empty() ? stem = stemmer.stem(term) : stem;
    };
    for (const Wanted& each : wanted) {
      if (!word.term.starts_with(each.beginning)) continue;
      if (each.words.accepts(word.term, stem_of)) each.places.push_back(number);
    }
  }
  spots.found = find_spots(targets_, positions);
  return spots;
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
