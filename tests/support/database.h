// Small databases for tests, made of articles by the store itself, in a folder that goes away.

#ifndef POSTIL_TESTS_SUPPORT_DATABASE_H_
#define POSTIL_TESTS_SUPPORT_DATABASE_H_

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/model/article.h"

namespace postil::test {

// A folder of its own below the system's temporary folder, removed with all that is in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Writes a new database that postil-query can open. Article i has the id "test/<i>".
void write_database(const std::filesystem::path& folder,
                    const std::vector<index::Article>& articles);

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_DATABASE_H_
