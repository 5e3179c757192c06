// The records of one term and where it stands in them, asked for in ascending order of the records.

#ifndef POSTIL_QUERY_SEARCH_POSTINGS_H_
#define POSTIL_QUERY_SEARCH_POSTINGS_H_

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "query/search/glass/postings.h"
#include "query/search/leaf.h"
#include "query/search/positional.h"
#include "query/search/records.h"
#include "query/search/state.h"

namespace postil::query {

// The place of the first record from `id` on, at `place` or behind; it is often near.
inline std::size_t first_from(const RecordIds& ids, std::size_t place, Xapian::docid id) {
  std::size_t step = 1;
  while (place + step < ids.size() && ids[place + step] < id) step *= 2;
  const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(place + step / 2);
  const auto end =
      ids.begin() + static_cast<std::ptrdiff_t>(std::min(place + step + 1, ids.size()));
  return static_cast<std::size_t>(std::lower_bound(begin, end, id) - ids.begin());
}

// All throw what Xapian throws. The state must outlive them.

class Postings {
 public:
  // Stands at the first record of the term; every record has the term "".
  Postings(const State& state, const std::string& term);

  bool at_end() const { return own_ ? own_->at_end() : at_ == end_; }

  // Only where it is not at the end.
  Xapian::docid here() const { return own_ ? own_->document() : *at_; }
  Xapian::termcount frequency() const { return own_ ? own_->frequency() : at_.get_wdf(); }
  void next() { own_ ? own_->next() : void(++at_); }

  // The first record from `id` on; it never goes back.
  void skip_to(Xapian::docid id) { own_ ? own_->skip_to(id) : at_.skip_to(id); }

  bool contains(Xapian::docid id) {
    if (!at_end() && here() < id) skip_to(id);
    return !at_end() && here() == id;
  }

  // Calls `visit` with the place of each of these records that has the term, standing at it.
  // Quick where there are few of either.
  template <class Visit>
  void each_of(const RecordIds& ids, Visit&& visit) {
    for (std::size_t place = 0; place < ids.size() && !at_end();) {
      if (here() < ids[place]) {
        skip_to(ids[place]);
      } else if (here() > ids[place]) {
        place = first_from(ids, place, here());
      } else {
        visit(place++);
        next();
      }
    }
  }

 private:
  std::optional<glass::Postings> own_;  // where the tables can be read
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
};

// How many records have a term.
Xapian::doccount record_count(const State& state, const std::string& term);

// The lengths of these records as Xapian counts them.
std::vector<Xapian::termcount> lengths_of(const State& state, const RecordIds& ids);

// Where a term stands. Quickest in ascending order of records.
class TermPositions {
 public:
  TermPositions(const State& state, std::string term);

  // Appends those in a record that has the term; of those above `up_to` perhaps only some.
  void append(Xapian::docid id, Positions& positions, std::uint32_t up_to = UINT32_MAX);

 private:
  const State& state_;
  std::string term_;
  std::optional<glass::Cursor> own_;  // where the tables can be read
  std::string key_;                   // of the table; what is behind the term changes
  std::size_t prefix_size_ = 0;
};

// The terms that one word of a question stands for.
std::vector<std::string> terms_of(schema::FieldId id, const WordSet& word);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_POSTINGS_H_
