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

// What `look_up` gives for a term and each of its variants.
template <class LookUp>
Result<std::vector<std::string>> each_spelling(const Term& term, LookUp&& look_up) {
  Result<std::vector<std::string>> all = look_up(term);
  for (const std::string& variant : term.variants) {
    if (!all) break;
    auto more = look_up(Term{variant, term.match, 0});
    if (!more) return more.error();
    add(*std::move(more), *all);
  }
  return all;
}

// `positional`: the words themselves are needed, since stems have no positions.
Result<WordSet> read_word(schema::FieldId id, const Term& term, bool positional,
                          Vocabulary& vocabulary) {
  const bool by_stem = term.match == Match::kStem;
  Result<std::vector<std::string>> words = std::vector<std::string>();
  if (!by_stem || positional) {
    words = each_spelling(
        term, [&](const Term& each) { return vocabulary.words(schema::field(id), each); });
    if (!words) return words.error();
  }
  if (!by_stem) return WordSet{term, false, *std::move(words), {}};
  WordSet set{term, true, vocabulary.stems(term.text), {}};
  for (const std::string& variant : term.variants) add(vocabulary.stems(variant), set.accepted);
  for (std::string& word : *words) {
    set.forms.push_back(vocabulary.form(std::move(word), set.accepted));
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
