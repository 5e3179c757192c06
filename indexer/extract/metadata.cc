#include "indexer/extract/metadata.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "core/text/fold.h"
#include "core/text/language_code.h"
#include "core/text/utf8.h"
#include "indexer/extract/names.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestTag = 120;  // bytes; longer text is no tag

void take(std::string& to, std::string& from) {
  if (to.empty()) {
    to = std::move(from);
  }
}

bool is_in(const std::string& folded, const std::string& text) {
  return text::fold(text).find(folded) != std::string::npos;
}

// Paragraphs much longer or shorter than the title need not be folded.
bool is_same(const std::string& folded, const std::string& text) {
  return text.size() <= 2 * folded.size() && folded.size() <= 2 * text.size() &&
         text::fold(text) == folded;
}

}  // namespace

std::vector<std::string> tidy_tags(const std::vector<std::string>& declared) {
  std::vector<std::string> tags;
  std::unordered_set<std::string> known;
  for (const std::string& list : declared) {
    for (std::size_t at = 0; at <= list.size();) {
      const std::size_t end = std::min(list.find_first_of(",;|\n", at), list.size());
      std::string_view tag = text::trim(std::string_view(list).substr(at, end - at));
      while (tag.starts_with('#')) {
        tag = text::trim(tag.substr(1));
      }
      at = end + 1;
      if (!tag.empty() && tag.size() <= kLongestTag && known.insert(text::fold_value(tag)).second) {
        tags.push_back(text::squeeze(tag));
      }
    }
  }
  return tags;
}

Metadata tidy_metadata(Metadata declared) {
  Metadata meta = std::move(declared);
  for (std::string* line : {&meta.title, &meta.outlet, &meta.standfirst, &meta.author_note}) {
    *line = text::squeeze(*line);
  }
  meta.url = std::string(text::trim(meta.url));
  std::vector<std::string> authors;
  std::unordered_set<std::string> known;
  for (const std::string& declared_author : meta.authors) {
    for (std::string& name : author_names(declared_author)) {
      if (known.insert(text::fold_value(name)).second) {
        authors.push_back(std::move(name));
      }
    }
  }
  meta.authors = std::move(authors);
  meta.tags = tidy_tags(meta.tags);
  meta.language = text::language_code(meta.language);
  return meta;
}

void fill_gaps(Metadata& meta, Metadata found) {
  take(meta.title, found.title);
  take(meta.outlet, found.outlet);
  take(meta.language, found.language);
  take(meta.url, found.url);
  take(meta.standfirst, found.standfirst);
  take(meta.author_note, found.author_note);
  if (meta.authors.empty()) {
    meta.authors = std::move(found.authors);
  }
  if (meta.tags.empty()) {
    meta.tags = std::move(found.tags);
  }
  if (!meta.published) {
    meta.published = found.published;
  }
  if (!meta.updated) {
    meta.updated = found.updated;
  }
}

void keep_displaced_title(Article& article, const std::string& title) {
  std::string own = text::squeeze(title);
  const std::string folded = text::fold(own);
  if (folded.empty() || article.meta.title.empty() || is_in(folded, article.meta.title)) return;
  const auto says_it = [&](const Paragraph& paragraph) { return is_same(folded, paragraph.text); };
  if (std::any_of(article.paragraphs.begin(), article.paragraphs.end(), says_it)) return;
  article.paragraphs.insert(article.paragraphs.begin(), {schema::Zone::kHeading, std::move(own)});
}

void use_found(Article& article, Metadata found) {
  keep_displaced_title(article, found.title);
  fill_gaps(article.meta, std::move(found));
}

}  // namespace postil::index
