#include "indexer/extract/author_note.h"

#include <algorithm>
#include <string_view>

#include "core/text/utf8.h"
#include "indexer/extract/characters.h"
#include "indexer/extract/names.h"
#include "indexer/extract/words.h"

namespace postil::index {
namespace {

constexpr std::size_t kMostWords = 130;
constexpr std::size_t kNearName = 14;    // words behind the name among which a calling must stand
constexpr std::size_t kLongestName = 5;  // words, of somebody who is not known as an author

// Bytes at the start of a paragraph in which nearly all names end.
constexpr std::size_t kNameBytes = 256;

bool starts_with_words(const std::vector<PageWord>& words, const std::vector<PageWord>& start) {
  return !start.empty() && start.size() <= words.size() &&
         std::equal(start.begin(), start.end(), words.begin(),
                    [](const PageWord& a, const PageWord& b) { return a.folded == b.folded; });
}

// The words of the longest name that the text starts with; 0 if it starts with none.
std::size_t leading_name(std::string_view text, const std::vector<PageWord>& words,
                         CueLanguages languages) {
  for (std::size_t count = std::min(kLongestName, words.size()); count >= 2; --count) {
    if (is_person_name(text.substr(0, words[count - 1].end), languages)) {
      return count;
    }
  }
  return 0;
}

// Whether the text may start with an author's or another name: most paragraphs do not, which their
// first words alone tell.
bool may_start_with_name(std::string_view text, const std::vector<std::string>& authors,
                         CueLanguages languages) {
  if (text.size() <= kNameBytes) return true;
  std::vector<PageWord> words = page_words(text.substr(0, text::floor_boundary(text, kNameBytes)));
  if (!words.empty()) words.pop_back();  // it may be cut
  const auto starts_with = [&](const std::string& author) {
    const std::vector<PageWord> name = page_words(author);
    return name.size() > words.size() || starts_with_words(words, name);
  };
  return words.size() < kLongestName || leading_name(text, words, languages) != 0 ||
         std::any_of(authors.begin(), authors.end(), starts_with);
}

bool stands(const std::vector<CueHit>& hits, CueKind kind, std::size_t from, std::size_t to) {
  return std::any_of(hits.begin(), hits.end(), [&](const CueHit& hit) {
    return hit.kind == kind && hit.begin >= from && hit.end <= to;
  });
}

// The strict form, for somebody of whom nothing else is known: "Ann Lee is a historian".
bool is_called(const std::vector<CueHit>& hits, std::size_t name_words) {
  return stands(hits, CueKind::kIs, name_words, name_words + 2) &&
         stands(hits, CueKind::kRole, name_words, name_words + 9);
}

// "Ann Lee is", "Ann Lee —", "Ann Lee, professor": the text goes on as notes do.
bool tells_calling(std::string_view text, const std::vector<PageWord>& words,
                   const std::vector<CueHit>& hits, std::size_t name_words) {
  const std::size_t near = std::min(words.size(), name_words + kNearName);
  if (!stands(hits, CueKind::kRole, name_words, near)) {
    return false;
  }
  const std::string_view behind = text::trim(text.substr(words[name_words - 1].end));
  const bool set_off = behind.starts_with("–") || behind.starts_with("—") ||
                       behind.starts_with("- ") || behind.starts_with(",");
  return set_off ||
         stands(hits, CueKind::kIs, name_words, std::min(words.size(), name_words + 3)) ||
         stands(hits, CueKind::kRole, name_words, std::min(words.size(), name_words + 4));
}

}  // namespace

std::optional<AuthorNote> read_author_note(const Block& block, const Features& features,
                                           const std::vector<std::string>& authors,
                                           CueLanguages languages) {
  if (features.words < 4 || features.words > kMostWords || block.text.size() > kLongBlock) {
    return std::nullopt;
  }
  if (features.note_start) {
    return AuthorNote{};
  }
  const std::string_view text = block.text;
  if (!may_start_with_name(text, authors, languages)) {
    return std::nullopt;
  }
  const std::vector<PageWord> words = page_words(text);
  const std::vector<CueHit> hits = find_cues(words, languages);
  for (const std::string& author : authors) {
    const std::vector<PageWord> name = page_words(author);
    const std::size_t count = name.size();
    if (starts_with_words(words, name) && words.size() > count &&
        (stands(hits, CueKind::kIs, count, count + 2) || tells_calling(text, words, hits, count))) {
      return AuthorNote{author, true};
    }
  }
  const std::size_t count = leading_name(text, words, languages);
  if (count != 0 && features.words <= 90 && is_called(hits, count)) {
    return AuthorNote{std::string(text.substr(0, words[count - 1].end)), false};
  }
  return std::nullopt;
}

}  // namespace postil::index
