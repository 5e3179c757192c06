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
constexpr std::size_t kMostWordsOfStranger = 90;
constexpr std::size_t kNearName = 14;    // words behind the name among which a calling must stand
constexpr std::size_t kLongestName = 5;  // words, of somebody who is not known as an author

bool starts_with_words(const PageWords& words, const PageWords& start) {
  return !start.empty() && start.size() <= words.size() &&
         std::equal(start.begin(), start.end(), words.begin(),
                    [](const PageWord& a, const PageWord& b) { return a.folded == b.folded; });
}

// The words of the longest name that the text starts with; 0 if it starts with none.
std::size_t leading_name(std::string_view text, const PageWords& words, CueLanguages languages) {
  for (std::size_t count = std::min(kLongestName, words.size()); count >= 2; --count) {
    if (is_person_name(text.substr(0, words[count - 1].end), languages)) {
      return count;
    }
  }
  return 0;
}

// Whether it says at all that somebody is something: most paragraphs do not.
bool may_call(const std::vector<CueHit>& hits) {
  return std::any_of(hits.begin(), hits.end(), [](const CueHit& hit) {
    return hit.kind == CueKind::kIs || hit.kind == CueKind::kRole;
  });
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

// Whether it holds for a name of any length.
bool may_be_called(const std::vector<CueHit>& hits) {
  return stands(hits, CueKind::kIs, 2, kLongestName + 2) &&
         stands(hits, CueKind::kRole, 2, kLongestName + 9);
}

// "Ann Lee is", "Ann Lee —", "Ann Lee, professor": the text goes on as notes do.
bool tells_calling(std::string_view text, const PageWords& words, const std::vector<CueHit>& hits,
                   std::size_t name_words) {
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

std::optional<AuthorNote> read_author_note(const Block& block, const Wording& wording,
                                           const Features& features,
                                           const std::vector<std::string>& authors,
                                           CueLanguages languages) {
  if (features.words < 4 || features.words > kMostWords || block.text.size() > kLongBlock) {
    return std::nullopt;
  }
  if (features.note_start) {
    return AuthorNote{};
  }
  const std::string_view text = block.text;
  const auto& [words, hits] = wording;
  if (!may_call(hits)) {
    return std::nullopt;
  }
  for (const std::string& author : authors) {
    const PageWords name = page_words(author);
    const std::size_t count = name.size();
    if (starts_with_words(words, name) && words.size() > count &&
        (stands(hits, CueKind::kIs, count, count + 2) || tells_calling(text, words, hits, count))) {
      return AuthorNote{author, true};
    }
  }
  if (features.words > kMostWordsOfStranger || !may_be_called(hits)) {
    return std::nullopt;
  }
  const std::size_t count = leading_name(text, words, languages);
  if (count != 0 && is_called(hits, count)) {
    return AuthorNote{std::string(text.substr(0, words[count - 1].end)), false};
  }
  return std::nullopt;
}

}  // namespace postil::index
