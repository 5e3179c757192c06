// The command line of postil-query, read and checked: what actions.h acts on.

#ifndef POSTIL_QUERY_OPTIONS_H_
#define POSTIL_QUERY_OPTIONS_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/schema/fields.h"
#include "query/console.h"
#include "query/modes.h"
#include "query/output/output.h"
#include "query/search/request.h"
#include "query/search/view.h"

namespace postil::query {

struct Options {
  Mode mode = Mode::kAnswer;
  std::string text;  // the help or the version: to be printed, and nothing else done; "" if none

  std::string database;    // a name for Searcher::open
  std::string question;    // valid UTF-8; empty: all that passes the filters
  std::string like;        // an id, a path, a file, or "-" for standard input; "" if none
  std::string show;        // of kShow: an id or a path
  std::string saved_name;  // of kSave and kForget
  std::string batch_file;  // "-" for standard input

  bool any = false;
  bool all_versions = false;
  bool variants = true;       // other spellings of names match as well
  std::string variants_file;  // of more names; "" if none was given
  Filters filters;
  std::vector<schema::FieldId> facets;
  Sort sort = Sort::kRelevance;
  std::uint64_t limit = 10;
  std::uint64_t offset = 0;

  std::shared_ptr<const View> view;  // of kViews; never null in these modes
  std::string view_name;             // "kwic"

  const Output* output = nullptr;  // never null once read
  bool count_only = false;
  bool nul_paths = false;
  bool furniture = false;
  int context = 0;  // of kKwic: columns on either side; 0: what fits
  bool pager = true;
  ColourChoice colour = ColourChoice::kAuto;
};

// An Error of kind kUsage for what cannot be understood.
Result<Options> read_options(int argc, const char* const* argv);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OPTIONS_H_
