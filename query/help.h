// What --help and --version print.

#ifndef POSTIL_QUERY_HELP_H_
#define POSTIL_QUERY_HELP_H_

#include <string>

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own
class App;
}

namespace postil::query {

// Examples first, then each option of `app` by its groups.
std::string help_text(const CLI::App& app);

// Of the program, the schema and the libraries in use.
std::string version_text();

}  // namespace postil::query

#endif  // POSTIL_QUERY_HELP_H_
