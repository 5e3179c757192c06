// Which paragraphs of all articles are furniture because they recur, and which articles were made
// on another opinion: recurrence.h applied to a whole collection at once. Pure; knows no database.
//
// All articles are shown twice: counted, then collected. The first time tells what cannot recur,
// nearly all of it, so that the second keeps little.

#ifndef POSTIL_INDEXER_RECURRING_CENSUS_H_
#define POSTIL_INDEXER_RECURRING_CENSUS_H_

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/recurring/recurrence.h"

namespace postil::index {

class Census {
 public:
  // `articles`: about how many there are.
  explicit Census(std::size_t articles);

  void count(const Recurrence& article);

  // When all have been counted; `article` is named in the outcome.
  void collect(std::uint32_t article, const Recurrence& recurrence);

  // When all have been collected.
  struct Outcome {
    std::unordered_set<std::uint64_t> furniture;  // keys of paragraphs
    std::vector<std::uint32_t> wrong;             // articles with a paragraph of another fate
  };
  Outcome finish();

 private:
  struct Entry {
    std::uint64_t key = 0;
    std::uint64_t group = 0;
    std::uint32_t article = 0;
    std::uint32_t kin = 0;
    bool at_edge = false;
    bool is_first = false;  // in its article
    bool is_body = false;   // as the article was made
  };

  std::uint8_t& times(std::uint64_t key) { return times_[key & (times_.size() - 1)]; }
  bool is_furniture(const Entry* begin, const Entry* end) const;

  // How often keys with these lowest bits were counted, up to kLeastRecurrence: never too little.
  std::vector<std::uint8_t> times_;
  std::unordered_map<std::uint64_t, std::uint64_t> group_sizes_;
  std::vector<Entry> entries_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_RECURRING_CENSUS_H_
