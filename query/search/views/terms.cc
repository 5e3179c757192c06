#include "query/search/views/terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/schema/terms.h"
#include "query/search/keyness.h"
#include "query/search/slot_reader.h"
#include "query/search/views/cells.h"
#include "query/search/views/collection.h"

namespace postil::query {
namespace {

struct Counts {
  std::uint64_t places = 0;
  std::uint64_t records = 0;
};
using Words = std::unordered_map<std::string, Counts>;

bool is_prefix_letter(char c) { return c >= 'A' && c <= 'Z'; }

// Adds the words of one record's searched text, which are its terms without a prefix.
void count_record(const Xapian::Database& database, Xapian::docid id, Words& words) {
  auto term = database.termlist_begin(id);
  const auto end = database.termlist_end(id);
  while (term != end) {
    const std::string word = *term;
    if (!word.empty() && is_prefix_letter(word[0])) {
      term.skip_to("[");  // behind all the prefixes
      continue;
    }
    Counts& counts = words[word];
    counts.places += term.get_wdf();
    ++counts.records;
    ++term;
  }
}

struct Matched {
  Words words;
  std::uint64_t places = 0;
  std::uint64_t records = 0;
};

Matched count(const Prepared& question) {
  const Xapian::Database& database = question.state.database;
  SlotReader lengths(database, schema::kLengthSlot);
  Matched matched;
  for (const Xapian::docid id : question.matches) {
    count_record(database, id, matched.words);
    matched.places += schema::decode_number(lengths.read(id));
    ++matched.records;
  }
  return matched;
}

struct Row {
  std::string word;
  Counts counts;
  std::uint64_t in_all = 0;
  double keyness = 0;
};

// The most that the keyness of a word can be: if it stood in no other record.
std::vector<Row> candidates(const Matched& matched, std::uint64_t all, std::uint64_t floor) {
  std::vector<Row> rows;
  for (const auto& [word, counts] : matched.words) {
    if (counts.places == 0 || counts.places < floor) continue;
    const Contingency table{counts.places, matched.places, counts.places, all};
    rows.push_back({word, counts, 0, log_likelihood(table)});
  }
  return rows;
}

bool comes_before(const Row& a, const Row& b) {
  return a.keyness != b.keyness ? a.keyness > b.keyness : a.word < b.word;
}

Contingency table_of(const Row& row, const Matched& matched, std::uint64_t all) {
  return {row.counts.places, matched.places, row.in_all, all};
}

// The rows within the limit. A word's frequency in the collection is only looked up while the most
// that its keyness can be still reaches the best found.
std::vector<Row> choose(std::vector<Row> rows, const Matched& matched, const Collection& collection,
                        std::uint64_t all, std::uint64_t limit) {
  std::sort(rows.begin(), rows.end(), comes_before);
  std::vector<Row> best;  // a heap with the worst in front
  for (Row& row : rows) {
    const bool is_full = limit > 0 && best.size() == limit;
    if (is_full && row.keyness < best.front().keyness) break;
    row.in_all = collection.frequency(row.word);
    const Contingency table = table_of(row, matched, all);
    if (static_cast<double>(row.counts.places) <= expected(table)) continue;
    row.keyness = log_likelihood(table);
    if (is_full && !comes_before(row, best.front())) continue;
    if (is_full) {
      std::pop_heap(best.begin(), best.end(), comes_before);
      best.pop_back();
    }
    best.push_back(std::move(row));
    std::push_heap(best.begin(), best.end(), comes_before);
  }
  std::sort(best.begin(), best.end(), comes_before);
  return best;
}

}  // namespace

Status Terms::run(const Prepared& question, RowSink& rows) const {
  const Matched matched = count(question);
  const auto collection = Collection::of(question);
  if (!collection) return collection.error();
  const std::uint64_t all = collection->words();
  const std::vector<Row> found =
      choose(candidates(matched, all, options_.floor), matched, *collection, all, options_.limit);
  rows.begin({{"word", "word"},
              {"in_matches", "in matches", ColumnKind::kNumber},
              {"records", "records", ColumnKind::kNumber},
              {"in_all", "in all", ColumnKind::kNumber},
              {"expected", "expected", ColumnKind::kNumber},
              {"ratio", "ratio", ColumnKind::kNumber},
              {"keyness", "keyness", ColumnKind::kBar}});
  for (const Row& row : found) {
    const Contingency table = table_of(row, matched, all);
    rows.row({row.word, row.counts.places, row.counts.records, row.in_all, expected(table),
              number_cell(rate_ratio(table)), row.keyness});
  }
  rows.note(
      fmt::format("{} matching records with {} of {} words", matched.records, matched.places, all));
  if (matched.records > 0 && matched.records == collection->records().size()) {
    rows.note(
        "they are all that passes the filters, which leaves no rest to tell them from: add a word "
        "or "
        "phrase to the question");
  }
  rows.end(matched.records > 0);
  return ok();
}

}  // namespace postil::query
