#include "query/search/occurrences.h"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/terms.h"
#include "query/search/positional.h"
#include "query/search/postings.h"
#include "query/search/slot_ordinals.h"

namespace postil::query {
namespace {

// Whether records are in one of some languages, asked in ascending order of the records.
class InLanguages {
 public:
  InLanguages(const State& state, const std::vector<std::string>& languages)
      : values_(state.database, schema::field(schema::FieldId::kLang).slot, state.columns) {
    for (const std::string& language : languages) {
      wanted_.push_back(language.empty() ? "" : schema::encode_values({language}));
    }
  }

  bool contain(Xapian::docid id) {
    const std::string_view value = values_.value(values_.at(id));
    return std::find(wanted_.begin(), wanted_.end(), value) != wanted_.end();
  }

 private:
  SlotOrdinals values_;
  std::vector<std::string> wanted_;  // as the slot holds them
};

// Where a word of a leaf stands in one record after the other, in ascending order of the records.
class WordPlaces {
 public:
  WordPlaces(const State& state, schema::FieldId id, const WordSet& word) {
    const schema::Field& field = schema::field(id);
    for (const StemForm& form : word.forms) {
      add(state, schema::word_term(field, form.word), form.languages);
    }
    if (!word.by_stem) {
      for (const std::string& term : terms_of(id, word)) add(state, term, {});
    }
  }

  // So many have it, at most.
  std::uint64_t records() const { return records_; }

  // Its places in a record that has the word; of those above `up_to` perhaps only some.
  void read(Xapian::docid id, std::int64_t up_to, Positions& places) {
    places.clear();
    const auto last = static_cast<std::uint32_t>(std::clamp<std::int64_t>(up_to, 0, UINT32_MAX));
    // Every such record has a term that is alone.
    if (terms_.size() == 1) return terms_.front().positions.append(id, places, last);
    for (PlacedTerm& term : terms_) {
      if (!term.postings.contains(id)) continue;
      const bool is_word = term.languages == nullptr || term.languages->contain(id);
      if (is_word) term.positions.append(id, places, last);
    }
    std::sort(places.begin(), places.end());
  }

 private:
  struct PlacedTerm {
    TermPositions positions;
    Postings postings;
    std::unique_ptr<InLanguages> languages;  // where it is the word; null if everywhere
  };

  void add(const State& state, const std::string& term, const std::vector<std::string>& languages) {
    records_ += record_count(state, term);
    terms_.push_back({{state, term}, {state, term}, nullptr});
    if (languages.empty()) return;
    terms_.back().languages = std::make_unique<InLanguages>(state, languages);
  }

  std::uint64_t records_ = 0;
  std::vector<PlacedTerm> terms_;
};

// Where the words of a leaf stand in one record after the other, in ascending order of the records.
// Rare words are read first, the others only as far as they may make a phrase with these.
class LeafPlaces {
 public:
  LeafPlaces(const State& state, const Leaf& leaf) : slop_(leaf.slop), places_(leaf.words.size()) {
    for (const WordSet& word : leaf.words) {
      words_.emplace_back(state, leaf.field, word);
      order_.push_back(order_.size());
    }
    std::stable_sort(order_.begin(), order_.end(), [this](std::size_t a, std::size_t b) {
      return words_[a].records() < words_[b].records();
    });
  }

  // So many have all its words, at most.
  std::uint64_t records() const { return words_[order_.front()].records(); }

  // Reads a record that has all words. False if they make no phrase in it.
  bool read(Xapian::docid id, std::int64_t up_to = UINT32_MAX) {
    const std::size_t rarest = order_.front();
    words_[rarest].read(id, up_to, places_[rarest]);
    for (auto word = order_.begin() + 1; word != order_.end(); ++word) {
      if (places_[rarest].empty()) return false;
      const auto apart = static_cast<std::int64_t>(*word) - static_cast<std::int64_t>(rarest);
      const std::int64_t least = apart < 0 ? apart - std::int64_t{slop_} : apart;
      const std::int64_t most = apart < 0 ? apart : apart + slop_;
      words_[*word].read(id, places_[rarest].back() + most, places_[*word]);
      sieve_.keep_apart(least, most, places_[*word], places_[rarest]);
    }
    return !places_[rarest].empty();
  }

  // Where each of its words stands in the record that was read, if that makes a phrase: all places
  // that belong to one.
  const std::vector<Positions>& words() const { return places_; }

  // How often it occurs there. Without slop, no other places are left of the rarest word.
  std::size_t count() const {
    return slop_ == 0 ? places_[order_.front()].size() : count_phrase(places_, slop_);
  }

 private:
  std::uint32_t slop_;
  std::vector<WordPlaces> words_;
  std::vector<std::size_t> order_;  // of the words, rarest first
  std::vector<Positions> places_;
  Sieve sieve_;
};

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
    const std::size_t before = leaves.size();
    for (const Node& child : any->children) collect(child, leaves);
    if (leaves.size() > before) leaves.push_back(nullptr);
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
    LeafPlaces places(state, leaf);
    counts.reserve(ids.size());
    for (const Xapian::docid id : ids) counts.push_back(places.read(id) ? places.count() : 0);
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

// Whether two words stand near each other in a record. The rarer one is read first.
bool stand_near(LeafPlaces& rarer, LeafPlaces& other, std::uint32_t distance, Xapian::docid id) {
  if (!rarer.read(id)) return false;
  const Positions& places = rarer.words().front();
  if (!other.read(id, std::int64_t{places.back()} + distance + 1)) return false;
  return any_near(places, other.words().front(), distance);
}

// Whether the operands do, each of which may be a phrase.
bool stand_near(std::vector<LeafPlaces>& places, const std::vector<Leaf>& operands,
                std::uint32_t distance, Xapian::docid id) {
  std::vector<std::vector<Occurrence>> found;
  for (std::size_t o = 0; o < operands.size(); ++o) {
    if (!places[o].read(id)) return false;
    found.push_back(find_all_ends(places[o].words(), operands[o].slop));
  }
  return !find_near(found, distance).empty();
}

}  // namespace

RecordIds records_with_near(const State& state, const RecordIds& ids,
                            const std::vector<Leaf>& operands, std::uint32_t distance) {
  std::vector<LeafPlaces> places;
  for (const Leaf& operand : operands) places.emplace_back(state, operand);
  const bool two_words =
      operands.size() == 2 && !operands[0].is_phrase() && !operands[1].is_phrase();
  const std::size_t rarer = places.back().records() < places.front().records() ? 1 : 0;
  RecordIds near;
  for (const Xapian::docid id : ids) {
    const bool is_near = two_words ? stand_near(places[rarer], places[1 - rarer], distance, id)
                                   : stand_near(places, operands, distance, id);
    if (is_near) near.push_back(id);
  }
  return near;
}

const Node* only_leaf(const Node& tree) {
  std::vector<const Node*> leaves;
  collect(tree, leaves);
  return leaves.size() == 1 ? leaves.front() : nullptr;
}

}  // namespace postil::query
