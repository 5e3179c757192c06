// Finds in a text what a question matched there: the highlights. Uses the analyser, the stems and
// the phrase logic of the index, so that what is highlighted is what matched.

#ifndef POSTIL_QUERY_SEARCH_SPOTTER_H_
#define POSTIL_QUERY_SEARCH_SPOTTER_H_

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schema/zone.h"
#include "core/text/analyser.h"
#include "query/parse/ast.h"
#include "query/search/answer.h"
#include "query/search/target.h"
#include "query/search/vocabulary.h"

namespace postil::query {

// All that was found in one stretch of text.
struct Spots {
  std::vector<text::Word> words;  // of the text, only their bytes (the terms are empty)
  std::vector<Spot> found;        // by first word; their positions are numbers of words, from 0

  bool empty() const { return found.empty(); }
};

class Spotter {
 public:
  // Reads the targets of a question. `vocabulary` and `analyser` must outlive the spotter.
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

// What to highlight of the spots: a phrase side by side as one span, otherwise each word.
std::vector<Highlight> highlights(const Spots& spots);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_SPOTTER_H_
