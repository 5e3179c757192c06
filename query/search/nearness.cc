#include "query/search/nearness.h"

#include <algorithm>

#include "core/schema/terms.h"
#include "query/search/postings.h"
#include "query/search/stored.h"

namespace postil::query {
namespace {

// One word of a target: which terms of a record are its words, and where their positions go.
struct Wanted {
  const WordSet* words = nullptr;
  std::string prefix;     // of the terms' field
  std::string beginning;  // of the terms, the prefix included
  Positions* places = nullptr;
};

std::vector<Wanted> wanted_in(std::string_view language, bool comment,
                              const std::vector<Target>& targets,
                              std::vector<TargetPositions>& positions) {
  std::vector<Wanted> wanted;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    for (std::size_t o = 0; o < targets[t].operands.size(); ++o) {
      const Leaf& leaf = targets[t].operands[o];
      const bool is_elsewhere =
          leaf.field == schema::FieldId::kComment ? !comment : comment && leaf.in_article;
      if (is_elsewhere) continue;
      const std::string prefix(schema::field(leaf.field).word_prefix);
      for (std::size_t w = 0; w < leaf.words.size(); ++w) {
        const WordSet& words = leaf.words[w];
        wanted.push_back(
            {&words, prefix, prefix + std::string(words.beginning(language)), &positions[t][o][w]});
      }
    }
  }
  std::sort(wanted.begin(), wanted.end(),
            [](const Wanted& a, const Wanted& b) { return a.beginning < b.beginning; });
  return wanted;
}

std::string language_of(const State& state, Xapian::docid id) {
  const schema::Slot slot = schema::field(schema::FieldId::kLang).slot;
  const std::string bytes = value_of(state, slot, id);
  const auto languages = schema::decode_values(bytes);
  return languages.empty() ? std::string() : std::string(languages.front());
}

// What stands behind a prefix is a word unless more of a prefix follows: folded words have no
// capitals.
bool is_word(std::string_view text) {
  return !text.empty() && text.front() != ':' && !(text.front() >= 'A' && text.front() <= 'Z');
}

// Takes the positions of all wanted words in one record, whose terms are sorted bytewise as
// `wanted` is: what lies between is passed over.
void collect(const State& state, Xapian::docid id, text::Stemmer& stemmer,
             std::vector<Wanted>& wanted) {
  auto term = state.database.termlist_begin(id);
  while (term != Xapian::TermIterator()) {
    const std::string text = *term;
    bool inside = false;
    const std::string* ahead = nullptr;
    for (Wanted& each : wanted) {
      if (text.starts_with(each.beginning)) {
        inside = true;
        const std::string_view word = std::string_view(text).substr(each.prefix.size());
        const auto stem_of = [&](std::string_view of) { return stemmer.stem(of); };
        if (is_word(word) && each.words->accepts(word, stem_of)) {
          TermPositions(state, text).append(id, *each.places);
        }
      } else if (ahead == nullptr && each.beginning > text) {
        ahead = &each.beginning;
      }
    }
    if (inside) {
      ++term;
    } else if (ahead != nullptr) {
      term.skip_to(*ahead);
    } else {
      break;
    }
  }
  for (Wanted& each : wanted) std::sort(each.places->begin(), each.places->end());
}

}  // namespace

Result<Nearness> Nearness::make(const Node& tree, const State& state) {
  auto targets = read_targets(tree, state.vocabulary);
  if (!targets) return targets.error();
  return Nearness(*std::move(targets), state);
}

Closeness Nearness::in(Xapian::docid id) {
  const std::string language = language_of(state_, id);
  std::vector<TargetPositions> positions;
  for (const Target& target : targets_) positions.push_back(empty_positions(target));
  std::vector<Wanted> wanted = wanted_in(language, is_comment(state_, id), targets_, positions);
  collect(state_, id, state_.vocabulary.stemmer(language), wanted);
  return closeness(find_spots(targets_, positions));
}

}  // namespace postil::query
