#include "query/search/views/collocates.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/search/keyness.h"
#include "query/search/views/cells.h"
#include "query/search/views/collection.h"
#include "query/search/views/places.h"

namespace postil::query {
namespace {

struct Places {
  std::uint64_t near = 0;
  std::uint64_t in_match = 0;
};

struct Counted {
  std::unordered_map<std::string, Places> words;
  Places all;
  std::uint64_t matches = 0;
  std::uint64_t note_matches = 0;
};

enum class Role : std::uint8_t { kElsewhere, kNear, kInMatch };

std::vector<Role> assign_roles(const MatchedText& text, std::uint32_t window) {
  std::vector<Role> roles(text.words.size(), Role::kElsewhere);
  for (const MatchPlace& place : text.places) {
    for (const std::uint32_t word : place.words) {
      const std::size_t from = word > window ? word - window : 0;
      const std::size_t to = std::min(roles.size(), std::size_t{word} + window + 1);
      for (std::size_t at = from; at < to; ++at) roles[at] = std::max(roles[at], Role::kNear);
    }
  }
  for (const MatchPlace& place : text.places) {
    for (const std::uint32_t word : place.words) roles[word] = Role::kInMatch;
  }
  return roles;
}

void count_text(const MatchedText& text, std::uint32_t window, text::Analyser& analyser,
                Counted& counted) {
  const std::vector<Role> roles = assign_roles(text, window);
  std::size_t at = 0;
  std::string key;
  text::WordStream stream(analyser, text.text);
  for (text::Word word; stream.next(word); ++at) {
    if (roles[at] == Role::kElsewhere) continue;
    Places& places = counted.words[key.assign(word.term)];
    std::uint64_t Places::*count = roles[at] == Role::kNear ? &Places::near : &Places::in_match;
    ++(places.*count);
    ++(counted.all.*count);
  }
}

Result<Counted> count(const Prepared& question, std::uint32_t window) {
  Counted counted;
  const Status status = each_matched_text(question, [&](const MatchedText& text) {
    if (text.zone == schema::Zone::kNote) {
      counted.note_matches += text.places.size();
      return true;
    }
    counted.matches += text.places.size();
    count_text(text, window, question.state.analyser, counted);
    return true;
  });
  if (!status) return status.error();
  return counted;
}

struct Row {
  std::string word;
  std::uint64_t near = 0;
  std::uint64_t in_all = 0;
  double expected = 0;
  double log_likelihood = 0;
  double log_dice = 0;
};

std::vector<Row> measure(const Counted& counted, const Collection& collection,
                         const CollocateOptions& options) {
  const std::uint64_t all = collection.words() - counted.all.in_match;
  std::vector<Row> rows;
  for (const auto& [word, places] : counted.words) {
    if (places.near == 0 || places.near < options.floor) continue;
    const std::uint64_t in_all = collection.frequency(word) - places.in_match;
    const Contingency table{places.near, counted.all.near, in_all, all};
    const double by_chance = expected(table);
    if (static_cast<double>(places.near) <= by_chance) continue;
    rows.push_back({word, places.near, in_all, by_chance, log_likelihood(table),
                    log_dice(places.near, counted.matches, in_all)});
  }
  return rows;
}

void sort_rows(std::vector<Row>& rows, CollocateSort sort) {
  double Row::*measure = sort == CollocateSort::kLogDice ? &Row::log_dice : &Row::log_likelihood;
  std::sort(rows.begin(), rows.end(), [measure](const Row& a, const Row& b) {
    if (a.*measure != b.*measure) return a.*measure > b.*measure;
    return a.near != b.near ? a.near > b.near : a.word < b.word;
  });
}

}  // namespace

Status Collocates::run(const Prepared& question, RowSink& rows) const {
  const auto counted = count(question, options_.window);
  if (!counted) return counted.error();
  const auto collection = Collection::of(question);
  if (!collection) return collection.error();
  std::vector<Row> found = measure(*counted, *collection, options_);
  sort_rows(found, options_.sort);
  rows.begin({{"word", "word"},
              {"near", "near", ColumnKind::kNumber},
              {"in_all", "in all", ColumnKind::kNumber},
              {"expected", "expected", ColumnKind::kNumber},
              {"log_likelihood", "G²", ColumnKind::kBar},
              {"log_dice", "logDice", ColumnKind::kNumber}});
  const std::uint64_t shown = rows_within(options_.limit, found.size());
  for (std::uint64_t i = 0; i < shown; ++i) {
    const Row& row = found[i];
    rows.row({row.word, row.near, row.in_all, row.expected, row.log_likelihood, row.log_dice});
  }
  rows.note(fmt::format("{} matches, with {} words at most {} words away from one",
                        counted->matches, counted->all.near, options_.window));
  if (counted->note_matches > 0) {
    rows.note(fmt::format("{} matches in author notes are not looked at", counted->note_matches));
  }
  note_cut(shown, found.size(), "words", rows);
  rows.end(counted->matches + counted->note_matches > 0);
  return ok();
}

}  // namespace postil::query
