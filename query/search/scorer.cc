#include "query/search/scorer.h"

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <utility>

#include "core/schema/terms.h"
#include "query/search/join.h"
#include "query/search/postings.h"
#include "query/search/selector.h"

namespace postil::query {
namespace {

using schema::FieldId;

constexpr double kLeastRelativeLength = 0.25;

// How much more a word weighs for standing in the title, and for standing in the very form that was
// asked for.
constexpr double kTitleWeight = 0.5;
constexpr double kExactWeight = 0.4;

// How much a function word weighs where a question may be a whole sentence.
constexpr double kFunctionWordWeight = 0.5;

// Where one of so many records is looked at, a table of their places is quicker than a search for
// each.
constexpr std::size_t kMostForOne = 8;

std::vector<std::uint32_t> places_of(const RecordIds& ids) {
  std::vector<std::uint32_t> places;
  if (ids.empty() || ids.back() / kMostForOne > ids.size()) return places;
  places.assign(ids.back() + std::size_t{1}, ScoredRecords::kNoPlace);
  for (std::uint32_t place = 0; const Xapian::docid id : ids) places[id] = place++;
  return places;
}

// Calls `visit` with the place of each of the records that has the term, standing at it.
template <class Visit>
void each_place(Postings& postings, const ScoredRecords& records, Visit&& visit) {
  if (records.places.empty()) return postings.each_of(records.ids, visit);
  for (; !postings.at_end() && postings.here() < records.places.size(); postings.next()) {
    const std::uint32_t place = records.places[postings.here()];
    if (place != ScoredRecords::kNoPlace) visit(place);
  }
}

// What a term weighs that so many of all records have. In Xapian's order of steps, here and below:
// scores are the same to the last bit.
double term_weight(double having, double all, double factor) {
  double odds = (all - having + 0.5) / (having + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;  // never below 0, however frequent
  return std::log(odds) * factor * (kK1 + 1);
}

}  // namespace

Scorer::Scorer(const State& state, bool sentences)
    : state_(state),
      sentences_(sentences),
      records_(state.database.get_doccount()),
      average_length_(state.database.get_average_length()) {}

ScoredRecords Scorer::unscored(RecordIds ids) const {
  ScoredRecords records;
  records.scores.resize(ids.size());
  records.dampening.reserve(ids.size());
  for (const Xapian::termcount length : lengths_of(state_, ids)) {
    const double relative = std::max(length * (1 / average_length_), kLeastRelativeLength);
    records.dampening.push_back(kK1 * (relative * kB + (1 - kB)));
  }
  records.places = places_of(ids);
  records.ids = std::move(ids);
  return records;
}

Result<ScoredRecords> Scorer::score(const Node& tree, RecordIds ids) const {
  ScoredRecords records = unscored(std::move(ids));
  if (const Status status = add(tree, Match::kCertain, records); !status) return status.error();
  return records;
}

Status Scorer::add(const Node& node, Match match, ScoredRecords& records) const {
  return std::visit(
      [&](const auto& is) -> Status {
        using Alternative = std::decay_t<decltype(is)>;
        if constexpr (std::is_same_v<Alternative, AllNode> ||
                      std::is_same_v<Alternative, ValueNode> ||
                      std::is_same_v<Alternative, DateNode> ||
                      std::is_same_v<Alternative, NotNode>) {
          return ok();
        } else if constexpr (std::is_same_v<Alternative, OrNode>) {
          return add_all(is.children, Match::kPossible, records);
        } else if constexpr (std::is_same_v<Alternative, WordNode>) {
          // Where the word is missing it adds nothing anyway.
          const bool is_everywhere = match == Match::kCertain || is.field != FieldId::kComment;
          if (!is_everywhere) return add_where_matching(node, records);
          return add_leaf(read_leaf(is, state_.vocabulary), records);
        } else {
          if (match == Match::kPossible) return add_where_matching(node, records);
          if constexpr (std::is_same_v<Alternative, PhraseNode>) {
            return add_leaf(read_leaf(is, state_.vocabulary), records);
          } else if constexpr (std::is_same_v<Alternative, NearNode>) {
            const auto operands = read_operands(is, state_.vocabulary);
            if (!operands) return operands.error();
            for (const Leaf& operand : *operands) (void)add_leaf(operand, records);
            return ok();
          } else if constexpr (std::is_same_v<Alternative, AndNode>) {
            return is_join(is) ? add_join(is, records) : add_all(is.children, match, records);
          } else {
            static_assert(std::is_same_v<Alternative, MaybeNode>);
            const Status status = add(*is.required, match, records);
            return status ? add(*is.optional, Match::kPossible, records) : status;
          }
        }
      },
      node.is);
}

Status Scorer::add_all(const std::vector<Node>& nodes, Match match, ScoredRecords& records) const {
  for (const Node& node : nodes) {
    if (const Status status = add(node, match, records); !status) return status;
  }
  return ok();
}

// Calls `add` with those of the records that are among `some`, and takes over their scores.
template <class Add>
Status Scorer::add_to_some(const RecordIds& some, ScoredRecords& records, Add&& add) const {
  ScoredRecords part;
  part.ids = some;
  part.scores.resize(some.size());
  std::vector<std::size_t> places;
  for (auto at = records.ids.begin(); const Xapian::docid id : some) {
    at = std::lower_bound(at, records.ids.end(), id);
    places.push_back(static_cast<std::size_t>(at - records.ids.begin()));
    part.dampening.push_back(records.dampening[places.back()]);
  }
  if (const Status status = add(part); !status) return status;
  for (std::size_t i = 0; i < places.size(); ++i) records.scores[places[i]] += part.scores[i];
  return ok();
}

Status Scorer::add_where_matching(const Node& node, ScoredRecords& records) const {
  const auto some = Selector(state_).select(node, &records.ids);
  if (!some) return some.error();
  return add_to_some(*some, records,
                     [&](ScoredRecords& part) { return add(node, Match::kCertain, part); });
}

// An article's words weigh in the article, those of its comments in each comment.
Status Scorer::add_join(const AndNode& join, ScoredRecords& records) const {
  const JoinParts parts = join_parts(join);
  const RecordIds comments = records_with_any(state_, {comment_term()}, &records.ids);
  const RecordIds articles = without(records.ids, comments);
  const Status status = add_to_some(articles, records, [&](ScoredRecords& part) {
    for (const Node* text : parts.texts) {
      if (Status done = add(*text, Match::kPossible, part); !done) return done;
    }
    return ok();
  });
  if (!status) return status;
  for (const std::vector<const Node*>& comment : parts.comments) {
    const auto some = Selector(state_).select_all(comment, &comments);
    if (!some) return some.error();
    const Status added = add_to_some(*some, records, [&](ScoredRecords& part) {
      for (const Node* node : comment) {
        if (Status done = add(*node, Match::kCertain, part); !done) return done;
      }
      return ok();
    });
    if (!added) return added;
  }
  return ok();
}

Status Scorer::add_leaf(const Result<Leaf>& leaf, ScoredRecords& records) const {
  if (!leaf) return leaf.error();
  if (!leaf->is_phrase()) {
    add_word(leaf->field, leaf->words.front(), records);
    return ok();
  }
  for (const WordSet& word : leaf->words) {
    for (std::string& term : terms_of(leaf->field, word)) add_terms({std::move(term)}, 1, records);
  }
  return ok();
}

void Scorer::add_word(FieldId field, const WordSet& word, ScoredRecords& records) const {
  const bool in_any_form = field == FieldId::kText && word.by_stem;
  const bool is_light =
      in_any_form && sentences_ && state_.vocabulary.is_function_word(word.term.text);
  const double weight = is_light ? kFunctionWordWeight : 1;
  add_terms(terms_of(field, word), weight, records);
  if (!in_any_form) return;
  add_terms(terms_of(FieldId::kTitle, word), weight * kTitleWeight, records);
  add_terms({schema::word_term(schema::field(field), word.term.text)}, weight * kExactWeight,
            records);
}

void Scorer::add_terms(const std::vector<std::string>& terms, double factor,
                       ScoredRecords& records) const {
  // How many records hold one of them, if they do not know of each other.
  double lacking = records_;
  std::vector<Postings> all;
  for (const std::string& term : terms) {
    const Xapian::doccount having = record_count(state_, term);
    if (having == 0) continue;
    lacking *= 1 - having / records_;
    all.emplace_back(state_, term);
  }
  const double having = std::floor(records_ - lacking + 0.5);
  const double weight = term_weight(having, records_, factor);
  std::vector<Xapian::termcount> frequencies(all.size() > 1 ? records.ids.size() : 0);
  const auto count = [&](std::size_t record, double frequency) {
    records.scores[record] += weight * (frequency / (records.dampening[record] + frequency));
  };
  for (Postings& postings : all) {
    each_place(postings, records, [&](std::size_t i) {
      if (all.size() > 1) {
        frequencies[i] += postings.frequency();
      } else {
        count(i, postings.frequency());
      }
    });
  }
  for (std::size_t i = 0; i < frequencies.size(); ++i) count(i, frequencies[i]);
}

}  // namespace postil::query
