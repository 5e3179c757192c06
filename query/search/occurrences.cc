#include "query/search/occurrences.h"

#include <algorithm>
#include <span>

#include "query/search/positional.h"
#include "query/search/postings.h"

namespace postil::query {
namespace {

// Whether some position of `b` is behind one of `a` by `least` to `most`; or before it, if that is
// negative.
bool any_apart(const Positions& a, const Positions& b, std::int64_t least, std::int64_t most) {
  auto at = b.begin();
  for (const std::int64_t from : a) {
    while (at != b.end() && *at < from + least) ++at;
    if (at == b.end()) return false;
    if (*at <= from + most) return true;
  }
  return false;
}

// Where the words of a leaf stand in a few hundred records at a time: word by word, each through
// all these records, since that is the order in which positions are stored. Rare words come first;
// the others are read only where they may still make a phrase.
class WordPlaces {
 public:
  static constexpr std::size_t kMost = 512;  // records at a time

  WordPlaces(const State& state, const Leaf& leaf) : slop_(leaf.slop) {
    std::vector<std::uint64_t> counts;
    for (const WordSet& word : leaf.words) {
      auto& terms = words_.emplace_back();
      counts.push_back(0);
      for (const std::string& term : terms_of(leaf.field, word)) {
        terms.push_back({Postings(state, term), TermPositions(state, term)});
        counts.back() += record_count(state, term);
      }
      order_.push_back(order_.size());
    }
    std::stable_sort(order_.begin(), order_.end(),
                     [&counts](std::size_t a, std::size_t b) { return counts[a] < counts[b]; });
  }

  // At most kMost records, behind those read before.
  void read(std::span<const Xapian::docid> records) {
    places_.resize(std::max(places_.size(), records.size()));
    for (auto& words : places_) {
      words.resize(words_.size());
      for (Positions& positions : words) positions.clear();
    }
    const std::size_t rarest = order_.front();
    for (const std::size_t word : order_) {
      read(records, word);
      const auto apart = static_cast<std::int64_t>(word) - static_cast<std::int64_t>(rarest);
      const std::int64_t least = apart < 0 ? apart - slop_ : apart;
      const std::int64_t most = apart < 0 ? apart : apart + slop_;
      if (word == rarest || word == order_.back()) continue;  // behind the last none is read
      for (std::size_t i = 0; i < records.size(); ++i) {
        Positions& positions = places_[i][rarest];
        if (!any_apart(positions, places_[i][word], least, most)) positions.clear();
      }
    }
  }

  // The positions of each word in a record, by its place among those read last; if they make no
  // phrase, those of some words may be missing.
  const std::vector<Positions>& of(std::size_t record) const { return places_[record]; }

 private:
  struct Term {
    Postings postings;
    TermPositions positions;
  };

  // Not in records in which the rarest word is nowhere. All have the word: a term that is alone is
  // in each of them.
  void read(std::span<const Xapian::docid> records, std::size_t word) {
    const std::size_t rarest = order_.front();
    const bool is_alone = words_[word].size() == 1;
    for (Term& term : words_[word]) {
      for (std::size_t i = 0; i < records.size(); ++i) {
        if (word != rarest && places_[i][rarest].empty()) continue;
        if (!is_alone && !term.postings.contains(records[i])) continue;
        term.positions.append(records[i], places_[i][word]);
      }
    }
    if (is_alone) return;
    for (std::size_t i = 0; i < records.size(); ++i) {
      std::sort(places_[i][word].begin(), places_[i][word].end());
    }
  }

  std::int64_t slop_;
  std::vector<std::vector<Term>> words_;
  std::vector<std::size_t> order_;              // of the words, rarest first
  std::vector<std::vector<Positions>> places_;  // by record and word
};

// Calls `visit` with all of the records, as many at a time as WordPlaces reads.
template <class Visit>
void each_batch(const RecordIds& ids, Visit&& visit) {
  for (std::size_t first = 0; first < ids.size(); first += WordPlaces::kMost) {
    visit(std::span(ids).subspan(first, std::min(ids.size() - first, WordPlaces::kMost)));
  }
}

// Adds the leaves outside NOT to `leaves`; null stands for one that cannot be counted.
void collect(const Node& node, std::vector<const Node*>& leaves) {
  if (std::holds_alternative<WordNode>(node.is) || std::holds_alternative<PhraseNode>(node.is)) {
    const auto field = std::holds_alternative<WordNode>(node.is)
                           ? std::get<WordNode>(node.is).field
                           : std::get<PhraseNode>(node.is).field;
    // A name is no text: "author:roberts" is a filter.
    if (schema::field(field).type == schema::FieldType::kWords) leaves.push_back(&node);
  } else if (const auto* all = std::get_if<AndNode>(&node.is)) {
    for (const Node& child : all->children) collect(child, leaves);
  } else if (const auto* any = std::get_if<OrNode>(&node.is)) {
    // Beside an alternative a leaf need not be in every record that matches.
    leaves.push_back(nullptr);
    for (const Node& child : any->children) collect(child, leaves);
  } else if (std::holds_alternative<NearNode>(node.is) ||
             std::holds_alternative<MaybeNode>(node.is)) {
    leaves.push_back(nullptr);
  }
}

}  // namespace

std::vector<std::uint64_t> occurrences_in_each(const State& state, const RecordIds& ids,
                                               const Leaf& leaf) {
  std::vector<std::uint64_t> counts;
  if (leaf.is_phrase()) {
    WordPlaces places(state, leaf);
    each_batch(ids, [&](std::span<const Xapian::docid> records) {
      places.read(records);
      for (std::size_t i = 0; i < records.size(); ++i) {
        counts.push_back(count_phrase(places.of(i), leaf.slop));
      }
    });
    return counts;
  }
  counts.resize(ids.size());
  for (const std::string& term : terms_of(leaf.field, leaf.words.front())) {
    Postings postings(state, term);
    postings.each_of(ids, [&](std::size_t i) { counts[i] += postings.frequency(); });
  }
  return counts;
}

namespace {

// Whether the operands stand near each other in the record read last as the one of this number.
bool stand_near(const std::vector<WordPlaces>& places, const std::vector<Leaf>& operands,
                std::size_t record, std::uint32_t distance) {
  const bool two_words =
      operands.size() == 2 && !operands[0].is_phrase() && !operands[1].is_phrase();
  if (two_words) {
    return any_near(places[0].of(record).front(), places[1].of(record).front(), distance);
  }
  std::vector<std::vector<Occurrence>> found;
  for (std::size_t o = 0; o < operands.size(); ++o) {
    found.push_back(find_phrase(places[o].of(record), operands[o].slop));
    if (found.back().empty()) return false;
  }
  return !find_near(found, distance).empty();
}

}  // namespace

RecordIds records_with_near(const State& state, const RecordIds& ids,
                            const std::vector<Leaf>& operands, std::uint32_t distance) {
  RecordIds near;
  std::vector<WordPlaces> places;
  for (const Leaf& operand : operands) places.emplace_back(state, operand);
  each_batch(ids, [&](std::span<const Xapian::docid> records) {
    for (WordPlaces& operand : places) operand.read(records);
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (stand_near(places, operands, i, distance)) near.push_back(records[i]);
    }
  });
  return near;
}

const Node* only_leaf(const Node& tree) {
  std::vector<const Node*> leaves;
  collect(tree, leaves);
  return leaves.size() == 1 ? leaves.front() : nullptr;
}

}  // namespace postil::query
