// postil-query: answers a question about a folder of articles that postil-index has read.
#include "query/actions.h"
#include "query/console.h"
#include "query/options.h"

int main(int argc, char** argv) {
  using namespace postil::query;
  const auto options = read_options(argc, argv);
  if (!options) return report(options.error());
  return run(*options);
}
