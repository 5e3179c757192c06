// Third stage, first half: what a block says and looks like, seen by itself. Numbers and yes-or-no
// facts that the later stages weigh together with where the block stands. No decision is made here.

#ifndef POSTIL_INDEXER_EXTRACT_FEATURES_H_
#define POSTIL_INDEXER_EXTRACT_FEATURES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/schema/zone.h"
#include "indexer/extract/blocks.h"
#include "indexer/extract/cues.h"
#include "indexer/extract/words.h"

namespace postil::index {

// Blocks with more bytes than this are prose, whatever they say: no button or appeal is so long.
inline constexpr std::size_t kLongBlock = 1600;

struct Features {
  std::uint32_t words = 0;     // at most those of the first kLongBlock bytes
  bool prose = false;          // reads like a paragraph: long, or a sentence or more
  bool ends_sentence = false;  // by its last character
  bool runs_lower = false;     // most words start small, as in sentences and not as in menus
  bool wordless = false;       // no letter: a rule, a count, a bullet

  // How strongly the block speaks for being furniture: below 2 hardly, from kCertain on by itself.
  float furniture = 0;
  schema::FurnitureReason reason = schema::FurnitureReason::kNavigation;
  std::string_view why;  // of the score: the rule that gave most, for people who tune the rules

  bool comments_head = false;     // "3 comments", all of the block or its start
  int comments_told = -1;         // the count that such a head tells; -1: none
  bool action = false;            // nothing but buttons under a comment
  bool action_only = false;       // … of a kind that is never furniture of the article: "Reply"
  bool notes_head = false;        // "Notes", "References"
  bool about_head = false;        // "About the author"
  bool note_start = false;        // "The writer is"
  bool tags_row = false;          // "Tags: …"
  bool caption = false;           // "Photo: …"
  std::uint8_t appeal_words = 0;  // cues of appeals in it, also in prose: the essay's own subject?
};

inline constexpr float kCertain = 4;

// What a block says: its words, of the first kLongBlock bytes, and the cues among them; none are
// looked for in a longer block. Read once, for all stages ask.
struct Wording {
  PageWords words;
  std::vector<CueHit> cues;
};
Wording read_wording(std::string_view text, CueLanguages languages);

Features describe(const Block& block, const Wording& wording);
Features describe(const Block& block, CueLanguages languages);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_FEATURES_H_
