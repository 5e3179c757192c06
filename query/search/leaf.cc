#include "query/search/leaf.h"

#include <algorithm>
#include <functional>

namespace postil::query {

bool WordSet::contains(std::string_view text) const {
  return std::binary_search(accepted.begin(), accepted.end(), text, std::less<>());
}

namespace {

// `positional`: the words themselves are needed, since stems have no positions.
Result<WordSet> read_word(schema::FieldId field, const Term& term, bool positional,
                          Vocabulary& vocabulary) {
  if (term.match == Match::kStem && !positional) {
    return WordSet{term, true, vocabulary.stems(term.text)};
  }
  auto words = vocabulary.words(schema::field(field), term);
  if (!words) return words.error();
  return WordSet{term, false, *std::move(words)};
}

Result<Leaf> read_words(schema::FieldId field, const std::vector<Term>& terms, int slop,
                        bool positional, Vocabulary& vocabulary) {
  Leaf leaf;
  leaf.field = field;
  leaf.slop = static_cast<std::uint32_t>(slop);
  for (const Term& term : terms) {
    auto word = read_word(field, term, positional, vocabulary);
    if (!word) return word.error();
    leaf.words.push_back(*std::move(word));
  }
  return leaf;
}

}  // namespace

Result<Leaf> read_leaf(const WordNode& node, Vocabulary& vocabulary) {
  return read_words(node.field, {node.term}, 0, false, vocabulary);
}

Result<Leaf> read_leaf(const PhraseNode& node, Vocabulary& vocabulary) {
  return read_words(node.field, node.terms, node.slop, true, vocabulary);
}

Result<Leaf> read_positional_leaf(const WordNode& node, Vocabulary& vocabulary) {
  return read_words(node.field, {node.term}, 0, true, vocabulary);
}

bool looks_in(const Leaf& leaf, schema::Zone zone) {
  using schema::FieldId;
  using schema::Zone;
  if (leaf.field == FieldId::kComment) return zone == Zone::kComment;
  if (leaf.in_article && zone == Zone::kComment) return false;
  if (leaf.field == FieldId::kText) return zone != Zone::kNote;
  return schema::field_of(zone) == leaf.field;
}

}  // namespace postil::query
