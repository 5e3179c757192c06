// One article, to be read or cited.
#include <string>

#include "query/actions.h"
#include "query/pager.h"

namespace postil::query {

int show_article(const Options& options, Searcher& searcher) {
  const auto request = read_question(options, searcher);
  if (!request) return kFailed;
  const auto reading = searcher.read(options.show, request->tree);
  if (!reading) return report(reading.error());
  std::string out;
  options.output->article(*reading, output_options(options), out);
  const bool page = options.pager && options.output->name == "text" && stdout_is_terminal();
  return page ? print_paged(out, kFound) : print_form(*options.output, out, kFound);
}

}  // namespace postil::query
