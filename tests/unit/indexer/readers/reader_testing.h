// What the tests of the readers share: a sink that keeps what it is given, and short ways to feed
// one.

#ifndef POSTIL_TESTS_UNIT_INDEXER_READERS_READER_TESTING_H_
#define POSTIL_TESTS_UNIT_INDEXER_READERS_READER_TESTING_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/reader.h"
#include "indexer/readers/source.h"

namespace postil::index {

struct Collected : RawArticleSink {
  void article(RawArticle article) override { articles.push_back(std::move(article)); }
  void finding(Severity severity, std::string_view reason, std::string detail) override {
    findings.push_back({severity, "", std::string(reason), std::move(detail)});
  }

  // "reason: detail" of each finding, line by line.
  std::string told() const {
    std::string all;
    for (const Finding& finding : findings) all += finding.reason + ": " + finding.detail + "\n";
    return all;
  }
  bool has(std::string_view reason) const {
    for (const Finding& finding : findings) {
      if (finding.reason == reason) return true;
    }
    return false;
  }

  std::vector<RawArticle> articles;
  std::vector<Finding> findings;
};

inline Collected read_with(const Reader& reader, std::string bytes,
                           const std::string& path = "file") {
  Collected collected;
  Source source = Source::of_memory(path, std::move(bytes));
  reader.read(source, collected);
  return collected;
}

}  // namespace postil::index

#endif  // POSTIL_TESTS_UNIT_INDEXER_READERS_READER_TESTING_H_
