#include "indexer/extract/cues.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <algorithm>
#include <array>
#include <set>

using namespace postil::index;

namespace {

bool has(std::string_view text, CueKind kind, std::string_view language = "") {
  const std::vector<CueHit> hits = find_cues(page_words(text), cue_languages(language));
  return std::any_of(hits.begin(), hits.end(), [&](const CueHit& hit) { return hit.kind == kind; });
}

}  // namespace

TEST_CASE("cues are found whatever their case and accents") {
  CHECK(has("LEAVE A REPLY", CueKind::kForm));
  CHECK(has("Ecrit par X", CueKind::kByline, "fr"));
  CHECK(has("Написати Коментар", CueKind::kForm, "uk"));
}

TEST_CASE("a cue with a place for a number matches any number there and nothing else") {
  CHECK(has("27 comments", CueKind::kCommentsHead, "en"));
  CHECK(has("1.977 commentaires", CueKind::kCommentsHead, "fr"));
  CHECK_FALSE(has("many further remarks", CueKind::kCommentsHead, "en"));
}

TEST_CASE("only English and the page's own language are asked, all where it is unknown") {
  CHECK(has("von Anna Berg", CueKind::kByline, "de"));
  CHECK_FALSE(has("von Anna Berg", CueKind::kByline, "en"));
  CHECK(has("by Anna Berg", CueKind::kByline, "de"));
  CHECK(has("von Anna Berg", CueKind::kByline, ""));
  CHECK(has("von Anna Berg", CueKind::kByline, "ja"));
}

TEST_CASE("cues of starts stand at the start and whole cues not in long texts") {
  CHECK_FALSE(has("one can never leave a reply unanswered", CueKind::kForm, "en"));
  CHECK_FALSE(
      has("Share a thought with a friend who has been away for so long that the letters "
          "which used to come from him every other week have ceased to come at all",
          CueKind::kShare, "en"));
}

TEST_CASE("every language has cues of every kind that pages need") {
  constexpr std::array kTables = {english_cues, german_cues,    french_cues, spanish_cues,
                                  russian_cues, ukrainian_cues, turkish_cues};
  for (const auto& table : kTables) {
    std::set<CueKind> kinds;
    for (const CueGroup& group : table()) {
      kinds.insert(group.kind);
      CHECK_FALSE(group.cues.empty());
      CHECK(group.cues.find("||") == std::string_view::npos);
      CHECK(group.weight <= 4);
    }
    for (int kind = 0; kind <= static_cast<int>(CueKind::kTimeUnit); ++kind) {
      CAPTURE(kind);
      CHECK(kinds.contains(static_cast<CueKind>(kind)));
    }
  }
}
