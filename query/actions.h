// What postil-query does once its command line is understood: one file an action.

#ifndef POSTIL_QUERY_ACTIONS_H_
#define POSTIL_QUERY_ACTIONS_H_

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/error.h"
#include "query/options.h"
#include "query/parse/parser.h"
#include "query/search/request.h"
#include "query/search/searcher.h"

namespace postil::query {

// Each returns the exit status: as grep's, 0 something was found, 1 nothing, 2 an error, which has
// then been reported.
int run(const Options& options);

int ask(const Options& options, Searcher& searcher);           // ask.cc
int explain(const Options& options, Searcher& searcher);       // ask.cc
int look(const Options& options, Searcher& searcher);          // look.cc
int show_article(const Options& options, Searcher& searcher);  // read.cc
int ask_all(const Options& options, Searcher& searcher);       // batch.cc
int show_stats(const Options& options, Searcher& searcher);    // about.cc
int show_fields(const Options& options);                       // about.cc
int save(const Options& options);                              // saved.cc
int list_saved(const Options& options);                        // saved.cc
int forget(const Options& options);                            // saved.cc

// What query:NAME means in this database.
FindSaved saved_in(const std::string& database);

// The request for one question under these options.
std::variant<Request, QueryError> make_request(const std::string& question, const Options& options,
                                               text::Analyser& analyser);

// The request for the question of these options, --like included; tells of its mistake and returns
// none if it has one.
std::optional<Request> read_question(const Options& options, Searcher& searcher);

// Width and colour of what goes to standard output.
OutputOptions output_options(const Options& options);

// As print() (console.h), of what this form has printed, a part or all of it: exact in a file or a
// pipe, made safe for a terminal.
int print_form(const Output& form, std::string_view text, int status);

}  // namespace postil::query

#endif  // POSTIL_QUERY_ACTIONS_H_
