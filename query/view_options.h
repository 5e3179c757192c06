// The options of the views: what was typed, and the view that it asks for.

#ifndef POSTIL_QUERY_VIEW_OPTIONS_H_
#define POSTIL_QUERY_VIEW_OPTIONS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "query/modes.h"
#include "query/search/view.h"

namespace postil::query {

// As typed; "" where nothing was.
struct TypedView {
  std::string width;
  std::string sort;
  std::string sample;
  std::string seed;
  std::string period;
  std::string window;
  std::string floor;
  std::string measure;
  std::string field;
};

struct ReadView {
  std::shared_ptr<const View> view;
  std::string name;
  int context = 0;  // of KWIC: columns on either side on a terminal; 0: what fits
};

// The view of `mode`, one of kViews. `limit` is --limit; without it KWIC, timelines and comparisons
// are whole, the others end after kUsualRows. `terminal_width` is 0 where the form is no text, else
// what KWIC's contexts should fill unless a width was typed.
Result<ReadView> read_view(Mode mode, const TypedView& typed, std::optional<std::uint64_t> limit,
                           int terminal_width);

inline constexpr std::uint64_t kUsualRows = 50;

}  // namespace postil::query

#endif  // POSTIL_QUERY_VIEW_OPTIONS_H_
