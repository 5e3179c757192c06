// The forms in which an answer, a view's table or an article is printed: one table of all of them,
// one file for each form of each. Adding a form is a new file beside its siblings and its line in
// output.cc.

#ifndef POSTIL_QUERY_OUTPUT_OUTPUT_H_
#define POSTIL_QUERY_OUTPUT_OUTPUT_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "query/search/answer.h"
#include "query/search/reading.h"
#include "query/search/table.h"

namespace postil::query {

// What a form may need to know beside the answer.
struct OutputOptions {
  int width = 80;                // columns of the terminal
  bool colour = false;           // escape sequences are allowed
  bool count_only = false;       // the answer holds totals alone
  std::string_view question_id;  // of a batch; "" if the question is alone
  bool is_first = true;          // of a batch's answers: what stands above them all is due
  bool furniture = false;        // of an article: print what surrounds it too
  int context = 0;               // of KWIC: columns on either side of a match; 0: what fits
};

// A table that is about to be printed.
struct TableHead {
  std::string_view view;        // "kwic", "timeline", …
  std::string_view query;       // as typed
  std::string_view understood;  // as read, filters included
};

// Where a table goes, piece by piece: `print` takes what belongs to it, `tell` its notes where the
// form has no place for them.
struct TableStreams {
  std::function<void(std::string_view)> print;
  std::function<void(std::string_view)> tell;
};

// What takes a view's rows and prints them. Head, options and streams must outlive it.
using TablePrinter = std::unique_ptr<RowSink> (*)(const TableHead& head,
                                                  const OutputOptions& options,
                                                  const TableStreams& streams);

struct Output {
  std::string_view name;         // of --format
  std::string_view description;  // for --help, a few words
  bool safe;                     // what it prints may go to a terminal (terminal_text.h)
  bool batch;                    // answers to several questions may follow each other
  bool facets;                   // shows them; else they need not be counted
  bool texts;                    // shows passages; else they need not be cut
  std::uint64_t limit;           // results that are printed unless --limit says otherwise
  void (*print)(const Answer& answer, const OutputOptions& options, std::string& out);  // appends

  // Null if the form has no tables, or prints no article by itself.
  TablePrinter table;
  void (*article)(const Reading& reading, const OutputOptions& options, std::string& out);
};

std::span<const Output> outputs();

// The form with this name, or null.
const Output* find_output(std::string_view name);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_OUTPUT_H_
