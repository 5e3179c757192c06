// From a file to its articles, in this process: the readers and then extraction. What a worker
// process does with a file that it is given, and the run itself with formats that need no worker.

#ifndef POSTIL_INDEXER_WORKER_READING_H_
#define POSTIL_INDEXER_WORKER_READING_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/model/article.h"
#include "indexer/model/finding.h"
#include "indexer/readers/registry.h"
#include "indexer/readers/source.h"

namespace postil::index {

// Receives what is found in a file, in its order, on the thread that reads.
class ArticleSink {
 public:
  virtual ~ArticleSink() = default;
  virtual void article(Article article) = 0;
  virtual void finding(Severity severity, std::string_view reason, std::string detail) = 0;
};

// What a file's owner says of it in metadata.csv.
struct Rows {
  const Metadata* file = nullptr;  // null without a row; applies to all its articles
  std::vector<std::pair<std::string, Metadata>> members;  // by the member's path inside the file
};

// Reads and extracts; a row wins over what the file says. Returns the reader's name, "" if none
// could read it. Never throws but for want of memory.
std::string read_articles(Source& source, const Rows& rows, ArticleSink& sink);

// The same where it is known already which reader the file is for.
std::string read_articles_by(const Result<Choice>& choice, Source& source, const Rows& rows,
                             ArticleSink& sink);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_WORKER_READING_H_
