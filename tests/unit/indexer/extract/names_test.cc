#include "indexer/extract/names.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace postil::index;
using Texts = std::vector<std::string>;

namespace {
const CueLanguages kAll = cue_languages("");
}

TEST_CASE("names of people are told from titles, menus and institutions") {
  for (const char* name : {"Geoffrey Roberts", "A. J. P. Taylor", "Ludwig van Beethoven",
                           "Jean-Luc O’Neill", "Анна Ахматова", "Ayşe Gül Altınay",
                           "GEOFFREY ROBERTS", "Charles de Gaulle", "İsmet İnönü"}) {
    CAPTURE(name);
    CHECK(is_person_name(name, kAll));
  }
  for (const char* other : {"The War", "Middle East", "Hamilton", "read more", "Breaking News",
                            "European Union", "Putin’s Trump Card: Ukrainian", "Lower case name",
                            "Ministry of Trade", "Ann Lee 3", "Ближний Восток", "", "Who Is Next",
                            "One Two Three Four Five Six", "Ann lee", "Ann Lee?"}) {
    CAPTURE(other);
    CHECK_FALSE(is_person_name(other, kAll));
  }
}

TEST_CASE("declared authors are split only where every part is a name") {
  CHECK(author_names("By Ann Lee and Bo Day") == Texts{"Ann Lee", "Bo Day"});
  CHECK(author_names("Ann Lee, Bo Day & Cy Fox") == Texts{"Ann Lee", "Bo Day", "Cy Fox"});
  CHECK(author_names("Ann Lee; Reuters") == Texts{"Ann Lee", "Reuters"});
  CHECK(author_names("Ministry of Trade and Industry") == Texts{"Ministry of Trade and Industry"});
  CHECK(author_names("Hamilton Or Madison") == Texts{"Hamilton Or Madison"});
  CHECK(author_names("Lee, Ann") == Texts{"Lee, Ann"});
  CHECK(author_names("José Ortega y Gasset") == Texts{"José Ortega y Gasset"});
  CHECK(author_names("Martin Luther King, Jr.") == Texts{"Martin Luther King"});
  CHECK(author_names("Ann Lee, Ann Lee") == Texts{"Ann Lee"});
  CHECK(author_names("ANN LEE").front() == "Ann Lee");
  CHECK(author_names("").empty());
}

TEST_CASE("addresses are never part of a name") {
  CHECK(author_names("ann@example.org (Ann Lee)") == Texts{"Ann Lee"});
  CHECK(author_names("Ann Lee <ann@example.org>") == Texts{"Ann Lee"});
  CHECK(author_names("ann@example.org").empty());
  CHECK(author_names("Ann Lee@annlee") == Texts{"Ann Lee"});
  CHECK(author_names("https://example.org/ann Ann Lee") == Texts{"Ann Lee"});
  CHECK(commenter_name("bo@example.org").empty());
  CHECK(commenter_name("Bo (192.0.2.17)") == "Bo");
  CHECK(commenter_name("192.0.2.17").empty());
  CHECK(commenter_name("Bo 2001:db8:0:1::7") == "Bo");
}

TEST_CASE("commenters call themselves anything, and nobody is nobody") {
  CHECK(commenter_name(" blah blubb ") == "blah blubb");
  CHECK(commenter_name("Ann Lee Moderator") == "Ann Lee");
  CHECK(commenter_name("Anonymous").empty());
  CHECK(commenter_name("Гость").empty());
  CHECK(could_be_commenter("Bürger 635"));
  CHECK(could_be_commenter("Mrs P. Alder"));
  CHECK_FALSE(could_be_commenter("I could not agree more with you on this"));
  CHECK_FALSE(could_be_commenter("Really?"));
  CHECK_FALSE(could_be_commenter("12"));
  CHECK_FALSE(could_be_commenter(""));
}

TEST_CASE("names are cut between code points") {
  CHECK(commenter_name("Анна —") == "Анна —");
  CHECK(commenter_name("•Łukasz•") == "Łukasz");
  CHECK(author_names("Anna Świątek –").front() == "Anna Świątek");
}
