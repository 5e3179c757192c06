#include "query/search/selector.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "core/schema/terms.h"
#include "query/search/author_names.h"
#include "query/search/join.h"
#include "query/search/occurrences.h"
#include "query/search/postings.h"
#include "query/search/slot_reader.h"

namespace postil::query {

using schema::FieldId;

Result<RecordIds> Selector::select_all(const std::vector<const Node*>& nodes,
                                       const RecordIds* within) {
  Steps steps;
  for (const Node* node : nodes) {
    if (const Status status = add(*node, steps); !status) return status.error();
  }
  return run(std::move(steps), within);
}

Result<RecordIds> Selector::select_all(const std::vector<const Node*>& nodes,
                                       const Filters& filters, std::optional<FieldId> without) {
  Steps steps;
  for (const Node* node : nodes) {
    if (const Status status = add(*node, steps); !status) return status.error();
  }
  add_filters(filters, without, steps);
  return run(std::move(steps), nullptr);
}

std::vector<std::uint64_t> Selector::occurrences(const RecordIds& ids) const {
  return spread(phrase_ids_, phrase_counts_, ids);
}

Result<RecordIds> Selector::run(Steps steps, const RecordIds* within) const {
  if (steps.empty()) return all_of(within);
  std::stable_sort(steps.begin(), steps.end());
  Result<RecordIds> ids = RecordIds();
  for (const Step& step : steps) {
    const bool is_first = &step == steps.data();
    ids = step.run(is_first ? within : &*ids);
    if (!ids || ids->empty()) break;
  }
  return ids;
}

RecordIds Selector::all_of(const RecordIds* within) const {
  return within != nullptr ? *within : records_with_any(state_, {""}, nullptr);
}

Status Selector::add(const Node& node, Steps& steps) {
  return std::visit(
      [&](const auto& is) -> Status {
        using Alternative = std::decay_t<decltype(is)>;
        if constexpr (std::is_same_v<Alternative, AllNode>) {
          steps.push_back(with_terms({""}));
        } else if constexpr (std::is_same_v<Alternative, WordNode> ||
                             std::is_same_v<Alternative, PhraseNode>) {
          return add_leaf(read_leaf(is, state_.vocabulary), &node == counted_, steps);
        } else if constexpr (std::is_same_v<Alternative, NearNode>) {
          return add_near(is, steps);
        } else if constexpr (std::is_same_v<Alternative, ValueNode>) {
          steps.push_back(with_any_value(is.field, {is.value}));
        } else if constexpr (std::is_same_v<Alternative, DateNode>) {
          steps.push_back(dated({is}));
        } else if constexpr (std::is_same_v<Alternative, AndNode>) {
          if (!is_join(is)) return add_all(is.children, steps);
          steps.push_back(joined(is));
        } else if constexpr (std::is_same_v<Alternative, OrNode>) {
          return add_any(is.children, steps);
        } else if constexpr (std::is_same_v<Alternative, NotNode>) {
          Steps refused;
          if (const Status status = add(*is.child, refused); !status) return status;
          steps.push_back(none_of(std::move(refused)));
        } else {
          static_assert(std::is_same_v<Alternative, MaybeNode>);
          return add(*is.required, steps);
        }
        return ok();
      },
      node.is);
}

Status Selector::add_all(const std::vector<Node>& nodes, Steps& steps) {
  for (const Node& node : nodes) {
    if (const Status status = add(node, steps); !status) return status;
  }
  return ok();
}

Status Selector::add_any(const std::vector<Node>& nodes, Steps& steps) {
  std::vector<Steps> alternatives;
  for (const Node& node : nodes) {
    if (const Status status = add(node, alternatives.emplace_back()); !status) return status;
  }
  steps.push_back(any_of(std::move(alternatives)));
  return ok();
}

Status Selector::add_leaf(Result<Leaf> leaf, bool is_counted, Steps& steps) {
  if (!leaf) return leaf.error();
  add_words(*leaf, steps);
  if (leaf->is_phrase()) add_phrase(*std::move(leaf), is_counted, steps);
  return ok();
}

void Selector::add_words(const Leaf& leaf, Steps& steps) {
  for (const WordSet& word : leaf.words) steps.push_back(with_terms(terms_of(leaf.field, word)));
  if (leaf.field == FieldId::kComment) steps.push_back(with_terms({comment_term()}));
}

// Behind its words.
void Selector::add_phrase(Leaf leaf, bool is_counted, Steps& steps) {
  Step step{Phase::kPositions, 0, {}};
  step.run = [this, leaf = std::move(leaf), is_counted](const RecordIds* within) {
    return with_phrase(leaf, *within, is_counted);
  };
  steps.push_back(std::move(step));
}

RecordIds Selector::with_phrase(const Leaf& leaf, const RecordIds& within, bool is_counted) {
  auto counts = occurrences_in_each(state_, within, leaf);
  RecordIds ids;
  for (std::size_t i = 0; i < within.size(); ++i) {
    if (counts[i] > 0) ids.push_back(within[i]);
  }
  if (is_counted) {
    counts.erase(std::remove(counts.begin(), counts.end(), 0U), counts.end());
    phrase_ids_ = ids;
    phrase_counts_ = std::move(counts);
  }
  return ids;
}

Status Selector::add_near(const NearNode& near, Steps& steps) {
  auto operands = read_operands(near, state_.vocabulary);
  if (!operands) return operands.error();
  for (const Leaf& operand : *operands) add_words(operand, steps);
  Step step{Phase::kPositions, 0, {}};
  step.run = [this, operands = *std::move(operands),
              distance = static_cast<std::uint32_t>(near.distance)](const RecordIds* within) {
    return records_with_near(state_, *within, operands, distance);
  };
  steps.push_back(std::move(step));
  return ok();
}

Selector::Step Selector::joined(const AndNode& join) {
  Step step{Phase::kPositions, 1, {}};
  step.run = [this, &join](const RecordIds* within) -> Result<RecordIds> {
    auto ids = select_join(state_, join);
    if (!ids || within == nullptr) return ids;
    return common(*ids, *within);
  };
  return step;
}

void Selector::add_filters(const Filters& filters, std::optional<FieldId> without, Steps& steps) {
  for (const FacetFilter& filter : filters.facets) {
    if (filter.field == without) continue;
    if (!filter.any_of.empty()) steps.push_back(with_any_value(filter.field, filter.any_of));
    if (!filter.none_of.empty()) {
      steps.push_back(none_of({with_any_value(filter.field, filter.none_of)}));
    }
  }
  if (filters.date) steps.push_back(dated({*filters.date}));
  if (!filters.not_dates.empty()) steps.push_back(none_of({dated(filters.not_dates)}));
  std::vector<std::string> refused;
  for (const std::string& id : filters.not_articles) {
    refused.push_back(schema::make_term(schema::kArticlePrefix, id));
  }
  if (!refused.empty()) steps.push_back(none_of({with_terms(std::move(refused))}));
}

Selector::Step Selector::with_terms(std::vector<std::string> terms) {
  Step step;
  for (const std::string& term : terms) step.cost += record_count(state_, term);
  step.run = [this, terms = std::move(terms)](const RecordIds* within) {
    return records_with_any(state_, terms, within);
  };
  return step;
}

// A whole value; of names that are not there, their words.
Selector::Step Selector::with_any_value(FieldId id, const std::vector<std::string>& values) {
  const schema::Field& field = schema::field(id);
  std::vector<std::string> terms;
  std::vector<Steps> names;
  AuthorNames spelled(state_.database);
  for (const std::string& value : values) {
    if (field.type != schema::FieldType::kName) {
      terms.push_back(schema::value_term(field, value));
      continue;
    }
    const std::vector<std::string> spellings = spelled.spellings(id, value);
    for (const std::string& spelling : spellings) {
      terms.push_back(schema::value_term(field, spelling));
    }
    if (!spellings.empty()) continue;
    Leaf leaf;
    leaf.field = id;
    for (std::string& word : state_.analyser.words(value)) {
      leaf.words.push_back({{word, Match::kExact}, false, {word}, {}});
    }
    if (leaf.words.empty()) continue;
    Steps& name = names.emplace_back();
    add_words(leaf, name);
    if (leaf.is_phrase()) add_phrase(std::move(leaf), false, name);
  }
  if (names.empty()) return with_terms(std::move(terms));
  names.push_back({with_terms(std::move(terms))});
  return any_of(std::move(names));
}

Selector::Step Selector::dated(std::vector<DateNode> dates) {
  Step step{Phase::kValues, state_.database.get_doccount(), {}};
  step.run = [this, dates = std::move(dates)](const RecordIds* within) {
    return dated_within(dates, all_of(within));
  };
  return step;
}

RecordIds Selector::dated_within(const std::vector<DateNode>& dates, const RecordIds& ids) const {
  SlotReader first_days(state_.database, schema::kFirstDaySlot);
  SlotReader last_days(state_.database, schema::kLastDaySlot);
  RecordIds found;
  for (const Xapian::docid id : ids) {
    const std::string first = first_days.read(id);
    const std::string last = last_days.read(id);
    const auto holds = [&](const DateNode& date) {
      // An undated record would pass as "before".
      if (first.empty() || last.empty()) return !date.from && !date.to;
      return (!date.from || first >= schema::encode_day(first_day(*date.from))) &&
             (!date.to || last <= schema::encode_day(last_day(*date.to)));
    };
    if (std::any_of(dates.begin(), dates.end(), holds)) found.push_back(id);
  }
  return found;
}

Selector::Step Selector::any_of(std::vector<Steps> alternatives) {
  Step step;
  for (const Steps& each : alternatives) {
    step.cost += std::min_element(each.begin(), each.end())->cost;
    step.phase = std::max(step.phase, std::max_element(each.begin(), each.end())->phase);
  }
  step.run = [this, alternatives = std::move(alternatives)](const RecordIds* within) {
    Result<RecordIds> all = RecordIds();
    for (const Steps& alternative : alternatives) {
      const auto some = run(alternative, within);
      if (!some) return some;
      all = united(*all, *some);
    }
    return all;
  };
  return step;
}

Selector::Step Selector::none_of(Steps steps) {
  Step step;
  step.phase = std::max_element(steps.begin(), steps.end())->phase;
  step.cost = state_.database.get_doccount();
  step.run = [this, steps = std::move(steps)](const RecordIds* within) -> Result<RecordIds> {
    const RecordIds ids = all_of(within);
    const auto refused = run(steps, &ids);
    if (!refused) return refused;
    return without(ids, *refused);
  };
  return step;
}

}  // namespace postil::query
