// The lines that stand over a reader's comment and say who wrote it and when, in the shapes in
// which pages print them: "Ann says:", "Ann • 3 months ago", "Ann, 24 March 2024 at 10:15", "Ann in
// reply to Bo". One line at a time; comments.h puts lines together.

#ifndef POSTIL_INDEXER_EXTRACT_COMMENT_HEAD_H_
#define POSTIL_INDEXER_EXTRACT_COMMENT_HEAD_H_

#include <optional>
#include <string>

#include "core/base/date.h"
#include "indexer/extract/blocks.h"
#include "indexer/extract/cues.h"
#include "indexer/extract/features.h"

namespace postil::index {

enum class HeadKind {
  kNone,
  kSays,      // a name and a word for saying, perhaps a date
  kNameDate,  // a name and a date in one line
  kDate,      // a date alone
  kName,      // may be a name, as may be any few words
  kBadge,     // "Author", "Moderator": beside a name
};

struct CommentHead {
  HeadKind kind = HeadKind::kNone;
  std::string name;    // as it is to be shown; "" for nobody
  bool dated = false;  // holds a date, be it one that cannot be known ("2d")
  std::optional<PartialDate> date;
  std::string reply_to;  // the name that it answers, if the line says so
  std::string text;      // of the comment, where it begins on the same line
};

// Reads one short block; kNone for any that is long or says something else. `wording` is the
// block's.
CommentHead read_comment_head(const Block& block, const Wording& wording, CueLanguages languages);
CommentHead read_comment_head(const Block& block, CueLanguages languages);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_COMMENT_HEAD_H_
