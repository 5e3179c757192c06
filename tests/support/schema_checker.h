// Holds JSON against the schemas in docs/.

#ifndef POSTIL_TESTS_SUPPORT_SCHEMA_CHECKER_H_
#define POSTIL_TESTS_SUPPORT_SCHEMA_CHECKER_H_

#include <string>
#include <vector>

namespace postil::test {

// A file of docs/. Throws std::runtime_error if it cannot be read.
std::string document(const std::string& name);

// What a JSON text breaks of a schema in docs/, one sentence each.
std::vector<std::string> breaches_of(const std::string& json, const std::string& schema_name);

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_SCHEMA_CHECKER_H_
