#include "query/search/postings.h"

#include <utility>

#include "core/schema/glass_keys.h"
#include "core/schema/terms.h"
#include "query/search/glass/position_list.h"

namespace postil::query {
Postings::Postings(const State& state, std::string term) : term_(std::move(term)) {
  if (state.tables != nullptr) {
    own_.emplace(state.tables->postlist, term_);
  } else {
    at_ = state.database.postlist_begin(term_);
    end_ = state.database.postlist_end(term_);
  }
}

Xapian::doccount record_count(const State& state, const std::string& term) {
  if (term.empty() || state.tables == nullptr) return state.database.get_termfreq(term);
  return glass::Postings(state.tables->postlist, term).size();
}

Lengths::Lengths(const State& state) : state_(state) {
  if (state.tables != nullptr) own_.emplace(state.tables->postlist, "");
}

Xapian::termcount Lengths::of(Xapian::docid id) {
  if (!own_) return state_.database.get_doclength(id);
  own_->skip_to(id);
  return own_->at_end() || own_->document() != id ? 0 : own_->frequency();
}

void append_positions(const State& state, const std::string& term, Xapian::docid id,
                      Positions& positions) {
  if (state.tables == nullptr) {
    positions.insert(positions.end(), state.database.positionlist_begin(id, term),
                     state.database.positionlist_end(id, term));
    return;
  }
  std::string key;
  schema::put_sorted_string(key, term, false);
  schema::put_sorted_number(key, id);
  const auto tag = state.tables->position.find(key);
  if (tag && !glass::append_positions(*tag, positions)) {
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
