// Finds in a text what a question matched there: the highlights, and how close together the
// question's parts stand. Uses the analyser, the stems and the phrase logic of the index, so that
// what is highlighted is what matched.

#ifndef POSTIL_QUERY_SEARCH_SPOTTER_H_
#define POSTIL_QUERY_SEARCH_SPOTTER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schema/zone.h"
#include "core/text/analyser.h"
#include "query/parse/ast.h"
#include "query/search/answer.h"
#include "query/search/leaf.h"
#include "query/search/positional.h"
#include "query/search/vocabulary.h"

namespace postil::query {

// A part of the question that can be pointed at: a word, a phrase, or words and phrases near each
// other.
struct Target {
  std::vector<Leaf> operands;  // more than one only for NEAR
  std::uint32_t distance = 0;
};

// One place where a target stands, as the numbers of its words in the text, counted from 0.
struct Spot {
  std::size_t target = 0;
  Occurrence words;
  std::uint32_t stretch = 0;  // the same for the spots of one NEAR, else each its own
};

// All that was found in one stretch of text.
struct Spots {
  std::vector<text::Word> words;  // of the text, only their bytes (the terms are empty)
  std::vector<Spot> found;        // by first word

  bool empty() const { return found.empty(); }
};

// The smallest stretch of words with as many different targets as there are.
struct Closeness {
  std::size_t targets = 0;  // different ones in the stretch
  std::uint32_t first_word = 0;
  std::uint32_t last_word = 0;
  bool in_order = false;  // as in the question

  // From 0 (nothing there) upwards: more targets first, then closer together, then in order.
  double score() const;
};

class Spotter {
 public:
  // Reads the targets of a question: all its words and phrases on text that are not beneath a NOT.
  // `vocabulary` and `analyser` must outlive the spotter.
  static Result<Spotter> make(const Node& tree, Vocabulary& vocabulary, text::Analyser& analyser);

  std::size_t target_count() const { return targets_.size(); }

  // Every spot in a stretch of text in this zone of a record in this language.
  Spots find(std::string_view text, schema::Zone zone, std::string_view language);

 private:
  Spotter(std::vector<Target> targets, Vocabulary& vocabulary, text::Analyser& analyser)
      : targets_(std::move(targets)), vocabulary_(vocabulary), analyser_(analyser) {}

  std::vector<Target> targets_;
  Vocabulary& vocabulary_;
  text::Analyser& analyser_;
};

Closeness closeness(const Spots& spots);

// What to highlight of the spots: a phrase side by side as one span, otherwise each word.
std::vector<Highlight> highlights(const Spots& spots);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_SPOTTER_H_
