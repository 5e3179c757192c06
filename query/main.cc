// postil-query: answers a question about a folder of articles that postil-index has read.
#include "core/base/heap.h"
#include "core/base/standard_streams.h"
#include "query/actions.h"
#include "query/console.h"
#include "query/options.h"

int main(int argc, char** argv) {
  using namespace postil::query;
  postil::hold_standard_streams();
  postil::keep_freed_memory();
  const auto options = read_options(argc, argv);
  if (!options) return report(options.error());
  return run(*options);
}
