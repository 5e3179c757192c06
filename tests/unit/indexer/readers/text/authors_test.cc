#include "indexer/readers/text/authors.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using postil::index::split_authors;
using Names = std::vector<std::string>;

TEST_CASE("several authors in one string are told apart") {
  CHECK(split_authors("Ann Lee and Bo Ek") == Names{"Ann Lee", "Bo Ek"});
  CHECK(split_authors("Ann Lee; Bo Ek;") == Names{"Ann Lee", "Bo Ek"});
  CHECK(split_authors("Ann Lee, Bo Ek, and Cy Or") == Names{"Ann Lee", "Bo Ek", "Cy Or"});
  CHECK(split_authors("Ann Lee, Bo Ek") == Names{"Ann Lee", "Bo Ek"});
  CHECK(split_authors("By Ann Lee & Bo Ek") == Names{"Ann Lee", "Bo Ek"});
  CHECK(split_authors("Анна Ли и Бо Эк") == Names{"Анна Ли", "Бо Эк"});
  CHECK(split_authors("Ann Lee und Bo Ek") == Names{"Ann Lee", "Bo Ek"});
}

TEST_CASE("what is one author stays one") {
  CHECK(split_authors("Lee, Ann") == Names{"Lee, Ann"});
  CHECK(split_authors("Ann Lee, Jr.") == Names{"Ann Lee, Jr."});
  CHECK(split_authors("José Ortega y Gasset") == Names{"José Ortega y Gasset"});
  CHECK(split_authors("Lee et al.") == Names{"Lee et al."});
  CHECK(split_authors("Department of Health and Human Services") ==
        Names{"Department of Health and Human Services"});
  CHECK(split_authors("Sandy Andover") == Names{"Sandy Andover"});
}

TEST_CASE("names are squeezed, empty ones left out, doubled ones kept once") {
  CHECK(split_authors("  Ann   Lee ;; Ann Lee").size() == 1);
  CHECK(split_authors("").empty());
  CHECK(split_authors("...").empty());
  CHECK(split_authors("…; - ; Лі").size() == 1);
  CHECK(split_authors(" and ") == Names{"and"});
  CHECK(split_authors(std::string(100'000, 'x')).size() == 1);
}
