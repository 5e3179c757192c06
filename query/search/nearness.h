// How close together the question's words and phrases stand in a record: told from the index, so
// that many records can be compared without reading their texts.

#ifndef POSTIL_QUERY_SEARCH_NEARNESS_H_
#define POSTIL_QUERY_SEARCH_NEARNESS_H_

#include <xapian.h>

#include <utility>
#include <vector>

#include "core/base/result.h"
#include "query/search/state.h"
#include "query/search/target.h"

namespace postil::query {

class Nearness {
 public:
  // Reads the targets of a question. The state must outlive it.
  static Result<Nearness> make(const Node& tree, const State& state);

  const std::vector<Target>& targets() const { return targets_; }

  // The best stretch anywhere in the record's text. One pass over the record's terms. Throws what
  // Xapian throws.
  Closeness in(Xapian::docid id);

 private:
  Nearness(std::vector<Target> targets, const State& state)
      : targets_(std::move(targets)), state_(state) {}

  std::vector<Target> targets_;
  const State& state_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_NEARNESS_H_
