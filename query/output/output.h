// The forms in which an answer is printed: one table, one file a form. Adding a form is a new file
// beside its siblings and its line in output.cc.

#ifndef POSTIL_QUERY_OUTPUT_OUTPUT_H_
#define POSTIL_QUERY_OUTPUT_OUTPUT_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "query/search/answer.h"

namespace postil::query {

// What a form may need to know beside the answer.
struct OutputOptions {
  int width = 80;                // columns of the terminal
  bool colour = false;           // escape sequences are allowed
  bool count_only = false;       // the answer holds totals alone
  std::string_view question_id;  // of a batch; "" if the question is alone
};

struct Output {
  std::string_view name;         // of --format
  std::string_view description;  // for --help, a few words
  bool batch;                    // answers to several questions may follow each other
  bool facets;                   // shows them; else they need not be counted
  std::uint64_t limit;           // results that are printed unless --limit says otherwise
  void (*print)(const Answer& answer, const OutputOptions& options, std::string& out);  // appends
};

std::span<const Output> outputs();

// The form with this name, or null.
const Output* find_output(std::string_view name);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_OUTPUT_H_
