#include <doctest/doctest.h>

#include <string>

#include "query/output/formats.h"

namespace postil::query {
namespace {

std::string run_of(const std::vector<ArticleHit>& results) {
  Answer answer;
  answer.results = results;
  std::string out;
  print_trec(answer, OutputOptions{}, out);
  return out;
}

ArticleHit hit(std::string id, std::string own_id) {
  ArticleHit made;
  made.id = std::move(id);
  made.own_id = std::move(own_id);
  return made;
}

TEST_CASE("an id keeps nothing that parts columns or moves a terminal") {
  CHECK(run_of({hit("a b\tc", "")}) == "1 Q0 a%20b%09c 1 0 postil\n");
  CHECK(run_of({hit("", "caf\u00e9\u009b31m\u2028\u202e\xff")}) ==
        "1 Q0 caf\u00e9%C2%9B31m%E2%80%A8%E2%80%AE%FF 1 0 postil\n");
}

TEST_CASE("no id stands twice in a run, though two articles claim it") {
  CHECK(run_of({hit("one#same", "same"), hit("two#same", "same")}) ==
        "1 Q0 same 1 0 postil\n1 Q0 two#same 2 0 postil\n");
}

}  // namespace
}  // namespace postil::query
