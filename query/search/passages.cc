#include "query/search/passages.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace postil::query {
namespace {

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
};

// Grows `range` by whole sentences, those behind first, as long as they fit.
Range grow(Range range, const std::vector<text::Sentence>& sentences) {
  auto first = std::find_if(sentences.begin(), sentences.end(),
                            [&](const text::Sentence& s) { return s.end > range.begin; });
  auto behind = std::find_if(sentences.begin(), sentences.end(),
                             [&](const text::Sentence& s) { return s.end >= range.end; });
  if (first == sentences.end() || behind == sentences.end()) return range;
  const Range whole{first->begin, behind->end};
  if (whole.size() > kPassageBytes) return range;
  range = whole;
  while (++behind != sentences.end() && behind->end - range.begin <= kPassageBytes) {
    range.end = behind->end;
  }
  while (first != sentences.begin() && range.end - (first - 1)->begin <= kPassageBytes) {
    range.begin = (--first)->begin;
  }
  return range;
}

// Widens `match` by words on both sides until it is about kPassageBytes long.
Range widen(Range match, const std::vector<text::Word>& words) {
  auto first = std::lower_bound(words.begin(), words.end(), match.begin,
                                [](const text::Word& w, std::uint32_t at) { return w.begin < at; });
  auto last = std::upper_bound(words.begin(), words.end(), match.end,
                               [](std::uint32_t at, const text::Word& w) { return at < w.end; });
  Range range = match;
  for (bool grew = true; grew;) {
    grew = false;
    if (first != words.begin() && range.end - (first - 1)->begin <= kPassageBytes) {
      range.begin = (--first)->begin;
      grew = true;
    }
    if (last != words.end() && last->end - range.begin <= kPassageBytes) {
      range.end = (last++)->end;
      grew = true;
    }
  }
  return range;
}

Range choose_range(std::string_view text, const Closeness& close, const Spots& spots,
                   text::Analyser& analyser) {
  const auto size = static_cast<std::uint32_t>(text.size());
  if (size <= kPassageBytes) return {0, size};
  const Range match{spots.words[close.first_word].begin, spots.words[close.last_word].end};
  const Range sentences = grow(match, analyser.sentences(text));
  if (sentences.size() > match.size()) return sentences;
  return widen(match, spots.words);
}

Passage cut(std::string_view text, Range range, const std::vector<Highlight>& all) {
  const std::string_view inside = text.substr(range.begin, range.size());
  const std::string_view trimmed = text::trim(inside);
  const auto begin = static_cast<std::uint32_t>(trimmed.data() - text.data());
  const auto end = begin + static_cast<std::uint32_t>(trimmed.size());
  Passage passage;
  passage.text = trimmed;
  passage.starts_paragraph = text::trim(text.substr(0, begin)).empty();
  passage.ends_paragraph = text::trim(text.substr(end)).empty();
  for (const Highlight& highlight : all) {
    if (highlight.begin < begin || highlight.end > end) continue;
    passage.highlights.push_back({highlight.begin - begin, highlight.end - begin});
  }
  return passage;
}

// A part of a record in which something matches.
struct Part {
  std::string_view text;
  schema::Zone zone = schema::Zone::kBody;
  std::uint32_t number = 0;
  std::uint32_t page = 0;
  Spots spots;
  Closeness close;
};

Passage make_passage(const Part& part, text::Analyser& analyser) {
  const Range range = choose_range(part.text, part.close, part.spots, analyser);
  Passage passage = cut(part.text, range, highlights(part.spots));
  passage.paragraph = part.number;
  passage.page = part.page;
  passage.zone = part.zone;
  return passage;
}

std::vector<Part> matching_parts(const schema::Record& record, Spotter& spotter) {
  std::vector<Part> parts;
  const auto look = [&](std::string_view text, schema::Zone zone, std::uint32_t number = 0,
                        std::uint32_t page = 0) {
    Spots spots = spotter.find(text, zone, record.language);
    if (spots.empty()) return;
    const Closeness close = closeness(spots.found);
    parts.push_back({text, zone, number, page, std::move(spots), close});
  };
  look(record.title.text, schema::Zone::kTitle);
  look(record.standfirst.text, schema::Zone::kStandfirst);
  std::uint32_t number = 0;
  for (const schema::StoredParagraph& paragraph : record.paragraphs) {
    look(paragraph.body.text, paragraph.zone, ++number, paragraph.page);
  }
  look(record.author_note.text, schema::Zone::kNote);
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.close.score() > b.close.score(); });
  return parts;
}

}  // namespace

Passages find_passages(const schema::Record& record, std::size_t limit, Spotter& spotter,
                       text::Analyser& analyser) {
  Passages result;
  const std::vector<Part> parts = matching_parts(record, spotter);
  for (const Part& part : parts) {
    if (part.zone == schema::Zone::kTitle) {
      result.title = highlights(part.spots);
    } else if (result.best.size() < limit) {
      result.best.push_back(make_passage(part, analyser));
    }
  }
  return result;
}

}  // namespace postil::query
