#include "query/search/views/places.h"

#include <algorithm>
#include <map>

#include "query/search/stored.h"

namespace postil::query {
namespace {

using Visit = std::function<bool(const MatchedText&)>;

// False when `visit` wants no more.
bool visit_record(const schema::Record& record, Spotter& spotter, const Visit& visit) {
  const auto look = [&](std::string_view text, schema::Zone zone, std::uint32_t number = 0,
                        std::uint32_t page = 0) {
    if (text.empty()) return true;
    const Spots spots = spotter.find(text, zone, record.language);
    if (spots.empty()) return true;
    return visit({record, text, zone, number, page, spots.words, match_places(spots)});
  };
  if (!look(record.title.text, schema::Zone::kTitle)) return false;
  if (!look(record.standfirst.text, schema::Zone::kStandfirst)) return false;
  std::uint32_t number = 0;
  for (const schema::StoredParagraph& paragraph : record.paragraphs) {
    if (!look(paragraph.body.text, paragraph.zone, ++number, paragraph.page)) return false;
  }
  return look(record.author_note.text, schema::Zone::kNote);
}

}  // namespace

std::vector<MatchPlace> match_places(const Spots& spots) {
  std::map<std::uint32_t, MatchPlace> stretches;
  for (const Spot& spot : spots.found) {
    MatchPlace& place = stretches[spot.stretch];
    place.words.insert(place.words.end(), spot.words.begin(), spot.words.end());
  }
  std::vector<MatchPlace> places;
  for (auto& [stretch, place] : stretches) {
    std::sort(place.words.begin(), place.words.end());
    places.push_back(std::move(place));
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

Status each_matched_text(const Prepared& question, const Visit& visit) {
  const State& state = question.state;
  auto spotter = Spotter::make(question.request.tree, state.vocabulary, state.analyser);
  if (!spotter) return spotter.error();
  if (spotter->target_count() == 0 && !question.matches.empty()) {
    return Error{ErrorKind::kQuery, "the question has no word or phrase to look at in the texts",
                 "add the word or phrase whose surroundings are wanted"};
  }
  for (const Xapian::docid id : question.matches) {
    const auto record = StoredRecord::fetch(state.database, id);
    if (!record) return record.error();
    if (!visit_record(**record, *spotter, visit)) break;
  }
  return ok();
}

}  // namespace postil::query
