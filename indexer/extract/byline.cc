#include "indexer/extract/byline.h"

#include <algorithm>
#include <array>

#include "core/text/utf8.h"
#include "indexer/extract/characters.h"
#include "indexer/extract/date_line.h"
#include "indexer/extract/names.h"
#include "indexer/extract/words.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestByline = 200;  // bytes
constexpr std::size_t kMostWords = 24;

std::string_view cut_ends(std::string_view text) {
  constexpr std::array<std::string_view, 11> kMarks = {"|", "•", "·", "–", "—", ",",
                                                       "-", "/", ":", "(", ")"};
  for (bool again = true; again;) {
    again = false;
    text = text::trim(text);
    for (const std::string_view mark : kMarks) {
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        again = true;
      } else if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  return text;
}

// Where a byline's names end and places, papers and jobs begin: "By Ann Lee in Kyiv", "By Ann Lee,
// senior editor", "By Ann Lee | Opinion".
std::string_view names_part(std::string_view text) {
  constexpr std::array<std::string_view, 15> kEnds = {" | ", " • ", " · ", " – ",   " — ",
                                                      " - ", " in ", " for ", " at ", " für ",
                                                      " pour ", " para ", " (", " / ", " from "};
  std::size_t end = text.size();
  for (const std::string_view mark : kEnds) {
    end = std::min(end, text.find(mark));
  }
  return cut_ends(text.substr(0, end));
}

// As many names as can be read from the front: what follows the last may be a job or a place.
std::vector<std::string> leading_names(std::string_view text, CueLanguages languages) {
  const std::string_view part = names_part(text);
  std::vector<std::string> names = labelled_names(part, languages);
  for (std::size_t end = part.rfind(','); names.empty() && end != std::string_view::npos && end > 0;
       end = part.rfind(',', end - 1)) {
    names = labelled_names(part.substr(0, end), languages);
  }
  return names;
}

bool is_shouted(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    if (is_lower(text::next_code_point(name, at))) {
      return false;
    }
  }
  return true;
}

void set_date(Byline& byline, const DateInLine& date) {
  (date.updated ? byline.updated : byline.published) = date.date;
}

// The end, in bytes, of the longest label for names that starts the line; 0 if there is none.
std::size_t label_end(const std::vector<PageWord>& words, const std::vector<CueHit>& hits) {
  std::size_t end = 0;
  for (const CueHit& hit : hits) {
    if (hit.kind == CueKind::kByline && hit.begin == 0) {
      end = std::max<std::size_t>(end, words[hit.end - 1].end);
    }
  }
  return end;
}

std::optional<Byline> read_labelled(std::string_view line, std::size_t label,
                                    const std::optional<DateInLine>& date, CueLanguages languages) {
  std::string_view rest = line.substr(label);
  Byline byline;
  byline.labelled = true;
  if (date && date->begin >= label) {
    set_date(byline, *date);
    rest = line.substr(label, date->begin - label);
    if (strip_punctuation(rest).empty()) {  // "Posted: 3 May 2024 by Ann Lee"
      rest = line.substr(std::min(date->end, line.size()));
      rest = strip_punctuation(rest).starts_with("by ") ? strip_punctuation(rest).substr(3) : rest;
    }
  }
  byline.authors = leading_names(cut_ends(rest), languages);
  // "By Design" is a title, "By HAMILTON" and "Author: Hamilton" are bylines.
  const bool one_word =
      byline.authors.size() == 1 && byline.authors.front().find(' ') == std::string::npos;
  if (one_word && line[label] != ':' && !is_shouted(byline.authors.front())) {
    return std::nullopt;
  }
  return byline.authors.empty() ? std::nullopt : std::optional<Byline>(std::move(byline));
}

}  // namespace

std::optional<Byline> read_byline(std::string_view line, CueLanguages languages) {
  if (line.size() > kLongestByline) {
    return std::nullopt;
  }
  const std::vector<PageWord> words = page_words(line);
  if (words.empty() || words.size() > kMostWords) {
    return std::nullopt;
  }
  const std::vector<CueHit> hits = find_cues(words, languages);
  const std::optional<DateInLine> date = find_line_date(line, words, hits);
  if (date && is_date_only(line, *date)) {
    Byline byline;
    byline.date_line = true;
    set_date(byline, *date);
    return byline;
  }
  if (const std::size_t label = label_end(words, hits); label != 0 && label < line.size()) {
    return read_labelled(line, label, date, languages);
  }
  if (!date) {
    return std::nullopt;
  }
  // "Ann Lee | 3 May 2024" or the other way round; a section's name may stand there instead.
  Byline byline;
  const std::string_view before = cut_ends(line.substr(0, date->begin));
  const std::string_view behind = cut_ends(line.substr(std::min(date->end, line.size())));
  std::string_view name = before.empty() ? behind : before;
  name = name.starts_with("by ") || name.starts_with("By ") ? name.substr(3) : name;
  const bool small_rest = page_words(before.empty() ? before : behind).size() <= 4;
  byline.authors = labelled_names(name, languages);
  std::erase_if(byline.authors, [&](const std::string& author) {
    return !is_person_name(author, languages);
  });
  if (byline.authors.empty() || !small_rest) {
    return std::nullopt;
  }
  set_date(byline, *date);
  return byline;
}

Label read_label(std::string_view line, CueLanguages languages) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon > 40) {
    return {};
  }
  const std::string_view value = text::trim(line.substr(colon + 1));
  const std::vector<PageWord> words = page_words(line.substr(0, colon));
  if (value.empty()) {
    return {};
  }
  for (const CueHit& hit : find_cues(words, languages)) {
    if (hit.begin != 0 || hit.end != words.size()) {
      continue;
    }
    switch (hit.kind) {
      case CueKind::kTitle:
        return {LabelKind::kTitle, value};
      case CueKind::kByline:
        return {LabelKind::kAuthor, value};
      case CueKind::kPublished:
        return {LabelKind::kDate, value};
      case CueKind::kUpdated:
        return {LabelKind::kUpdated, value};
      case CueKind::kTags:
        return {LabelKind::kTags, value};
      case CueKind::kSummary:
        return {LabelKind::kSummary, value};
      default:
        break;
    }
  }
  return {};
}

std::optional<NameAndTitle> split_name_and_title(std::string_view line, CueLanguages languages) {
  constexpr std::array<std::string_view, 5> kDashes = {" – ", " — ", " - ", ": ", " | "};
  for (const std::string_view dash : kDashes) {
    const std::size_t at = line.find(dash);
    if (at == std::string_view::npos) {
      continue;
    }
    const std::string_view name = text::trim(line.substr(0, at));
    const std::string_view title = text::trim(line.substr(at + dash.size()));
    if (is_person_name(name, languages) && page_words(title).size() >= 2) {
      return NameAndTitle{std::string(name), std::string(title)};
    }
  }
  return std::nullopt;
}

}  // namespace postil::index
