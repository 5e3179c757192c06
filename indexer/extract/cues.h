// The words by which pages give themselves away: "Leave a reply", "Von", "says:", "Related posts".
// One table a language (cues_en.cc, cues_de.cc …) and one matcher over all of them. Adding a
// language is a new table and its line in cues.cc; adding a cue is one word in a table. A cue never
// names a site, and never decides alone: features.h weighs it with the shape of its block.

#ifndef POSTIL_INDEXER_EXTRACT_CUES_H_
#define POSTIL_INDEXER_EXTRACT_CUES_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/extract/words.h"

namespace postil::index {

enum class CueKind : std::uint8_t {
  // Furniture.
  kAppeal,      // asks for money or support
  kForm,        // belongs to a form: reply, sign-up, log-in
  kNavigation,  // menus, cookie notices, legal lines, copyright
  kShare,       // share bars, print, e-mail
  kRelated,     // other articles
  // The head and the foot of an article.
  kByline,     // stands before names of authors: "by", "von", "Автор"
  kPublished,  // stands before a date
  kUpdated,    // stands before the date of a change
  kTitle,      // labels of header lines: "Title:"
  kSummary,    // label of a standfirst
  kTags,       // stands before tags
  kNote,       // starts an author note whoever it is about: "the writer is"
  kAboutHead,  // heads an author note: "About the author"
  kRole,       // what authors are in notes: "professor", "columnist"
  kIs,         // "is", "ist": between a name and a role
  kCaption,    // stands before the credit of a picture: "Photo:"
  kNotName,    // words that look like parts of a name in titles and menus and are not
  kNotesHead,  // heads notes and references, whose numbered items are no comments
  // Comments.
  kCommentsHead,  // heads the comments: "3 comments", "Discussion"
  kSays,          // stands behind a commenter's name: "says", "schrieb"
  kAction,        // a button under a comment: "Reply", "Report"
  kInReply,       // stands before the name that a comment answers
  kNobody,        // a commenter without a name: "anonymous", "guest"
  kBadge,         // beside a commenter's name: "Author", "Moderator"
  // Dates.
  kDateWord,  // months, weekdays and what stands around a date: "at", "Uhr"
  kAgo,       // "ago", "vor", "il y a"
  kTimeUnit,  // "days", "Stunden"
};

enum class Where : std::uint8_t {
  kWhole,     // all of the block, punctuation aside, or one of the buttons that make up a block
  kStart,     // the block starts with it
  kAnywhere,  // it stands somewhere in the block
};

// Cues of one kind: separated by "|", in any case and with or without accents; "#" stands for a
// number. The weight is how strongly each speaks for furniture: 4 decides for a short block, 2
// needs company. Of the other kinds only kAction has weights: 1 for buttons that stand under
// comments alone ("Reply"), 0 for those that articles have too ("Like").
struct CueGroup {
  CueKind kind;
  Where where;
  int weight;
  std::string_view cues;
};

// A cue found in a block: words [begin, end).
struct CueHit {
  CueKind kind = CueKind::kAppeal;
  Where where = Where::kAnywhere;
  std::int8_t weight = 0;
  std::uint16_t begin = 0;
  std::uint16_t end = 0;
};

// The tables. Each file says how its cues were chosen.
std::span<const CueGroup> english_cues();
std::span<const CueGroup> german_cues();
std::span<const CueGroup> french_cues();
std::span<const CueGroup> spanish_cues();
std::span<const CueGroup> russian_cues();
std::span<const CueGroup> ukrainian_cues();
std::span<const CueGroup> turkish_cues();

// Which tables are asked: English, because pages everywhere use it, and those of the page's
// language; all of them if that is unknown or has no table.
using CueLanguages = std::uint32_t;
CueLanguages cue_languages(std::string_view language);

// All cues in `words`, of which at most 65535 are looked at. Cues of kWhole are found anywhere in a
// short block: whether they cover it is for the caller to see. Linear in the words. Thread-safe.
std::vector<CueHit> find_cues(const PageWords& words, CueLanguages languages);

bool is_furniture(CueKind kind);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_CUES_H_
