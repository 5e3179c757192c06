#include "query/search/near_source.h"

#include <algorithm>

#include "query/search/occurrences.h"
#include "query/search/records.h"

namespace postil::query {

NearSource::NearSource(Xapian::Query candidates, std::vector<Leaf> operands, std::uint32_t distance)
    : candidates_(std::move(candidates)), operands_(std::move(operands)), distance_(distance) {}

void NearSource::init(const Xapian::Database& database) {
  verified_.clear();
  at_ = 0;
  started_ = false;
  for (const Xapian::docid id : matching_records(database, candidates_)) {
    std::vector<std::vector<Occurrence>> found;
    for (const Leaf& operand : operands_) {
      found.push_back(occurrences_in(database, id, operand));
    }
    if (!find_near(found, distance_).empty()) verified_.push_back(id);
  }
}

Xapian::doccount NearSource::get_termfreq_max() const {
  return static_cast<Xapian::doccount>(verified_.size());
}

void NearSource::next(double) {
  if (started_) ++at_;
  started_ = true;
}

void NearSource::skip_to(Xapian::docid id, double) {
  started_ = true;
  const auto from = verified_.begin() + static_cast<std::ptrdiff_t>(at_);
  at_ = static_cast<std::size_t>(std::lower_bound(from, verified_.end(), id) - verified_.begin());
}

bool NearSource::at_end() const { return started_ && at_ >= verified_.size(); }

Xapian::docid NearSource::get_docid() const { return verified_[at_]; }

Xapian::PostingSource* NearSource::clone() const {
  return new NearSource(candidates_, operands_, distance_);
}

}  // namespace postil::query
