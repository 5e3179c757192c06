// Filters as options of the command line, which is how they are told: the query language has no
// form for all of them (`--outlet Courier` is a whole value, `outlet:"Courier"` words of it), and
// beside a join they choose otherwise than its fields do.

#ifndef POSTIL_QUERY_SEARCH_FILTER_OPTIONS_H_
#define POSTIL_QUERY_SEARCH_FILTER_OPTIONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "query/search/request.h"

namespace postil::query {

// "--tag 'Foreign Policy'": the option with its value, in single quotes, as a shell reads them, if
// it is not plain.
std::string option_text(std::string_view option, std::string_view value);

// One text a value. Articles that are left out are not among them: only --like names such.
std::vector<std::string> filter_options(const Filters& filters);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_FILTER_OPTIONS_H_
