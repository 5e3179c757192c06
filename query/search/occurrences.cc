#include "query/search/occurrences.h"

#include <algorithm>
#include <span>

#include "query/search/positional.h"
#include "query/search/postings.h"

namespace postil::query {
namespace {

// Where the words of leaves stand in a few hundred records at a time: word by word, each through
// all these records, since that is the order in which positions are stored.
class WordPlaces {
 public:
  static constexpr std::size_t kMost = 512;  // records at a time

  WordPlaces(const State& state, std::span<const Leaf> leaves)
      : state_(state), places_(leaves.size()) {
    for (const Leaf& leaf : leaves) {
      auto& words = words_.emplace_back();
      for (const WordSet& word : leaf.words) {
        auto& postings = words.emplace_back();
        for (std::string& term : terms_of(leaf.field, word)) {
          postings.emplace_back(state, std::move(term));
        }
      }
    }
  }

  // At most kMost records, behind those read before.
  void read(std::span<const Xapian::docid> records) {
    for (std::size_t leaf = 0; leaf < words_.size(); ++leaf) {
      places_[leaf].resize(std::max(places_[leaf].size(), records.size()));
      for (auto& words : places_[leaf]) words.resize(words_[leaf].size());
      for (std::size_t word = 0; word < words_[leaf].size(); ++word) {
        read(records, words_[leaf][word], places_[leaf], word);
      }
    }
  }

  // The positions of each word of a leaf in a record, by its place among those read last.
  const std::vector<Positions>& of(std::size_t leaf, std::size_t record) const {
    return places_[leaf][record];
  }

 private:
  void read(std::span<const Xapian::docid> records, std::vector<Postings>& terms,
            std::vector<std::vector<Positions>>& places, std::size_t word) {
    for (std::size_t i = 0; i < records.size(); ++i) places[i][word].clear();
    for (Postings& postings : terms) {
      for (std::size_t i = 0; i < records.size(); ++i) {
        if (postings.contains(records[i]))
          append_positions(state_, postings.term(), records[i], places[i][word]);
      }
    }
    if (terms.size() == 1) return;
    for (std::size_t i = 0; i < records.size(); ++i) {
      std::sort(places[i][word].begin(), places[i][word].end());
    }
  }

  const State& state_;
  std::vector<std::vector<std::vector<Postings>>> words_;    // by leaf and word: its terms
  std::vector<std::vector<std::vector<Positions>>> places_;  // by leaf, record and word
};

// Calls `visit` with the place in `ids` of each record and with its place in `places`.
template <class Visit>
void each_record(const RecordIds& ids, WordPlaces& places, Visit&& visit) {
  for (std::size_t first = 0; first < ids.size(); first += WordPlaces::kMost) {
    const std::size_t count = std::min(ids.size() - first, WordPlaces::kMost);
    places.read(std::span(ids).subspan(first, count));
    for (std::size_t i = 0; i < count; ++i) visit(first + i, i);
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
  std::vector<std::uint64_t> counts(ids.size(), 0);
  if (leaf.is_phrase()) {
    WordPlaces places(state, std::span(&leaf, 1));
    each_record(ids, places, [&](std::size_t record, std::size_t place) {
      counts[record] = count_phrase(places.of(0, place), leaf.slop);
    });
    return counts;
  }
  for (std::string& term : terms_of(leaf.field, leaf.words.front())) {
    Postings postings(state, std::move(term));
    postings.each_of(ids, [&](std::size_t i) { counts[i] += postings.frequency(); });
  }
  return counts;
}

RecordIds records_with_near(const State& state, const RecordIds& ids,
                            const std::vector<Leaf>& operands, std::uint32_t distance) {
  RecordIds near;
  WordPlaces places(state, operands);
  each_record(ids, places, [&](std::size_t record, std::size_t place) {
    std::vector<std::vector<Occurrence>> found;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      found.push_back(find_phrase(places.of(i, place), operands[i].slop));
    }
    if (!find_near(found, distance).empty()) near.push_back(ids[record]);
  });
  return near;
}

const Node* only_leaf(const Node& tree) {
  std::vector<const Node*> leaves;
  collect(tree, leaves);
  return leaves.size() == 1 ? leaves.front() : nullptr;
}

}  // namespace postil::query
