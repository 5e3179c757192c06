// Asks a searcher for counts, in the oracle's terms.

#ifndef POSTIL_TESTS_SUPPORT_COUNTING_H_
#define POSTIL_TESTS_SUPPORT_COUNTING_H_

#include <string>
#include <vector>

#include "query/search/searcher.h"
#include "tests/support/oracle.h"

namespace postil::test {

// "peace talks" in quotes, with a slop if it is not 0.
std::string quoted(const Words& phrase, std::size_t slop = 0);

// peace NEAR/5 "the talks"~1
std::string near_each_other(const std::vector<NearOperand>& operands, std::size_t distance);

// The counts for a question, which must be well formed; throws std::runtime_error if it fails.
Counts count(query::Searcher& searcher, const std::string& question);

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_COUNTING_H_
