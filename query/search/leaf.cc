#include "query/search/leaf.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace postil::query {

bool WordSet::contains(std::string_view text) const {
  return std::binary_search(accepted.begin(), accepted.end(), text, std::less<>());
}

namespace {

// Puts `more` into `sorted`, each once.
void add(std::vector<std::string> more, std::vector<std::string>& sorted) {
  sorted.insert(sorted.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
}

// `positional`: the words themselves are needed, since stems have no positions.
Result<WordSet> read_word(schema::FieldId field, const Term& term, bool positional,
                          Vocabulary& vocabulary) {
  if (term.match == Match::kStem && !positional) {
    WordSet set{term, true, vocabulary.stems(term.text)};
    for (const std::string& variant : term.variants) add(vocabulary.stems(variant), set.accepted);
    return set;
  }
  auto words = vocabulary.words(schema::field(field), term);
  if (!words) return words.error();
  WordSet set{term, false, *std::move(words)};
  for (const std::string& variant : term.variants) {
    auto more = vocabulary.words(schema::field(field), Term{variant, term.match, 0});
    if (!more) return more.error();
    add(*std::move(more), set.accepted);
  }
  return set;
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

Result<std::vector<Leaf>> read_operands(const NearNode& near, Vocabulary& vocabulary) {
  std::vector<Leaf> operands;
  for (const Node& operand : near.operands) {
    const auto* word = std::get_if<WordNode>(&operand.is);
    auto leaf = word != nullptr ? read_words(word->field, {word->term}, 0, true, vocabulary)
                                : read_leaf(std::get<PhraseNode>(operand.is), vocabulary);
    if (!leaf) return leaf.error();
    operands.push_back(*std::move(leaf));
  }
  return operands;
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
