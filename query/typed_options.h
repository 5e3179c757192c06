// The options of postil-query as they were typed, and the one definition of each.

#ifndef POSTIL_QUERY_TYPED_OPTIONS_H_
#define POSTIL_QUERY_TYPED_OPTIONS_H_

#include <string>
#include <vector>

#include "query/option_table.h"
#include "query/option_values.h"
#include "query/view_options.h"

namespace postil::query {

struct TypedOptions {
  std::vector<FacetValues> facets;
  DateValues dates;
  TypedView view;
  std::vector<std::string> database;  // at most one is right
  std::string facet_list;
  std::string sort;
  std::string limit;
  std::string offset = "0";
  std::string format = "text";
  std::string colour = "auto";
  std::string batch;
  std::string save;
  std::string forget;
  bool list_saved = false;
  std::string like;
  std::string show;
  bool any = false;
  bool all_versions = false;
  bool no_variants = false;
  std::string variants;
  bool count = false;
  bool paths = false;
  bool nul = false;
  bool furniture = false;
  bool no_pager = false;
  bool collocates = false;
  bool terms = false;
  bool explain = false;
  bool fields = false;
  bool stats = false;
  bool help = false;
  bool version = false;
};

// Adds every option to `table`, with what it is typed into; `typed` must outlive the table.
void define_options(TypedOptions& typed, OptionTable& table);

}  // namespace postil::query

#endif  // POSTIL_QUERY_TYPED_OPTIONS_H_
