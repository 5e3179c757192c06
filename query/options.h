// The command line of postil-query, read and checked: what actions.h acts on.

#ifndef POSTIL_QUERY_OPTIONS_H_
#define POSTIL_QUERY_OPTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/schema/fields.h"
#include "query/console.h"
#include "query/output/output.h"
#include "query/search/request.h"

namespace postil::query {

enum class Action : std::uint8_t {
  kAsk,
  kExplain,
  kBatch,
  kStats,
  kFields,
  kPrint,  // `text`: the help or the version
};

struct Options {
  Action action = Action::kAsk;
  std::string text;

  std::string database;    // a name for Searcher::open
  std::string question;    // valid UTF-8; empty: all that passes the filters
  std::string batch_file;  // "-" for standard input

  bool any = false;
  Filters filters;
  std::vector<schema::FieldId> facets;
  Sort sort = Sort::kRelevance;
  std::uint64_t limit = 10;
  std::uint64_t offset = 0;

  const Output* output = nullptr;  // never null once read
  bool count_only = false;
  bool paths_only = false;
  bool nul_paths = false;
  ColourChoice colour = ColourChoice::kAuto;
};

// An Error of kind kUsage for what cannot be understood.
Result<Options> read_options(int argc, const char* const* argv);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OPTIONS_H_
