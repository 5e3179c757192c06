// NEAR over phrases, which Xapian's own operator cannot hold: the records of a candidate query
// whose position lists bring all operands near each other, verified one by one (positional.h).

#ifndef POSTIL_QUERY_SEARCH_NEAR_SOURCE_H_
#define POSTIL_QUERY_SEARCH_NEAR_SOURCE_H_

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "query/search/leaf.h"

namespace postil::query {

// Local databases only: a remote server does not know this class and says so by an error.
class NearSource : public Xapian::PostingSource {
 public:
  // `candidates` matches every record in which all `operands` occur.
  NearSource(Xapian::Query candidates, std::vector<Leaf> operands, std::uint32_t distance);

  Xapian::doccount get_termfreq_min() const override { return get_termfreq_max(); }
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
  Xapian::doccount get_termfreq_max() const override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  bool at_end() const override;
  Xapian::docid get_docid() const override;
  Xapian::PostingSource* clone() const override;
  void init(const Xapian::Database& database) override;

 private:
  Xapian::Query candidates_;
  std::vector<Leaf> operands_;
  std::uint32_t distance_;
  std::vector<Xapian::docid> verified_;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_NEAR_SOURCE_H_
