// How close together the question's words and phrases stand in a record: told from the index, so
// that many records can be compared without reading their texts.

#ifndef POSTIL_QUERY_SEARCH_NEARNESS_H_
#define POSTIL_QUERY_SEARCH_NEARNESS_H_

#include <xapian.h>

#include <utility>
#include <vector>

#include "core/base/result.h"
#include "query/search/records.h"
#include "query/search/state.h"
#include "query/search/target.h"

namespace postil::query {

class Nearness {
 public:
  // Reads the targets of a question. The state must outlive it. All that follows throws what Xapian
  // throws.
  static Result<Nearness> make(const Node& tree, const State& state);

  const std::vector<Target>& targets() const { return targets_; }

  // Learns how often the words occur in these records, which are those to be asked about.
  void expect(RecordIds ids);

  // The score of closeness that no stretch of the record's text can exceed.
  double most(Xapian::docid id) const;

  // The best stretch anywhere in the record's text.
  Closeness in(Xapian::docid id);

 private:
  // A stem, and how often it occurs in each of the records.
  struct Stem {
    std::string term;
    std::vector<Xapian::termcount> counts;
  };
  // A word of a target.
  struct Word {
    std::size_t target = 0;
    std::size_t operand = 0;
    std::size_t word = 0;
    std::vector<Stem> stems;  // none if it is looked for as it is
  };

  Nearness(std::vector<Target> targets, const State& state);

  const Leaf& leaf_of(const Word& word) const {
    return targets_[word.target].operands[word.operand];
  }
  std::size_t place_of(Xapian::docid id) const;
  bool look_up(Xapian::docid id, std::string_view language, bool comment,
               std::vector<TargetPositions>& positions) const;
  bool look_up(const Word& word, Xapian::docid id, std::string_view language,
               Positions& places) const;

  std::vector<Target> targets_;
  const State& state_;
  std::vector<Word> words_;
  RecordIds ids_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_NEARNESS_H_
