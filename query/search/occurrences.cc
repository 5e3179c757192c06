#include "query/search/occurrences.h"

#include <algorithm>

#include "core/schema/terms.h"

namespace postil::query {
namespace {

// A postings list that is asked for ascending records.
class Postings {
 public:
  Postings(const Xapian::Database& database, const std::string& term)
      : at_(database.postlist_begin(term)), end_(database.postlist_end(term)) {}

  bool contains(Xapian::docid id) {
    if (at_ == end_ || *at_ > id) return false;
    at_.skip_to(id);
    return at_ != end_ && *at_ == id;
  }

  // Only behind contains(id).
  Xapian::termcount frequency() const { return at_.get_wdf(); }
  void append_positions(Positions& positions) const {
    for (auto at = at_.positionlist_begin(); at != at_.positionlist_end(); ++at) {
      positions.push_back(*at);
    }
  }

 private:
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
};

std::vector<Postings> open_postings(const Xapian::Database& database, schema::FieldId id,
                                    const WordSet& word) {
  const schema::Field& field = schema::field(id);
  std::vector<Postings> all;
  for (const std::string& text : word.accepted) {
    all.emplace_back(
        database, word.by_stem ? schema::stem_term(field, text) : schema::word_term(field, text));
  }
  return all;
}

// Reads a leaf's positions record by record; records are asked for in ascending order.
class LeafReader {
 public:
  LeafReader(const Xapian::Database& database, const Leaf& leaf) : slop_(leaf.slop) {
    for (const WordSet& word : leaf.words) {
      places_.push_back(open_postings(database, leaf.field, word));
    }
  }

  std::vector<Occurrence> in(Xapian::docid id) {
    std::vector<Positions> positions(places_.size());
    for (std::size_t i = 0; i < places_.size(); ++i) {
      for (Postings& postings : places_[i]) {
        if (postings.contains(id)) postings.append_positions(positions[i]);
      }
      if (positions[i].empty()) return {};
      if (places_[i].size() > 1) std::sort(positions[i].begin(), positions[i].end());
    }
    return find_phrase(positions, slop_);
  }

 private:
  std::vector<std::vector<Postings>> places_;
  std::uint32_t slop_;
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
    leaves.push_back(nullptr);
    for (const Node& child : any->children) collect(child, leaves);
  } else if (std::holds_alternative<NearNode>(node.is) ||
             std::holds_alternative<MaybeNode>(node.is)) {
    leaves.push_back(nullptr);
  }
}

}  // namespace

std::vector<Occurrence> occurrences_in(const Xapian::Database& database, Xapian::docid id,
                                       const Leaf& leaf) {
  return LeafReader(database, leaf).in(id);
}

std::vector<std::uint64_t> occurrences_in_each(const Xapian::Database& database,
                                               const RecordIds& ids, const Leaf& leaf) {
  std::vector<std::uint64_t> counts(ids.size(), 0);
  if (leaf.is_phrase()) {
    LeafReader reader(database, leaf);
    for (std::size_t i = 0; i < ids.size(); ++i) counts[i] = reader.in(ids[i]).size();
    return counts;
  }
  for (Postings& postings : open_postings(database, leaf.field, leaf.words.front())) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (postings.contains(ids[i])) counts[i] += postings.frequency();
    }
  }
  return counts;
}

const Node* only_leaf(const Node& tree) {
  std::vector<const Node*> leaves;
  collect(tree, leaves);
  return leaves.size() == 1 ? leaves.front() : nullptr;
}

}  // namespace postil::query
