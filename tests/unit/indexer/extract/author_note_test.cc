#include "indexer/extract/author_note.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using namespace postil::index;

namespace {

std::optional<AuthorNote> note(const std::string& text, std::vector<std::string> authors = {},
                               std::string_view language = "en") {
  Block block;
  block.text = text;
  const CueLanguages languages = cue_languages(language);
  const Wording wording = read_wording(block.text, languages);
  return read_author_note(block, wording, describe(block, wording), authors, languages);
}

}  // namespace

TEST_CASE("a note names its author and a calling") {
  const auto found = note("Ann Lee is Professor of History at a small college by the sea");
  REQUIRE(found);
  CHECK(found->name == "Ann Lee");
  CHECK_FALSE(found->is_known);
  CHECK(note("Ann Lee is Professor of History", {"Ann Lee"})->is_known);
  CHECK(note("Анна Белова — историк, доцент университета", {"Анна Белова"}, "ru")->is_known);
}

TEST_CASE("a note may speak of the writer without a name") {
  CHECK(note("The writer is a former ambassador")->name.empty());
  CHECK(note("Der Autor ist Historiker in Bremen.", {}, "de"));
  CHECK(note("L’auteur est historien à Lyon.", {}, "fr"));
}

TEST_CASE("a paragraph about somebody is no note") {
  CHECK_FALSE(note("Ann Lee left the room before the others had finished their soup."));
  CHECK_FALSE(note("Sen. Ann Lee, Chairman of the committee, today announced a plan with others."));
  CHECK_FALSE(note("The long war is over, and historians will write about it."));
  CHECK_FALSE(note("Ann Lee"));
}
