#include "indexer/extract/metadata.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using postil::index::Metadata;
using postil::index::tidy_metadata;
using postil::index::tidy_tags;

using Texts = std::vector<std::string>;

TEST_CASE("tags are split, trimmed, and kept once whatever their case") {
  CHECK(tidy_tags({"War, Peace; #NATO", "war", "  ", "cold  war"}) ==
        Texts{"War", "Peace", "NATO", "cold war"});
  CHECK(tidy_tags({}).empty());
  CHECK(tidy_tags({std::string(500, 'x')}).empty());
}

TEST_CASE("declared metadata is made fit and nothing is added to it") {
  Metadata declared;
  declared.title = "  A\n title ";
  declared.authors = {"By Ann Lee and Bo Day", "ann lee"};
  declared.language = "English";
  const Metadata meta = tidy_metadata(declared);
  CHECK(meta.title == "A title");
  CHECK(meta.authors == Texts{"Ann Lee", "Bo Day"});
  CHECK(meta.language == "en");
  CHECK_FALSE(meta.published.has_value());
  CHECK(meta.outlet.empty());
}

TEST_CASE("gaps are filled and what is declared wins") {
  Metadata declared;
  declared.authors = {"Ann Lee"};
  Metadata found;
  found.authors = {"Bo Day"};
  found.title = "Found";
  postil::index::fill_gaps(declared, found);
  CHECK(declared.authors == Texts{"Ann Lee"});
  CHECK(declared.title == "Found");
}
