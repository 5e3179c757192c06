// A database whose records a test also has before it flat and word by word, to compute by force
// what a view must yield.

#ifndef POSTIL_TESTS_SUPPORT_VIEW_COLLECTION_H_
#define POSTIL_TESTS_SUPPORT_VIEW_COLLECTION_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/schema/zone.h"
#include "indexer/model/article.h"
#include "query/search/request.h"
#include "query/search/searcher.h"
#include "tests/support/database.h"
#include "tests/support/oracle.h"
#include "tests/support/table.h"

namespace postil::test {

struct FlatText {
  schema::Zone zone = schema::Zone::kBody;
  std::uint32_t paragraph = 0;
  std::string text;
  Words words;
};

struct FlatRecord {
  std::string id;
  const index::Article* article = nullptr;
  const index::Comment* comment = nullptr;  // null: the article itself
  std::vector<FlatText> texts;              // the searched ones, in reading order

  std::optional<PartialDate> date() const;  // its own
  std::uint64_t words() const;
};

// Where each word of `phrase` stands side by side in `words`: the first of each.
std::vector<std::size_t> find_words(const Words& words, const Words& phrase);
std::uint64_t count_words(const FlatRecord& record, const Words& phrase);

class ViewCollection {
 public:
  explicit ViewCollection(std::vector<index::Article> articles);

  const std::vector<FlatRecord>& records() const { return records_; }
  query::Searcher& searcher() { return *searcher_; }

  // Throws std::runtime_error for a question that is not well formed.
  query::Request request(const std::string& question);

  // Throws std::runtime_error if the view fails.
  Table view(const query::Request& request, const query::View& view);
  Table view(const std::string& question, const query::View& view);

 private:
  std::vector<index::Article> articles_;
  std::vector<FlatRecord> records_;
  TemporaryFolder folder_;
  std::unique_ptr<query::Searcher> searcher_;
};

// random_articles() with dates of every precision on articles and comments, outlets and tags.
std::vector<index::Article> dated_articles(Random& random, std::size_t count);

// The sample essays of this repository, one paragraph a line or between blank lines.
std::vector<index::Article> sample_essays();

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_VIEW_COLLECTION_H_
