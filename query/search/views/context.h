// Cuts the text around an occurrence: so much of its paragraph on either side as a line has room
// for.

#ifndef POSTIL_QUERY_SEARCH_VIEWS_CONTEXT_H_
#define POSTIL_QUERY_SEARCH_VIEWS_CONTEXT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text/analyser.h"

namespace postil::query {

// Views of one text, side by side.
struct Context {
  std::string_view left;
  std::string_view match;
  std::string_view right;
};

// The words numbered `first` to `last` with at most `characters` code points on either side. No
// word at the outer ends is cut in two unless it is the nearest one and alone longer than that.
Context cut_by_characters(std::string_view text, const std::vector<text::Word>& words,
                          std::uint32_t first, std::uint32_t last, std::uint32_t characters);

// The same with `count` words on either side, if there are as many in the text; what stands before
// the first or behind the last word of the text comes along with it.
Context cut_by_words(std::string_view text, const std::vector<text::Word>& words,
                     std::uint32_t first, std::uint32_t last, std::uint32_t count);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_VIEWS_CONTEXT_H_
