// Long text on a terminal goes through the user's pager, as git does it.

#ifndef POSTIL_QUERY_PAGER_H_
#define POSTIL_QUERY_PAGER_H_

#include <string_view>

namespace postil::query {

// Gives `text` to the command in $PAGER ("less" if it is not set; "" or "cat" for none), run by the
// shell, with $LESS set to "FRX" unless the user has set it: colours come through, and what fits on
// the screen is printed at once. If the pager cannot be run, prints as print() does. Returns
// `status` once the pager has ended.
int print_paged(std::string_view text, int status);

}  // namespace postil::query

#endif  // POSTIL_QUERY_PAGER_H_
