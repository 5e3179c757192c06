// Opens a database and answers requests: the one door between the query programs and Xapian.

#ifndef POSTIL_QUERY_SEARCH_SEARCHER_H_
#define POSTIL_QUERY_SEARCH_SEARCHER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/analyser.h"
#include "query/search/answer.h"
#include "query/search/reading.h"
#include "query/search/request.h"
#include "query/search/view.h"
#include "query/variants/table.h"

namespace postil::query {

// What a database holds, for --stats.
struct Stats {
  std::uint64_t articles = 0;
  std::uint64_t comments = 0;
  std::uint64_t words = 0;
  std::uint64_t undated_articles = 0;
  std::optional<PartialDate> earliest;  // of the published dates
  std::optional<PartialDate> latest;
  std::vector<FacetValue> languages;
  std::vector<std::string> folders;  // roots, as absolute paths
  std::string stamp;
};

// Not thread-safe: one for each thread. Every call sees one state of the database, even while an
// indexer writes; when that state is overwritten, the call is repeated on the newest.
class Searcher {
 public:
  // `name` is a database folder, a stub file, or HOST:PORT of a remote server.
  static Result<std::unique_ptr<Searcher>> open(const std::string& name);
  ~Searcher();

  Result<Answer> answer(const Request& request);

  // Only the files of the results, each once, in the order of the results; each article is one,
  // whatever its versions. The request's page is one of files.
  Result<std::vector<std::string>> paths(const Request& request);

  // Makes `request` ask for articles like a record (its name: naming.h), or like a text (UTF-8), by
  // what characterises it (similar_articles.h); a question that it already holds must match as
  // well. The record's own article is left out. False if nothing characterises it: nothing will be
  // found then.
  Result<bool> ask_like(std::string_view name, Request& request);
  Result<bool> ask_like_text(std::string_view text, Request& request);

  // From now on add_spellings() knows these names.
  void use_variants(VariantTable table);

  // Lets unquoted words match other spellings of names that the database holds (spellings.h);
  // changes nothing before use_variants().
  Status add_spellings(Request& request);

  // How each part of the question was read and what it finds, as lines for a person.
  Result<std::string> explain(const Request& request);

  // The question as it was read, with its filters, in one line.
  static std::string understood(const Request& request);

  // Shows what matches in another way; the request's order, page and facets do not matter.
  Status view(const Request& request, const View& view, RowSink& rows);

  // One article whole, by its id or path (read_article.h), with what `question` matches marked.
  Result<Reading> read(std::string_view name, const Node& question);

  Result<Stats> stats();

  // The analyser that questions for this searcher are parsed with.
  text::Analyser& analyser();

 private:
  struct Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_SEARCHER_H_
