// Author notes: "Ann Lee is Professor of History at …", "The writer is …", at the top or the foot
// of an article. They say who the author is, and so confirm a name found in the title.

#ifndef POSTIL_INDEXER_EXTRACT_AUTHOR_NOTE_H_
#define POSTIL_INDEXER_EXTRACT_AUTHOR_NOTE_H_

#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/blocks.h"
#include "indexer/extract/cues.h"
#include "indexer/extract/features.h"

namespace postil::index {

struct AuthorNote {
  std::string name;       // that the note starts with; "" if it starts with "The writer"
  bool is_known = false;  // the name is among the authors that were asked for
};

// Whether the block, seen by itself, is a note about one of `authors`, about somebody whose name
// and calling it starts with, or about "the author". `wording` and `features` are the block's.
std::optional<AuthorNote> read_author_note(const Block& block, const Wording& wording,
                                           const Features& features,
                                           const std::vector<std::string>& authors,
                                           CueLanguages languages);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_AUTHOR_NOTE_H_
