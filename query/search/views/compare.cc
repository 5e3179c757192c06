#include "query/search/views/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/schema/terms.h"
#include "query/search/author_names.h"
#include "query/search/keyness.h"
#include "query/search/slot_reader.h"
#include "query/search/views/cells.h"
#include "query/search/views/collection.h"

namespace postil::query {
namespace {

struct Counts {
  std::uint64_t articles = 0;
  std::uint64_t comments = 0;
  std::uint64_t occurrences = 0;
  std::uint64_t words = 0;
  std::uint64_t records = 0;

  void add(const Counts& other) {
    articles += other.articles;
    comments += other.comments;
    occurrences += other.occurrences;
    words += other.words;
    records += other.records;
  }
};

// All spellings of one value.
struct Value {
  Counts counts;
  std::unordered_map<std::string, std::uint64_t> spellings;  // → records

  const std::string& commonest() const {
    return std::max_element(spellings.begin(), spellings.end(),
                            [](const auto& a, const auto& b) {
                              return a.second != b.second ? a.second < b.second : a.first > b.first;
                            })
        ->first;
  }
};

struct Counted {
  std::vector<Value> values;
  Counts unknown;
  Counts all;
  bool has_occurrences = false;
  bool has_rate = false;
};

// Sums up by value, finding the values of each slot's bytes once.
class ValueCounter {
 public:
  ValueCounter(const Xapian::Database& database, schema::FieldId field)
      : field_(field), names_(database) {}

  void add(const std::string& slot, const Counts& record, Counted& counted) {
    const std::vector<Named>& all = named_in(slot, counted);
    if (all.empty()) counted.unknown.add(record);
    for (const Named& named : all) {
      counted.values[named.value].counts.add(record);
      ++counted.values[named.value].spellings[named.spelling];
    }
  }

 private:
  // A value by the first of its spellings in a slot: two in one record may be one value.
  struct Named {
    std::size_t value = 0;
    std::string spelling;
  };

  const std::vector<Named>& named_in(const std::string& slot, Counted& counted) {
    const auto [known, is_new] = by_slot_.try_emplace(slot);
    std::vector<Named>& all = known->second;
    if (!is_new) return all;
    for (const std::string_view spelling : schema::counted_values(schema::field(field_), slot)) {
      const std::size_t value = number_of(std::string(spelling), counted);
      const bool is_met = std::any_of(all.begin(), all.end(),
                                      [&](const Named& named) { return named.value == value; });
      if (!is_met) all.push_back({value, std::string(spelling)});
    }
    return all;
  }

  std::size_t number_of(const std::string& spelling, Counted& counted) {
    const auto [found, is_new] = by_spelling_.try_emplace(spelling, 0);
    if (!is_new) return found->second;
    const auto [known, is_new_value] =
        by_key_.try_emplace(names_.key(field_, spelling), counted.values.size());
    if (is_new_value) counted.values.emplace_back();
    return found->second = known->second;
  }

  schema::FieldId field_;
  AuthorNames names_;
  std::unordered_map<std::string, std::vector<Named>> by_slot_;
  std::unordered_map<std::string, std::size_t> by_spelling_;
  std::unordered_map<std::string, std::size_t> by_key_;
};

Result<Counted> count(const Prepared& question, schema::FieldId field) {
  const Xapian::Database& database = question.state.database;
  const RecordIds& matches = question.matches;
  const auto& occurrences = question.occurrences;
  const auto collection = Collection::of(question);
  if (!collection) return collection.error();
  SlotReader lengths(database, schema::kLengthSlot);
  SlotReader kinds(database, schema::field(schema::FieldId::kKind).slot);
  SlotReader values(database, schema::field(field).slot);
  const std::string comment = schema::encode_values({std::string(name(schema::Kind::kComment))});
  Counted counted;
  counted.has_occurrences = occurrences.has_value();
  counted.has_rate = question.has_rate;
  ValueCounter counter(database, field);
  std::size_t next = 0;  // of the matches
  for (const Xapian::docid id : collection->records()) {
    Counts record;
    record.records = 1;
    record.words = schema::decode_number(lengths.read(id));
    if (next < matches.size() && matches[next] == id) {
      ++(kinds.read(id) == comment ? record.comments : record.articles);
      if (occurrences) record.occurrences = (*occurrences)[next];
      ++next;
    }
    counted.all.add(record);
    counter.add(values.read(id), record, counted);
  }
  return counted;
}

struct Row {
  std::string value;
  Counts counts;
  std::optional<double> ratio;
  double keyness = 0;
};

Row measure(std::string value, const Counts& counts, const Counted& counted) {
  const Counts& all = counted.all;
  const Contingency table =
      counted.has_rate ? Contingency{counts.occurrences, counts.words, all.occurrences, all.words}
                       : Contingency{counts.articles + counts.comments, counts.records,
                                     all.articles + all.comments, all.records};
  return {std::move(value), counts, rate_ratio(table), signed_log_likelihood(table)};
}

void print(const Row& row, const Counted& counted, RowSink& rows) {
  const Counts& counts = row.counts;
  std::optional<std::uint64_t> occurrences;
  std::optional<double> rate;
  if (counted.has_occurrences) occurrences = counts.occurrences;
  if (counted.has_rate) rate = per_million(counts.occurrences, counts.words);
  rows.row({text_cell(row.value), counts.articles, counts.comments, count_cell(occurrences),
            counts.words, counts.records, number_cell(rate), number_cell(row.ratio), row.keyness});
}

std::vector<Column> columns(schema::FieldId field, const Counted& counted) {
  return {{"value", schema::field(field).name, ColumnKind::kText, "unknown"},
          {"articles", "articles", ColumnKind::kNumber},
          {"comments", "comments", ColumnKind::kNumber, "", true},
          {"occurrences", "occurrences", ColumnKind::kNumber, "", !counted.has_occurrences},
          {"words", "of words", ColumnKind::kNumber, "", true},
          {"records", "of records", ColumnKind::kNumber, "", true},
          {"per_million", "per million words", ColumnKind::kNumber, "", !counted.has_rate},
          {"ratio", "ratio", ColumnKind::kNumber, "", true},
          {"keyness", "keyness", ColumnKind::kBar}};
}

}  // namespace

Status Compare::run(const Prepared& question, RowSink& rows) const {
  const auto counted = count(question, field_);
  if (!counted) return counted.error();
  std::vector<Row> found;
  for (const Value& value : counted->values) {
    found.push_back(measure(value.commonest(), value.counts, *counted));
  }
  std::sort(found.begin(), found.end(), [](const Row& a, const Row& b) {
    return a.keyness != b.keyness ? a.keyness > b.keyness : a.value < b.value;
  });
  rows.begin(columns(field_, *counted));
  const std::uint64_t shown = rows_within(limit_, found.size());
  for (std::uint64_t i = 0; i < shown; ++i) print(found[i], *counted, rows);
  if (counted->unknown.records > 0) {
    print(measure("", counted->unknown, *counted), *counted, rows);
  }
  if (!counted->has_occurrences) {
    rows.note(
        "ratio and keyness count matching records: occurrences are counted for a question of "
        "one word or one phrase");
  } else if (!counted->has_rate) {
    rows.note(fmt::format("{}: ratio and keyness count matching records", kNoRate));
  }
  note_cut(shown, found.size(), "values", rows);
  rows.end(counted->all.articles + counted->all.comments > 0);
  return ok();
}

}  // namespace postil::query
