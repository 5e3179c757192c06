#include "query/search/compile.h"

#include <algorithm>
#include <type_traits>

#include "core/schema/terms.h"
#include "core/text/analyser.h"
#include "query/search/author_names.h"
#include "query/search/near_source.h"

namespace postil::query {
namespace {

using schema::FieldId;
using Xapian::Query;

// How much more a word weighs for standing in the title, and for standing in the very form that was
// asked for. Measured: see "The order of results" in ARCHITECTURE.md.
constexpr double kTitleWeight = 0.5;
constexpr double kExactWeight = 0.4;

// How much a function word weighs where a question may be a whole sentence.
constexpr double kFunctionWordWeight = 0.5;

Query kind_query(schema::Kind kind) {
  return Query(schema::value_term(schema::field(FieldId::kKind), schema::name(kind)));
}

// One word as all the terms that it accepts, which count as one term.
Query word_query(const schema::Field& field, const WordSet& word) {
  std::vector<Query> terms;
  for (const std::string& text : word.accepted) {
    terms.emplace_back(word.by_stem ? schema::stem_term(field, text)
                                    : schema::word_term(field, text));
  }
  if (terms.size() == 1) return terms.front();
  return Query(Query::OP_SYNONYM, terms.begin(), terms.end());
}

// The same for a place in a phrase, where positions are needed and OP_SYNONYM would lose them.
Query positional_query(const schema::Field& field, const WordSet& word) {
  std::vector<Query> terms;
  for (const std::string& text : word.accepted) terms.emplace_back(schema::word_term(field, text));
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

Query without_weight(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0.0); }

Query everything() { return without_weight(Query::MatchAll); }

}  // namespace

Query date_query(const DateNode& date) {
  Query query = everything();
  if (date.from) {
    query =
        Query(Query::OP_VALUE_GE, schema::kFirstDaySlot, schema::encode_day(first_day(*date.from)));
  }
  if (date.to) {
    // An undated record has no value and would pass as "before".
    const Query until(Query::OP_VALUE_RANGE, schema::kLastDaySlot, "0",
                      schema::encode_day(last_day(*date.to)));
    query = date.from ? Query(Query::OP_AND, query, until) : until;
  }
  return query;
}

Result<Query> Compiler::compile(const Node& node, Purpose purpose) {
  return std::visit([&](const auto& alternative) { return visit(alternative, purpose); }, node.is);
}

template <class Alternative>
Result<Query> Compiler::visit(const Alternative& node, Purpose purpose) {
  if constexpr (std::is_same_v<Alternative, AllNode>) {
    return everything();
  } else if constexpr (std::is_same_v<Alternative, WordNode> ||
                       std::is_same_v<Alternative, PhraseNode>) {
    const auto leaf = read_leaf(node, vocabulary_);
    return leaf ? compile_leaf(*leaf, purpose) : leaf.error();
  } else if constexpr (std::is_same_v<Alternative, NearNode>) {
    return compile_near(node, purpose);
  } else if constexpr (std::is_same_v<Alternative, ValueNode>) {
    return without_weight(value_query(node.field, node.value));
  } else if constexpr (std::is_same_v<Alternative, DateNode>) {
    return without_weight(date_query(node));
  } else if constexpr (std::is_same_v<Alternative, AndNode>) {
    if (is_join(node)) return joiner_.compile(node, purpose);
    return combine(Query::OP_AND, node.children, purpose);
  } else if constexpr (std::is_same_v<Alternative, OrNode>) {
    return combine(Query::OP_OR, node.children, purpose);
  } else if constexpr (std::is_same_v<Alternative, NotNode>) {
    auto child = compile(*node.child, Purpose::kSelect);
    if (!child) return child;
    return Query(Query::OP_AND_NOT, everything(), *child);
  } else {
    static_assert(std::is_same_v<Alternative, MaybeNode>);
    auto required = compile(*node.required, purpose);
    if (!required || purpose == Purpose::kSelect) return required;
    auto optional = compile(*node.optional, purpose);
    if (!optional) return optional;
    return Query(Query::OP_AND_MAYBE, *required, *optional);
  }
}

Result<Query> Compiler::combine(Query::op op, const std::vector<Node>& nodes, Purpose purpose) {
  std::vector<Query> parts;
  for (const Node& node : nodes) {
    auto part = compile(node, purpose);
    if (!part) return part;
    parts.push_back(*std::move(part));
  }
  return Query(op, parts.begin(), parts.end());
}

Result<Query> Compiler::compile_leaf(const Leaf& leaf, Purpose purpose) {
  const schema::Field& field = schema::field(leaf.field);
  Query query;
  if (leaf.is_phrase()) {
    std::vector<Query> places;
    for (const WordSet& word : leaf.words) places.push_back(positional_query(field, word));
    query = Query(Query::OP_PHRASE, places.begin(), places.end(),
                  static_cast<Xapian::termcount>(places.size() + leaf.slop));
  } else {
    const WordSet& word = leaf.words.front();
    query = word_query(field, word);
    if (purpose != Purpose::kSelect && leaf.field == FieldId::kText && word.by_stem) {
      const Query title = word_query(schema::field(FieldId::kTitle), word);
      const Query exact(schema::word_term(field, word.term.text));
      const Query more(Query::OP_OR, Query(Query::OP_SCALE_WEIGHT, title, kTitleWeight),
                       Query(Query::OP_SCALE_WEIGHT, exact, kExactWeight));
      query = Query(Query::OP_AND_MAYBE, query, more);
      if (purpose == Purpose::kRankSentences && vocabulary_.is_function_word(word.term.text)) {
        query = Query(Query::OP_SCALE_WEIGHT, query, kFunctionWordWeight);
      }
    }
  }
  if (leaf.field == FieldId::kComment) {
    query = Query(Query::OP_FILTER, query, kind_query(schema::Kind::kComment));
  }
  return query;
}

Result<Query> Compiler::compile_near(const NearNode& near, Purpose purpose) {
  std::vector<Leaf> leaves;
  std::vector<Query> parts;
  for (const Node& operand : near.operands) {
    const auto* word = std::get_if<WordNode>(&operand.is);
    auto leaf = word != nullptr ? read_positional_leaf(*word, vocabulary_)
                                : read_leaf(std::get<PhraseNode>(operand.is), vocabulary_);
    if (!leaf) return leaf.error();
    auto part = compile_leaf(*leaf, purpose);
    if (!part) return part;
    parts.push_back(*std::move(part));
    leaves.push_back(*std::move(leaf));
  }
  const Query all(Query::OP_AND, parts.begin(), parts.end());
  auto* source = new NearSource(all, std::move(leaves), static_cast<std::uint32_t>(near.distance));
  return Query(Query::OP_FILTER, all, Query(source->release()));  // the query owns it from here on
}

Query Compiler::value_query(FieldId id, const std::string& value) const {
  const schema::Field& field = schema::field(id);
  const Query whole(schema::value_term(field, value));
  if (field.type != schema::FieldType::kName) return whole;
  std::vector<Query> spellings;
  for (const std::string& spelling : AuthorNames(database_).spellings(id, value)) {
    spellings.emplace_back(schema::value_term(field, spelling));
  }
  if (!spellings.empty()) return Query(Query::OP_OR, spellings.begin(), spellings.end());
  text::Analyser analyser;
  std::vector<Query> words;
  for (const std::string& word : analyser.words(value)) {
    words.emplace_back(schema::word_term(field, word));
  }
  return words.empty() ? whole : Query(Query::OP_PHRASE, words.begin(), words.end());
}

Query Compiler::any_value(FieldId field, const std::vector<std::string>& values) const {
  std::vector<Query> alternatives;
  for (const std::string& value : values) alternatives.push_back(value_query(field, value));
  return Query(Query::OP_OR, alternatives.begin(), alternatives.end());
}

Query Compiler::compile(const Filters& filters, std::optional<FieldId> without) const {
  Query query = Query::MatchAll;
  const auto require = [&query](const Query& part) { query = Query(Query::OP_AND, query, part); };
  const auto refuse = [&query](const Query& part) {
    query = Query(Query::OP_AND_NOT, query, part);
  };
  for (const FacetFilter& filter : filters.facets) {
    if (filter.field == without) continue;
    if (!filter.any_of.empty()) require(any_value(filter.field, filter.any_of));
    if (!filter.none_of.empty()) refuse(any_value(filter.field, filter.none_of));
  }
  const auto any_date = [](const std::vector<DateNode>& dates) {
    std::vector<Query> ranges;
    for (const DateNode& date : dates) ranges.push_back(date_query(date));
    return Query(Query::OP_OR, ranges.begin(), ranges.end());
  };
  if (!filters.dates.empty()) require(any_date(filters.dates));
  if (!filters.not_dates.empty()) refuse(any_date(filters.not_dates));
  for (const std::string& id : filters.not_articles) {
    refuse(Query(schema::make_term(schema::kArticlePrefix, id)));
  }
  return query;
}

}  // namespace postil::query
