// Generated articles: few different words, so that phrases recur, in several scripts and zones.

#ifndef POSTIL_TESTS_SUPPORT_ARTICLES_H_
#define POSTIL_TESTS_SUPPORT_ARTICLES_H_

#include <cstddef>
#include <vector>

#include "indexer/model/article.h"
#include "tests/support/random.h"

namespace postil::test {

std::vector<index::Article> random_articles(Random& random, std::size_t count);

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_ARTICLES_H_
