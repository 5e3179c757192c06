// postil-index: reads folders of articles into a database for postil-query.
#include "core/base/standard_streams.h"
#include "indexer/console.h"
#include "indexer/inspect.h"
#include "indexer/options.h"
#include "indexer/run.h"
#include "indexer/worker/serve.h"

int main(int argc, char** argv) {
  using namespace postil::index;
  if (is_worker(argc, argv)) return serve_as_worker(argc, argv);
  postil::hold_standard_streams();
  const auto options = read_options(argc, argv);
  if (!options) return report_error(options.error());
  if (!options->answer.empty()) return print(options->answer) ? kDone : report_unprinted("");
  return options->inspect.empty() ? run(*options) : inspect(*options);
}
