// Small databases for tests, made of articles by the store itself.

#ifndef POSTIL_TESTS_SUPPORT_DATABASE_H_
#define POSTIL_TESTS_SUPPORT_DATABASE_H_

#include <string>
#include <vector>

#include "indexer/model/article.h"
#include "tests/support/temporary_folder.h"

namespace postil::test {

// Writes a new database that postil-query can open. Article i has the id "test/<i>".
void write_database(const std::string& folder, const std::vector<index::Article>& articles);

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_DATABASE_H_
