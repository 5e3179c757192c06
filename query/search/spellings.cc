#include "query/search/spellings.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/schema/terms.h"
#include "query/parse/combine.h"
#include "query/variants/transliterate.h"

namespace postil::query {
namespace {

// The word of an unquoted word in the text, else null.
const Term* plain_word(const Node& node) {
  const auto* word = std::get_if<WordNode>(&node.is);
  const bool plain = word != nullptr && word->term.match == Match::kStem;
  return plain ? &word->term : nullptr;
}

// A word as it stands in a name: with what is elided before it.
std::string in_name(const Term& term) {
  return term.elided.empty() ? term.text : term.elided + " " + term.text;
}

class Speller {
 public:
  Speller(const Xapian::Database& database, Vocabulary& vocabulary, const VariantTable& table)
      : database_(database), vocabulary_(vocabulary), table_(table) {}

  void visit(Node& node);

 private:
  std::vector<std::string> set_variants(WordNode& word);
  void visit_word(Node& node);
  void visit_run(Node& node);
  void visit_spelled(Node& node, schema::FieldId field, const std::vector<Term>& terms);
  void visit_children(std::vector<Node>& children, bool all);
  bool join_name(std::vector<Node>& children, std::size_t begin, std::size_t count);

  bool has_stem(schema::FieldId field, const std::string& word);
  bool has_word(schema::FieldId field, const std::string& word) const;
  void set_exact_variants(schema::FieldId field, Term& term) const;
  std::vector<Node> phrases(schema::FieldId field, const std::vector<std::string>& spellings);
  std::vector<Node> choices(schema::FieldId field, std::string_view name);

  const Xapian::Database& database_;
  Vocabulary& vocabulary_;
  const VariantTable& table_;
};

bool Speller::has_stem(schema::FieldId field, const std::string& word) {
  const auto stems = vocabulary_.stems(word);
  return std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) {
    return database_.term_exists(schema::stem_term(schema::field(field), stem));
  });
}

bool Speller::has_word(schema::FieldId field, const std::string& word) const {
  return database_.term_exists(schema::word_term(schema::field(field), word));
}

// Gives a word of ~"a quotation" its spellings of one word, as they stand: nothing is stemmed.
void Speller::set_exact_variants(schema::FieldId field, Term& term) const {
  auto spellings = table_.others(term.text);
  if (spellings.empty()) spellings = in_latin_letters(term.text, kTellingLetters);
  for (const std::string& spelling : spellings) {
    if (spelling.find(' ') == std::string::npos && has_word(field, spelling)) {
      term.variants.push_back(spelling);
    }
  }
}

// The other spellings of what stands in ~"a quotation", where that is as a whole a name.
void Speller::visit_spelled(Node& node, schema::FieldId field, const std::vector<Term>& terms) {
  std::string name;
  for (const Term& term : terms) name += (name.empty() ? "" : " ") + term.text;
  std::vector<Node> all;
  for (const std::string& spelling : table_.others(name)) {
    const auto words = words_of(spelling);
    const bool is_variant = words.size() == 1 && terms.size() == 1;  // set_exact_variants has it
    if (is_variant || !std::all_of(words.begin(), words.end(), [&](const std::string& word) {
          return has_word(field, word);
        })) {
      continue;
    }
    if (words.size() == 1) {
      all.push_back({WordNode{field, {words.front(), Match::kExact, 0}}});
      continue;
    }
    PhraseNode phrase{field, {}, 0};
    for (const std::string& word : words) phrase.terms.push_back({word, Match::kExact, 0});
    all.push_back({std::move(phrase)});
  }
  if (all.empty()) return;
  all.insert(all.begin(), std::move(node));
  node = any_of(std::move(all));
}

// Those of several words that the index may hold, as phrases whose words may be inflected.
std::vector<Node> Speller::phrases(schema::FieldId field,
                                   const std::vector<std::string>& spellings) {
  std::vector<Node> found;
  for (const std::string& spelling : spellings) {
    const auto words = words_of(spelling);
    const bool here = words.size() > 1 &&
                      std::all_of(words.begin(), words.end(),
                                  [&](const std::string& word) { return has_stem(field, word); });
    if (!here) continue;
    PhraseNode phrase{field, {}, 0};
    for (const std::string& word : words) phrase.terms.push_back({word, Match::kStem, 0});
    found.push_back({std::move(phrase)});
  }
  return found;
}

// The other spellings of a name of several words: phrases and single words.
std::vector<Node> Speller::choices(schema::FieldId field, std::string_view name) {
  const auto spellings = table_.others(name);
  std::vector<Node> all = phrases(field, spellings);
  for (const std::string& spelling : spellings) {
    if (spelling.find(' ') != std::string::npos || !has_stem(field, spelling)) continue;
    all.push_back({WordNode{field, {spelling, Match::kStem, 0}}});
  }
  return all;
}

// Gives a word its spellings of one word; returns all spellings.
std::vector<std::string> Speller::set_variants(WordNode& word) {
  if (word.term.match != Match::kStem) return {};
  auto spellings = table_.others(in_name(word.term));
  if (spellings.empty()) spellings = table_.others(word.term.text);
  if (spellings.empty()) spellings = in_latin_letters(word.term.text, kTellingLetters);
  for (const std::string& spelling : spellings) {
    if (spelling.find(' ') == std::string::npos && has_stem(word.field, spelling)) {
      word.term.variants.push_back(spelling);
    }
  }
  return spellings;
}

void Speller::visit_word(Node& node) {
  auto& word = std::get<WordNode>(node.is);
  if (word.term.spelled) {
    const std::vector<Term> terms{word.term};
    set_exact_variants(word.field, word.term);
    return visit_spelled(node, word.field, terms);
  }
  std::vector<Node> all = phrases(word.field, set_variants(word));
  if (all.empty()) return;
  all.insert(all.begin(), std::move(node));
  node = any_of(std::move(all));
}

// An unquoted run such as Нью-Йорк.
void Speller::visit_run(Node& node) {
  auto& phrase = std::get<PhraseNode>(node.is);
  if (phrase.terms.front().spelled) {
    const schema::FieldId field = phrase.field;
    const std::vector<Term> terms = phrase.terms;
    for (Term& term : phrase.terms) {
      if (term.match == Match::kExact) set_exact_variants(field, term);
    }
    return visit_spelled(node, field, terms);
  }
  const bool plain = std::all_of(phrase.terms.begin(), phrase.terms.end(),
                                 [](const Term& term) { return term.match == Match::kExact; });
  if (phrase.quoted || !plain || phrase.terms.size() > kMaxNameWords) return;
  std::string name;
  for (const Term& term : phrase.terms) name += (name.empty() ? "" : " ") + in_name(term);
  std::vector<Node> all = choices(phrase.field, name);
  if (all.empty()) return;
  all.insert(all.begin(), std::move(node));
  node = any_of(std::move(all));
}

// Makes children[begin, begin + count) one choice if they are a known name.
bool Speller::join_name(std::vector<Node>& children, std::size_t begin, std::size_t count) {
  std::string name;
  const schema::FieldId field = std::get<WordNode>(children[begin].is).field;
  for (std::size_t i = begin; i < begin + count; ++i) {
    if (std::get<WordNode>(children[i].is).field != field) return false;
    name += (name.empty() ? "" : " ") + in_name(*plain_word(children[i]));
  }
  std::vector<Node> all = choices(field, name);
  if (all.empty()) return false;
  const auto first = children.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto behind = first + static_cast<std::ptrdiff_t>(count);
  std::vector<Node> own(std::make_move_iterator(first), std::make_move_iterator(behind));
  all.insert(all.begin(), all_of(std::move(own)));
  *first = any_of(std::move(all));
  children.erase(first + 1, behind);
  return true;
}

// Words side by side may be a name of several words, the longest first; only where all must match,
// since among alternatives each word counts by itself anyway.
void Speller::visit_children(std::vector<Node>& children, bool all) {
  for (std::size_t i = 0; i < children.size(); ++i) {
    std::size_t words = 0;
    while (all && words < kMaxNameWords && i + words < children.size() &&
           plain_word(children[i + words]) != nullptr) {
      ++words;
    }
    while (words > 1 && !join_name(children, i, words)) --words;
    if (words < 2) visit(children[i]);
  }
}

void Speller::visit(Node& node) {
  if (std::holds_alternative<WordNode>(node.is)) {
    visit_word(node);
  } else if (std::holds_alternative<PhraseNode>(node.is)) {
    visit_run(node);
  } else if (auto* all = std::get_if<AndNode>(&node.is)) {
    visit_children(all->children, true);
    node = all_of(std::move(all->children));
  } else if (auto* any = std::get_if<OrNode>(&node.is)) {
    visit_children(any->children, false);
    node = any_of(std::move(any->children));
  } else if (auto* negated = std::get_if<NotNode>(&node.is)) {
    visit(*negated->child);
  } else if (auto* maybe = std::get_if<MaybeNode>(&node.is)) {
    visit(*maybe->required);
    visit(*maybe->optional);
  } else if (auto* near = std::get_if<NearNode>(&node.is)) {
    for (Node& operand : near->operands) {
      // A choice cannot stand beside NEAR: spellings of several words are left out there.
      auto* word = std::get_if<WordNode>(&operand.is);
      if (word == nullptr) continue;
      if (word->term.spelled) {
        set_exact_variants(word->field, word->term);
      } else {
        set_variants(*word);
      }
    }
  }
}

}  // namespace

void add_spellings(const Xapian::Database& database, Vocabulary& vocabulary,
                   const VariantTable& table, Node& tree) {
  Speller(database, vocabulary, table).visit(tree);
}

}  // namespace postil::query
