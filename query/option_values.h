// What the values of options mean: names of facets and orders, years, dates and numbers. Each
// mistake is told with the option it was given to and with what could be written instead.

#ifndef POSTIL_QUERY_OPTION_VALUES_H_
#define POSTIL_QUERY_OPTION_VALUES_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schema/fields.h"
#include "query/console.h"
#include "query/output/output.h"
#include "query/search/request.h"

namespace postil::query {

// The values of one facet's option and of its --not- twin, as typed.
struct FacetValues {
  schema::FieldId field = schema::FieldId::kAuthor;
  std::vector<std::string> any_of;
  std::vector<std::string> none_of;
};

struct DateValues {
  std::vector<std::string> since;
  std::vector<std::string> until;
  std::vector<std::string> not_since;
  std::vector<std::string> not_until;
};

Result<Filters> read_filters(const std::vector<FacetValues>& facets, const DateValues& dates);

// "all", "none", "author,year", or "" for what an answer shows unasked.
Result<std::vector<schema::FieldId>> read_facets(const std::string& list);

Result<Sort> read_sort(const std::string& name);
Result<const Output*> read_format(const std::string& name);
Result<ColourChoice> read_colour(const std::string& name);
Result<std::uint64_t> read_count(std::string_view option, const std::string& value);

// The names that read_format and read_sort know, for --help: "text, json, …".
std::string format_names();
std::string sort_names();

// The names of the fields that can be counted or compared by.
std::string facet_names();

// The names of the forms of which `can(form)` is true: "text, csv or json".
std::string format_names_if(const std::function<bool(const Output&)>& can);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OPTION_VALUES_H_
