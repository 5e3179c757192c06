#include "query/search/records.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "core/schema/terms.h"
#include "query/search/postings.h"

namespace postil::query {
namespace {

RecordIds records_with(const State& state, const std::string& term, const RecordIds* within) {
  RecordIds ids;
  Postings postings(state, term);
  if (within != nullptr) {
    postings.each_of(*within, [&](std::size_t place) { ids.push_back((*within)[place]); });
  } else {
    ids.reserve(std::min(record_count(state, term), state.database.get_doccount()));
    for (; !postings.at_end(); postings.next()) ids.push_back(postings.here());
  }
  return ids;
}

// Merges sorted runs, each of which begins where `begins` says; the last end is the end of `ids`.
void merge_runs(RecordIds& ids, const std::vector<std::size_t>& begins) {
  const auto at = [&](std::size_t run) {
    return ids.begin() +
           static_cast<std::ptrdiff_t>(run < begins.size() ? begins[run] : ids.size());
  };
  for (std::size_t width = 1; width < begins.size(); width *= 2) {
    for (std::size_t run = 0; run + width < begins.size(); run += 2 * width) {
      std::inplace_merge(at(run), at(run + width), at(run + 2 * width));
    }
  }
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

std::string kind_term(schema::Kind kind) {
  return schema::value_term(schema::field(schema::FieldId::kKind), schema::name(kind));
}

}  // namespace

RecordIds common(const RecordIds& a, const RecordIds& b) {
  RecordIds both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

RecordIds united(const RecordIds& a, const RecordIds& b) {
  RecordIds all;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  return all;
}

RecordIds without(const RecordIds& ids, const RecordIds& refused) {
  RecordIds rest;
  std::set_difference(ids.begin(), ids.end(), refused.begin(), refused.end(),
                      std::back_inserter(rest));
  return rest;
}

std::vector<std::uint64_t> spread(const RecordIds& counted,
                                  const std::vector<std::uint64_t>& counts, const RecordIds& ids) {
  std::vector<std::uint64_t> all;
  all.reserve(ids.size());
  auto at = counted.begin();
  for (const Xapian::docid id : ids) {
    at = std::lower_bound(at, counted.end(), id);
    const bool found = at != counted.end() && *at == id;
    all.push_back(found ? counts[static_cast<std::size_t>(at - counted.begin())] : 0);
  }
  return all;
}

RecordIds records_with_any(const State& state, const std::vector<std::string>& terms,
                           const RecordIds* within) {
  if (terms.size() == 1) return records_with(state, terms.front(), within);
  RecordIds ids;
  std::vector<std::size_t> begins;
  for (const std::string& term : terms) {
    const RecordIds more = records_with(state, term, within);
    if (more.empty()) continue;
    begins.push_back(ids.size());
    ids.insert(ids.end(), more.begin(), more.end());
  }
  merge_runs(ids, begins);
  return ids;
}

std::string article_term() { return kind_term(schema::Kind::kArticle); }

std::string comment_term() { return kind_term(schema::Kind::kComment); }

}  // namespace postil::query
