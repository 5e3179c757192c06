#include "indexer/extract/names.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "indexer/extract/characters.h"
#include "indexer/extract/words.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestName = 60;       // bytes
constexpr std::size_t kLongestCommenter = 60;  // bytes
constexpr CueLanguages kAllLanguages = ~CueLanguages{0};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_particle(std::string_view word) {
  constexpr std::array<std::string_view, 27> kParticles = {
      "von", "van", "de",  "der", "den", "del", "della", "di",  "da",
      "do",  "dos", "das", "du",  "la",  "le",  "ter",   "ten", "zu",
      "zur", "vom", "bin", "ibn", "al",  "el",  "ben",   "af",  "av"};
  return is_one_of(word, kParticles);
}

bool is_name_suffix(std::string_view word) {
  constexpr std::array<std::string_view, 12> kSuffixes = {"jr", "sr",  "ii",   "iii", "iv", "phd",
                                                          "md", "mba", "esq.", "dr",  "ma", "esq"};
  return is_one_of(word, kSuffixes);
}

// Only what names are written with; nothing of sentences, addresses or counts.
bool has_name_characters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    const bool fits = is_letter(c) || c == U' ' || c == U'.' || c == U'-' || c == U'\'' ||
                      c == U'’' || c == U'‐' || c == U'\u00A0' || (c >= 0x300 && c < 0x370);
    if (!fits) {
      return false;
    }
  }
  return true;
}

// The words of a name between spaces; "Jean-Luc" and "O'Neill" are one.
std::vector<std::string_view> spaced_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) {
      words.push_back(text.substr(at, end - at));
    }
    at = end + 1;
  }
  return words;
}

bool holds_not_name(std::string_view text, CueLanguages languages) {
  const PageWords words = page_words(text);
  const std::vector<CueHit> hits = find_cues(words, languages);
  return std::any_of(hits.begin(), hits.end(), [&](const CueHit& hit) {
    // "A." and "E." are initials here, whatever they mean in some language.
    const bool initial =
        hit.end - hit.begin == 1 && words[hit.begin].end - words[hit.begin].begin == 1;
    return hit.kind == CueKind::kNotName && !initial && !is_particle(words[hit.begin].folded);
  });
}

bool is_name(std::string_view text, std::size_t fewest, CueLanguages languages) {
  text = text::trim(text);
  if (text.empty() || text.size() > kLongestName || !has_name_characters(text)) {
    return false;
  }
  const std::vector<std::string_view> words = spaced_words(text);
  std::size_t capitals = 0;
  std::size_t whole = 0;  // not only initials
  for (const std::string_view word : words) {
    if (word.ends_with('-')) {
      return false;
    }
    if (is_upper(first_of(word))) {
      ++capitals;
      whole += text::count_code_points(strip_punctuation(word)) >= 2 ? 1 : 0;
    } else if (!is_particle(word) && !(word.size() > 2 && word.starts_with("d'"))) {
      return false;
    }
  }
  return words.size() <= 5 && words.size() >= fewest && capitals >= fewest && whole >= 1 &&
         !(text.ends_with('.') && words.back().size() > 3) && is_upper(first_of(words.back())) &&
         !holds_not_name(text, languages);
}

bool is_address(std::string_view word) {
  const std::size_t at = word.find('@');
  if (at != std::string_view::npos) {
    return true;
  }
  if (word.find("://") != std::string_view::npos || word.starts_with("www.")) {
    return true;
  }
  const auto dots = std::count(word.begin(), word.end(), '.');
  const bool ip4 =
      dots == 3 && word.find_first_not_of("0123456789.*xX()") == std::string_view::npos;
  const auto colons = std::count(word.begin(), word.end(), ':');
  const bool ip6 = colons >= 3 &&
                   word.find_first_not_of("0123456789abcdefABCDEF:()[]") == std::string_view::npos;
  return ip4 || ip6;
}

// "GEOFFREY ROBERTS" as a name is written elsewhere; words of both cases stay.
std::string without_shouting(std::string name) {
  bool lower = false;
  const bool several = name.find(' ') != std::string::npos;
  for (std::size_t at = 0; at < name.size() && !lower;) {
    lower = is_lower(text::next_code_point(name, at));
  }
  if (lower || !several) {
    return name;
  }
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(name);
  text.toTitle(nullptr, icu::Locale::getRoot());
  std::string titled;
  text.toUTF8String(titled);
  return titled;
}

std::string tidy_name(std::string_view text) {
  const std::string name = text::squeeze(text);
  return without_shouting(std::string(strip_back(name, U",;:|/*_–—-•·\"")));
}

// Cuts at commas, semicolons, bars and words for "and". Connectives are looked for with their
// spaces.
std::vector<std::string_view> split_list(std::string_view text) {
  constexpr std::array<std::string_view, 17> kSeparators = {
      ", and ", ", ",  ";",   " | ",  " / ", " & ", " + ",  " and ", " und ",
      " et ",   " y ", " и ", " та ", " і ", " й ", " ve ", " with "};
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const std::string_view separator : kSeparators) {
      if (text.substr(at).starts_with(separator)) {
        parts.push_back(text::trim(text.substr(begin, at - begin)));
        begin = at + separator.size();
        at = begin - 1;
        break;
      }
    }
  }
  parts.push_back(text::trim(text.substr(std::min(begin, text.size()))));
  std::erase_if(parts, [](std::string_view part) {
    const std::string folded = text::fold(strip_punctuation(part));
    return folded.empty() || is_name_suffix(folded);
  });
  return parts;
}

// Without "By" and its like.
std::string_view without_label(std::string_view text, CueLanguages languages) {
  const PageWords words = page_words(text);
  std::size_t cut = 0;
  for (const CueHit& hit : find_cues(words, languages)) {
    if (hit.kind == CueKind::kByline && hit.begin == 0 && hit.end < words.size()) {
      cut = std::max<std::size_t>(cut, words[hit.end - 1].end);
    }
  }
  text = text.substr(cut);
  const std::size_t name = text.find_first_not_of(" :.\t-");
  return cut == 0 || name == std::string_view::npos ? text::trim(text) : text.substr(name);
}

void add_name(std::vector<std::string>& names, std::string_view text) {
  std::string name = tidy_name(text);
  const std::string folded = text::fold(name);
  const bool known = std::any_of(names.begin(), names.end(), [&](const std::string& other) {
    return text::fold(other) == folded;
  });
  if (!name.empty() && !known) {
    names.push_back(std::move(name));
  }
}

}  // namespace

bool is_person_name(std::string_view text, CueLanguages languages) {
  return is_name(text, 2, languages);
}

bool is_labelled_name(std::string_view text, CueLanguages languages) {
  return is_name(text, 1, languages);
}

bool could_be_commenter(std::string_view text) {
  text = text::trim(text);
  if (text.empty() || text.size() > kLongestCommenter || spaced_words(text).size() > 5) {
    return false;
  }
  const char32_t last = last_of(text);
  if (last == U'?' || last == U'!' || last == U':' || last == U',' || last == U';' ||
      last == U'…') {
    return false;
  }
  bool letter = false;
  for (std::size_t at = 0; at < text.size() && !letter;) {
    letter = is_letter(text::next_code_point(text, at));
  }
  // "Mrs P. Alder" and "Dr. No" are names, "Well. No" is a comment.
  for (std::size_t dot = text.find(". "); dot != std::string_view::npos;
       dot = text.find(". ", dot + 1)) {
    const std::size_t space = text.substr(0, dot).rfind(' ');
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    if (dot - begin > 3 || !is_upper(first_of(text.substr(begin)))) {
      return false;
    }
  }
  return letter;
}

std::string without_addresses(std::string_view text) {
  std::string kept;
  const std::string squeezed = text::squeeze(text);
  for (const std::string_view word : spaced_words(squeezed)) {
    if (!is_address(word)) {
      kept.append(kept.empty() ? "" : " ").append(word);
      continue;
    }
    if (word.front() == '@' && word.size() == squeezed.size() &&
        word.find('.') == std::string::npos) {
      return std::string(word.substr(1));  // all the name there is
    }
    const std::size_t at = word.find('@');  // "Ann Lee@annlee": the handle alone goes
    const bool handle = at != std::string_view::npos && at > 0 && !kept.empty() &&
                        word.find('.', at) == std::string_view::npos && word.front() != '<';
    if (handle) {
      kept.append(" ").append(word.substr(0, at));
    }
  }
  return kept;
}

std::vector<std::string> author_names(std::string_view declared) {
  std::string text = without_addresses(declared);
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    text = text.substr(1, text.size() - 2);
  }
  const std::string_view names_text = without_label(text, 1);
  std::vector<std::string> names;
  const std::vector<std::string_view> parts = split_list(names_text);
  const auto every = [&](auto test) { return std::all_of(parts.begin(), parts.end(), test); };
  const bool people =
      every([](std::string_view part) { return is_person_name(part, kAllLanguages); });
  const bool single_words =
      parts.size() > 2 && every([](std::string_view part) {
        return is_labelled_name(part, kAllLanguages) && part.find(' ') == std::string_view::npos;
      });
  const bool listed = names_text.find(';') != std::string_view::npos;
  if (parts.size() > 1 && (people || single_words || listed)) {
    for (const std::string_view part : parts) {
      add_name(names, part);
    }
  } else if (parts.size() == 1) {
    add_name(names, parts.front());
  } else {
    add_name(names, names_text);
  }
  return names;
}

std::vector<std::string> labelled_names(std::string_view text, CueLanguages languages) {
  const std::string clean = without_addresses(text);
  const std::vector<std::string_view> parts = split_list(clean);
  std::vector<std::string> names;
  for (const std::string_view part : parts) {
    const bool name =
        parts.size() == 1 ? is_labelled_name(part, languages) : is_person_name(part, languages);
    if (!name) {
      return {};
    }
    add_name(names, part);
  }
  return names;
}

std::string commenter_name(std::string_view text) {
  std::string name = without_addresses(text);
  for (const std::string_view open : {" (", " ["}) {
    if (const std::size_t at = name.find(open); at != std::string::npos && at > 0) {
      name.resize(at);
    }
  }
  name = std::string(strip_front(strip_back(name, U",;:|*•\"<>()-"), U"@*•\"<>()-#"));
  const PageWords words = page_words(name);
  for (const CueHit& hit : find_cues(words, kAllLanguages)) {
    const bool to_end = hit.end == words.size();
    if (hit.begin == 0 && to_end && hit.kind == CueKind::kNobody) {
      return {};
    }
    if (hit.begin >= 2 && to_end && hit.kind == CueKind::kBadge) {  // "Ann Lee Moderator"
      name.resize(words[hit.begin - 1].end);
    }
  }
  return text::squeeze(name);
}

std::string declared_commenter(std::string_view text) {
  const std::string name = without_addresses(text);
  if (name == text::squeeze(text)) {
    return name;
  }
  // The brackets of "ann@example.org (Ann Lee)".
  return text::squeeze(strip_front(strip_back(name, U",;:|\"<>()-"), U"\"<>()-"));
}

}  // namespace postil::index
