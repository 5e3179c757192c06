// A question's tree as golden tests and failures show it: one node a line, what is inside it
// indented below.

#ifndef POSTIL_TESTS_SUPPORT_OUTLINE_H_
#define POSTIL_TESTS_SUPPORT_OUTLINE_H_

#include <string>

#include "query/parse/ast.h"

namespace postil::test {

std::string to_outline(const query::Node& node);

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_OUTLINE_H_
