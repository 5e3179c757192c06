#include "query/search/nearness.h"

#include <algorithm>
#include <utility>

#include "core/schema/terms.h"
#include "query/search/postings.h"
#include "query/search/stored.h"

namespace postil::query {
namespace {

// More words than this in place of one are looked for in the record's own terms.
constexpr std::size_t kMostWords = 32;

// Whether the words of a leaf are not in a record's text at all.
bool is_elsewhere(const Leaf& leaf, bool comment) {
  return leaf.field == schema::FieldId::kComment ? !comment : comment && leaf.in_article;
}

// One word of a target: which terms of a record are its words, and where their positions go.
struct Wanted {
  const WordSet* words = nullptr;
  const schema::Field* field = nullptr;
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
      if (is_elsewhere(leaf, comment)) continue;
      const schema::Field& field = schema::field(leaf.field);
      const std::string prefix(field.word_prefix);
      for (std::size_t w = 0; w < leaf.words.size(); ++w) {
        const WordSet& words = leaf.words[w];
        wanted.push_back(
            {&words, &field, prefix + std::string(words.beginning(language)), &positions[t][o][w]});
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

// Remembers a term as a form of the stem of a word.
void learn(const std::string& term, std::string_view word, std::string_view language,
           const schema::Field& field, Vocabulary& vocabulary) {
  const std::string_view stem = vocabulary.stemmer(language).stem(word);
  auto& forms = vocabulary.met_forms(language, schema::stem_term(field, stem));
  const bool is_known =
      std::any_of(forms.begin(), forms.end(), [&](const auto& form) { return form.term == term; });
  if (!is_known) forms.push_back({term, 0});
}

// Takes the positions of all wanted words in one record, whose terms are sorted bytewise as
// `wanted` is: what lies between is passed over.
void collect(const State& state, Xapian::docid id, std::string_view language,
             std::vector<Wanted>& wanted) {
  text::Stemmer& stemmer = state.vocabulary.stemmer(language);
  auto term = state.database.termlist_begin(id);
  while (term != Xapian::TermIterator()) {
    const std::string text = *term;
    bool inside = false;
    const std::string* ahead = nullptr;
    for (Wanted& each : wanted) {
      if (text.starts_with(each.beginning)) {
        inside = true;
        const std::string_view word = std::string_view(text).substr(each.field->word_prefix.size());
        const auto stem_of = [&](std::string_view of) { return stemmer.stem(of); };
        if (is_word(word) && each.words->accepts(word, stem_of)) {
          TermPositions(state, text).append(id, *each.places);
          if (each.words->by_stem) learn(text, word, language, *each.field, state.vocabulary);
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

Nearness::Nearness(std::vector<Target> targets, const State& state)
    : targets_(std::move(targets)), state_(state) {
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    for (std::size_t o = 0; o < targets_[t].operands.size(); ++o) {
      const Leaf& leaf = targets_[t].operands[o];
      for (std::size_t w = 0; w < leaf.words.size(); ++w) {
        Word& word = words_.emplace_back(Word{t, o, w, {}});
        if (!leaf.words[w].by_stem) continue;
        for (std::string& term : terms_of(leaf.field, leaf.words[w])) {
          word.stems.push_back({std::move(term), {}});
        }
      }
    }
  }
}

void Nearness::expect(RecordIds ids) {
  std::sort(ids.begin(), ids.end());
  ids_ = std::move(ids);
  for (Word& word : words_) {
    for (Stem& stem : word.stems) {
      stem.counts.assign(ids_.size(), 0);
      Postings postings(state_, stem.term);
      postings.each_of(ids_, [&](std::size_t i) { stem.counts[i] = postings.frequency(); });
    }
  }
}

std::size_t Nearness::place_of(Xapian::docid id) const {
  return static_cast<std::size_t>(std::lower_bound(ids_.begin(), ids_.end(), id) - ids_.begin());
}

double Nearness::most(Xapian::docid id) const {
  std::vector<bool> is_missing(targets_.size());
  for (const Word& word : words_) {
    const bool is_there =
        word.stems.empty() ||
        std::any_of(word.stems.begin(), word.stems.end(),
                    [place = place_of(id)](const Stem& stem) { return stem.counts[place] > 0; });
    if (!is_there) is_missing[word.target] = true;
  }
  return greatest_score(
      static_cast<std::size_t>(std::count(is_missing.begin(), is_missing.end(), false)));
}

// Looks up the positions of all words, of which none is known by its stem alone. False if some may
// be missing.
bool Nearness::look_up(Xapian::docid id, std::string_view language, bool comment,
                       std::vector<TargetPositions>& positions) const {
  if (state_.tables == nullptr) return false;
  return std::all_of(words_.begin(), words_.end(), [&](const Word& word) {
    if (is_elsewhere(leaf_of(word), comment)) return true;
    return look_up(word, id, language, positions[word.target][word.operand][word.word]);
  });
}

// A stem occurs as often as all its forms do, so that one sees whether all are known.
bool Nearness::look_up(const Word& word, Xapian::docid id, std::string_view language,
                       Positions& places) const {
  if (word.stems.empty()) {
    const Leaf& leaf = leaf_of(word);
    if (leaf.words[word.word].accepted.size() > kMostWords) return false;
    for (std::string& term : terms_of(leaf.field, leaf.words[word.word])) {
      TermPositions(state_, std::move(term)).append(id, places);
    }
  }
  for (const Stem& stem : word.stems) {
    const std::size_t wanted = places.size() + stem.counts[place_of(id)];
    auto& forms = state_.vocabulary.met_forms(language, stem.term);
    for (std::size_t i = 0; i < forms.size() && places.size() < wanted; ++i) {
      const std::size_t before = places.size();
      TermPositions(state_, forms[i].term).append(id, places);
      if (places.size() == before) continue;
      ++forms[i].met;
      if (i > 0 && forms[i].met > forms[i - 1].met) std::swap(forms[i], forms[i - 1]);
    }
    if (places.size() != wanted) return false;
  }
  std::sort(places.begin(), places.end());
  return true;
}

Closeness Nearness::in(Xapian::docid id) {
  const std::string language = language_of(state_, id);
  const bool comment = is_comment(state_, id);
  const auto nothing = [&] {
    std::vector<TargetPositions> positions;
    for (const Target& target : targets_) positions.push_back(empty_positions(target));
    return positions;
  };
  std::vector<TargetPositions> positions = nothing();
  if (!look_up(id, language, comment, positions)) {
    positions = nothing();
    std::vector<Wanted> wanted = wanted_in(language, comment, targets_, positions);
    collect(state_, id, language, wanted);
  }
  return closeness(find_spots(targets_, positions));
}

}  // namespace postil::query
