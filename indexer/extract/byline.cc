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
constexpr std::size_t kMostOthers =
    8;  // words beside a date that starts the line; half as many before one

std::string_view cut_ends(std::string_view text) {
  constexpr std::u32string_view kMarks = U"|•·–—,-/:()~";
  return strip_back(strip_front(text, kMarks), kMarks);
}

// Where a byline's names end and places, papers and jobs begin: "By Ann Lee in Kyiv", "By Ann Lee,
// senior editor", "By Ann Lee | Opinion".
std::string_view names_part(std::string_view text) {
  constexpr std::array<std::string_view, 17> kEnds = {
      " | ",   " • ",    " · ",    " – ", " — ", " - ",    " in ",    " for ",  " at ",
      " für ", " pour ", " para ", " (",  " / ", " from ", " under ", " unter "};
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
  if (const std::size_t slash = part.find('/'); names.empty() && slash != std::string_view::npos) {
    names = labelled_names(part.substr(0, slash), languages);  // "Ann Lee/AP"
  }
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

// One line taken apart.
struct Reading {
  std::string_view line;
  CueLanguages languages;
  PageWords words;
  std::vector<CueHit> hits;
  std::optional<DateInLine> date;
};

// Whether the text ends where something new may begin: nothing, or a mark that separates.
bool ends_segment(std::string_view text) {
  constexpr std::array<std::string_view, 10> kMarks = {"|", "•", "·", "–", "—",
                                                       "/", "~", "-", ",", ":"};
  text = text::trim(text);
  return text.empty() || std::any_of(kMarks.begin(), kMarks.end(),
                                     [&](std::string_view mark) { return text.ends_with(mark); });
}

bool starts_with(const Reading& in, CueKind kind) {
  return std::any_of(in.hits.begin(), in.hits.end(),
                     [&](const CueHit& hit) { return hit.kind == kind && hit.begin == 0; });
}

// The longest label for names; it starts the line, or stands behind the date or a separating mark.
std::optional<CueHit> find_label(const Reading& in) {
  std::optional<CueHit> label;
  for (const CueHit& hit : in.hits) {
    if (hit.kind != CueKind::kByline) {
      continue;
    }
    const std::size_t begin = in.words[hit.begin].begin;
    const bool behind_date =
        in.date && begin >= in.date->end &&
        strip_punctuation(in.line.substr(in.date->end, begin - in.date->end)).empty();
    // "Posted in Letters by Ann on 3 May 2024"
    const bool posted = in.date && in.date->begin > begin && starts_with(in, CueKind::kPublished);
    const bool fits = hit.begin == 0 || posted || behind_date ||
                      (in.date && ends_segment(in.line.substr(0, begin)));
    const bool longer = !label || (hit.begin == label->begin && hit.end > label->end);
    if (fits && longer) {
      label = hit;
    }
  }
  return label;
}

// Where names that start at `from` end: before the date and its label, or at the line's end.
std::size_t names_end(const Reading& in, std::size_t from) {
  std::size_t end = in.date && in.date->begin >= from ? in.date->begin : in.line.size();
  for (const CueHit& hit : in.hits) {
    const std::size_t begin = in.words[hit.begin].begin;
    if ((hit.kind == CueKind::kPublished || hit.kind == CueKind::kUpdated) && begin > from) {
      end = std::min(end, begin);
    }
  }
  return end;
}

// Between a label and a date even "oz" is a name.
std::vector<std::string> loose_name(std::string_view text, const Reading& in) {
  const std::string_view name = names_part(text);
  const PageWords words = page_words(name);
  const bool not_name = std::any_of(in.hits.begin(), in.hits.end(), [&](const CueHit& hit) {
    return hit.kind == CueKind::kNotName &&
           name.data() <= in.line.data() + in.words[hit.begin].begin &&
           in.line.data() + in.words[hit.begin].end <= name.data() + name.size();
  });
  const bool short_enough = !words.empty() && words.size() <= 3 && could_be_commenter(name);
  return short_enough && !not_name ? author_names(name) : std::vector<std::string>();
}

std::vector<std::string> names_behind(const Reading& in, const CueHit& label) {
  const std::size_t from = in.words[label.end - 1].end;
  const std::string_view text = cut_ends(in.line.substr(from, names_end(in, from) - from));
  std::vector<std::string> names = leading_names(text, in.languages);
  // "By Design" is a title, "By HAMILTON", "Author: Hamilton" and "Posted by Hamilton" are bylines.
  const bool one_word = names.size() == 1 && names.front().find(' ') == std::string::npos;
  const bool posted = label.end - label.begin > 1 && starts_with(in, CueKind::kPublished);
  if (one_word && !in.date && !posted && in.line.substr(from, 1) != ":" &&
      !is_shouted(names.front())) {
    return {};
  }
  return names.empty() && in.date ? loose_name(text, in) : names;
}

// "Ann Lee | 3 May 2024 | Opinion": a person's name that is all of a segment beside the date.
std::vector<std::string> names_beside(const Reading& in) {
  constexpr std::array<std::string_view, 7> kMarks = {"|", "•", "·", "–", "—", "/", ","};
  for (const std::string_view side : {in.line.substr(0, in.date->begin),
                                      in.line.substr(std::min(in.date->end, in.line.size()))}) {
    for (std::size_t at = 0; at <= side.size();) {
      std::size_t end = side.size();
      std::size_t skip = 1;
      for (const std::string_view mark : kMarks) {
        if (const std::size_t found = side.find(mark, at); found < end) {
          end = found;
          skip = mark.size();
        }
      }
      const std::string_view segment = cut_ends(side.substr(at, end - at));
      std::vector<std::string> names = labelled_names(segment, in.languages);
      std::erase_if(names, [&](const std::string& n) { return !is_person_name(n, in.languages); });
      if (!names.empty()) {
        return names;
      }
      at = end + skip;
    }
  }
  return {};
}

// Words that are neither the date nor known to stand around dates and names.
std::size_t other_words(const Reading& in) {
  std::size_t others = 0;
  for (const PageWord& word : in.words) {
    others += in.date && word.begin >= in.date->begin && word.end <= in.date->end ? 0 : 1;
  }
  return others;
}

}  // namespace

std::optional<Byline> read_byline(std::string_view line, CueLanguages languages) {
  if (line.size() > kLongestByline) {
    return std::nullopt;
  }
  if (line.starts_with("By") && line.size() > 3 && is_upper(first_of(line.substr(2))) &&
      !is_shouted(line)) {  // "ByAnn Lee", where two pieces of a page ran together
    return read_byline("By " + std::string(line.substr(2)), languages);
  }
  Reading in{line, languages, page_words(line), {}, std::nullopt};
  if (in.words.empty() || in.words.size() > kMostWords) {
    return std::nullopt;
  }
  in.hits = find_cues(in.words, languages);
  in.date = find_line_date(line, in.words, in.hits);
  Byline byline;
  if (in.date) {
    (in.date->updated ? byline.updated : byline.published) = in.date->date;
    if (is_date_only(line, *in.date)) {
      byline.date_line = true;
      return byline;
    }
  }
  if (const std::optional<CueHit> label = find_label(in)) {
    byline.authors = names_behind(in, *label);
  } else if (in.date) {
    byline.authors = names_beside(in);
  }
  const bool starts_as_date = in.date && in.date->begin == in.words.front().begin;
  const bool little_else = other_words(in) <= (starts_as_date ? kMostOthers : kMostOthers / 2);
  if (!byline.authors.empty() ||
      (in.date && in.date->date && little_else && !ends_sentence(line))) {
    return byline;
  }
  return std::nullopt;
}

Label read_label(std::string_view line, CueLanguages languages) {
  const std::size_t colon = line.find(':');
  if (colon > 40) {  // npos too
    return {};
  }
  const std::string_view value = text::trim(line.substr(colon + 1));
  const PageWords words = page_words(line.substr(0, colon));
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
