// What --help and --version print.

#ifndef POSTIL_QUERY_HELP_H_
#define POSTIL_QUERY_HELP_H_

#include <string>
#include <vector>

#include "query/option_table.h"

namespace postil::query {

// Examples first, then each option that has a description, by its groups.
std::string help_text(const std::vector<OptionEntry>& entries);

// Of the program, the schema and the libraries in use.
std::string version_text();

}  // namespace postil::query

#endif  // POSTIL_QUERY_HELP_H_
