#include "query/output/citation.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "query/output/labels.h"

namespace postil::query {
namespace {

constexpr std::size_t kKeyDigits = 6;
constexpr std::size_t kAllDigits = 16;
constexpr std::size_t kMaxKeyPart = 24;

constexpr std::array<std::string_view, 6> kSuffixes = {"jr", "sr", "ii", "iii", "iv", "phd"};

// Folded words that stand in names of desks, agencies and papers, not of persons.
constexpr std::array<std::string_view, 26> kNotPersons = {
    "agencies",  "agency",   "and",       "board",    "bureau", "collective", "committee",
    "desk",      "editor",   "editorial", "editors",  "for",    "foundation", "group",
    "institute", "magazine", "media",     "newsroom", "of",     "press",      "reporter",
    "reporters", "staff",    "team",      "the",      "union"};

constexpr std::array<std::string_view, 3> kArticles = {"the", "a", "an"};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool starts_lower(std::string_view word) {
  std::size_t at = 0;
  return u_islower(static_cast<UChar32>(text::next_code_point(word, at))) != 0;
}

bool has_lower(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (u_islower(static_cast<UChar32>(text::next_code_point(text, at))) != 0) return true;
  }
  return false;
}

std::string join(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
  return fmt::format("{}", fmt::join(words.begin() + static_cast<std::ptrdiff_t>(begin),
                                     words.begin() + static_cast<std::ptrdiff_t>(end), " "));
}

std::string without_dots(std::string_view word) {
  std::string folded = text::fold_value(word);
  folded.erase(std::remove(folded.begin(), folded.end(), '.'), folded.end());
  return folded;
}

bool is_person(std::string_view name, const std::vector<std::string_view>& words) {
  if (words.size() < 2 || !has_lower(name)) return false;
  if (name.find_first_of(",;&/@0123456789") != std::string_view::npos) return false;
  return std::none_of(words.begin(), words.end(), [](std::string_view word) {
    return holds(kNotPersons, text::fold_value(word));
  });
}

// The letters and digits of folded text that are ASCII.
std::string ascii_of(std::string_view text) {
  std::string ascii;
  for (const char c : text::fold_value(text)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain && ascii.size() < kMaxKeyPart) ascii += c;
  }
  return ascii;
}

std::string title_word(std::string_view title) {
  for (const std::string_view word : words_of(title)) {
    std::string ascii = ascii_of(word);
    if (!ascii.empty() && !holds(kArticles, ascii)) return ascii;
  }
  return "";
}

std::string key_of(const Citation& citation, std::size_t digits) {
  std::string key;
  if (!citation.authors.empty()) {
    const CitedName& first = citation.authors.front();
    key += ascii_of(first.family.empty() ? first.literal : first.family);
  }
  if (citation.published) key += fmt::format("{:04}", citation.published->year);
  key += title_word(citation.title);
  const std::string hash =
      fmt::format("{:016x}", XXH3_64bits(citation.id.data(), citation.id.size()));
  return fmt::format("{}-{}", key.empty() ? "postil" : key, hash.substr(0, digits));
}

std::string note_of(const Passage* passage, std::string_view id, std::string_view path,
                    std::string_view hash) {
  std::string note;
  if (passage != nullptr) {
    note = place_label(passage->paragraph, passage->page, schema::name(passage->zone));
    if (!note.empty()) note += "; ";
  }
  // A path may be any bytes, a citation is UTF-8.
  return note.append(
      fmt::format("file: {}; record: {}; text: {}", text::to_valid_utf8(path), id, hash));
}

const Passage* first_of(const std::vector<Passage>& passages) {
  return passages.empty() ? nullptr : passages.data();
}

CitedKind kind_of(std::string_view outlet, std::string_view url) {
  if (!outlet.empty()) return CitedKind::kArticle;
  return url.empty() ? CitedKind::kDocument : CitedKind::kPage;
}

// What a citation of an article, and of a comment below it, take from the article.
Citation from_article(const ArticleDescription& article) {
  Citation citation;
  citation.outlet = article.outlet;
  citation.language = article.language;
  citation.captured = article.captured;
  citation.url = article.url;
  citation.tags = article.tags;
  return citation;
}

Citation cite_article(const ArticleDescription& article, const Passage* passage) {
  Citation citation = from_article(article);
  citation.kind = kind_of(article.outlet, article.url);
  citation.id = article.id;
  for (const std::string& author : article.authors) citation.authors.push_back(parse_name(author));
  citation.title = article.title.text;
  citation.published = article.published;
  citation.note = note_of(passage, article.id, article.path, article.hash);
  if (passage != nullptr) citation.quote = passage->text;
  return citation;
}

Citation cite_comment(const ArticleDescription& article, const CommentDescription& comment,
                      const Passage* passage) {
  Citation citation = from_article(article);
  citation.kind = CitedKind::kComment;
  citation.id = comment.id;
  // A reader's name may be any; it is not taken apart.
  if (!comment.author.empty()) citation.authors.push_back({"", "", "", comment.author});
  citation.title = fmt::format("Comment {}", comment.number);
  const std::string& title = article.title.text;
  if (!title.empty()) citation.title += fmt::format(" on “{}”", title);
  citation.published = comment.published;
  citation.note = note_of(passage, comment.id, comment.path, comment.hash);
  if (passage != nullptr) citation.quote = passage->text;
  return citation;
}

}  // namespace

CitedName parse_name(std::string_view name) {
  const std::vector<std::string_view> words = words_of(name);
  CitedName cited;
  if (!is_person(name, words)) {
    cited.literal = name;
    return cited;
  }
  std::size_t end = words.size();
  while (end > 2 && holds(kSuffixes, without_dots(words[end - 1]))) --end;
  std::size_t family = end - 1;
  while (family > 1 && starts_lower(words[family - 1])) --family;
  cited.given = join(words, 0, family);
  cited.family = join(words, family, end);
  cited.suffix = join(words, end, words.size());
  return cited;
}

std::vector<Citation> citations_of(const Answer& answer) {
  std::vector<Citation> citations;
  for (const ArticleHit& hit : answer.results) {
    if (hit.own_text_matches) {
      citations.push_back(cite_article(hit, first_of(hit.passages)));
    }
    for (const CommentHit& comment : hit.comments) {
      if (comment.passages.empty()) continue;
      citations.push_back(cite_comment(hit, comment, first_of(comment.passages)));
    }
  }
  assign_keys(citations);
  return citations;
}

Citation citation_of(const Reading& reading) {
  const Passage* passage = reading.best_passage ? &*reading.best_passage : nullptr;
  const auto selected = std::find_if(
      reading.comments.begin(), reading.comments.end(),
      [&](const ReadComment& comment) { return comment.number == reading.selected_comment; });
  std::vector<Citation> one;
  one.push_back(selected == reading.comments.end() ? cite_article(reading, passage)
                                                   : cite_comment(reading, *selected, passage));
  assign_keys(one);
  return std::move(one.front());
}

void assign_keys(std::vector<Citation>& citations) {
  std::set<std::string> taken;
  for (Citation& citation : citations) {
    citation.key = key_of(citation, kKeyDigits);
    if (taken.insert(citation.key).second) continue;
    citation.key = key_of(citation, kAllDigits);
    taken.insert(citation.key);
  }
}

}  // namespace postil::query
