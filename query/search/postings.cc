#include "query/search/postings.h"

#include <algorithm>
#include <utility>

#include "core/schema/glass_keys.h"
#include "core/schema/terms.h"
#include "query/search/glass/position_list.h"

namespace postil::query {
Postings::Postings(const State& state, const std::string& term) {
  if (state.tables != nullptr) {
    own_.emplace(state.tables->postlist, term);
  } else {
    at_ = state.database.postlist_begin(term);
    end_ = state.database.postlist_end(term);
  }
}

Xapian::doccount record_count(const State& state, const std::string& term) {
  if (term.empty() || state.tables == nullptr) return state.database.get_termfreq(term);
  return glass::Postings(state.tables->postlist, term).size();
}

namespace {

// Documents are not numbered so sparsely that this wastes much.
constexpr std::size_t kMostUnused = 8;  // numbers for one that is used

// There, the frequency of "" is the length.
std::vector<std::uint32_t> read_lengths(const State& state) {
  std::vector<std::uint32_t> lengths;
  const std::size_t most = state.database.get_doccount() * kMostUnused;
  for (Postings all(state, ""); !all.at_end(); all.next()) {
    if (all.here() > most) return {};
    lengths.resize(all.here() + std::size_t{1});
    lengths.back() = all.frequency();
  }
  return lengths;
}

}  // namespace

std::vector<Xapian::termcount> lengths_of(const State& state, const RecordIds& ids) {
  std::vector<Xapian::termcount> lengths(ids.size());
  if (state.tables != nullptr) {
    glass::Lengths& kept = state.tables->lengths;
    const bool is_first_time = kept.asked_for <= state.database.get_doccount();
    kept.asked_for += ids.size();
    if (is_first_time && kept.asked_for > state.database.get_doccount()) {
      kept.of = read_lengths(state);
    }
    if (!kept.of.empty()) {
      std::transform(ids.begin(), ids.end(), lengths.begin(),
                     [&kept](Xapian::docid id) { return id < kept.of.size() ? kept.of[id] : 0; });
      return lengths;
    }
    Postings all(state, "");
    all.each_of(ids, [&](std::size_t place) { lengths[place] = all.frequency(); });
  } else {
    std::transform(ids.begin(), ids.end(), lengths.begin(),
                   [&](Xapian::docid id) { return state.database.get_doclength(id); });
  }
  return lengths;
}

TermPositions::TermPositions(const State& state, std::string term)
    : state_(state), term_(std::move(term)) {
  if (state.tables != nullptr) own_.emplace(state.tables->position);
  schema::put_sorted_string(key_, term_, false);
  prefix_size_ = key_.size();
}

void TermPositions::append(Xapian::docid id, Positions& positions, std::uint32_t up_to) {
  if (!own_) {
    positions.insert(positions.end(), state_.database.positionlist_begin(id, term_),
                     state_.database.positionlist_end(id, term_));
    return;
  }
  key_.resize(prefix_size_);
  schema::put_sorted_number(key_, id);
  const auto tag = own_->find(key_);
  if (tag && !glass::append_positions(*tag, positions, up_to)) {
    throw Xapian::DatabaseCorruptError("a list of positions is damaged");
  }
}

std::vector<std::string> terms_of(schema::FieldId id, const WordSet& word) {
  const schema::Field& field = schema::field(id);
  std::vector<std::string> terms;
  for (const std::string& text : word.accepted) {
    terms.push_back(word.by_stem ? schema::stem_term(field, text) : schema::word_term(field, text));
  }
  return terms;
}

}  // namespace postil::query
