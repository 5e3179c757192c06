// Lines that name an article's authors and its date: "By Ann Lee", "Von Ann Lee und Bo Day",
// "Ann Lee | 24 March 2024", "Updated: 25.03.2024", "Author: Hamilton". One line at a time; which
// lines are asked is decided in head.h.

#ifndef POSTIL_INDEXER_EXTRACT_BYLINE_H_
#define POSTIL_INDEXER_EXTRACT_BYLINE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "indexer/extract/cues.h"

namespace postil::index {

struct Byline {
  std::vector<std::string> authors;
  std::optional<PartialDate> published;
  std::optional<PartialDate> updated;
  bool date_line = false;  // the line is a date, known or not ("Mar 24"), and nothing else
};

// What a line says of authors and dates; nothing if it says neither or much else besides. A line
// may hold a date among words that are not understood ("Culture 24.03.2024 3 min"): then the date
// alone.
std::optional<Byline> read_byline(std::string_view line, CueLanguages languages);

// A line "Label: value" at the top of a file.
enum class LabelKind { kNone, kTitle, kAuthor, kDate, kUpdated, kTags, kSummary };
struct Label {
  LabelKind kind = LabelKind::kNone;
  std::string_view value;
};
Label read_label(std::string_view line, CueLanguages languages);

// "Ann Lee – The Long War": both halves of the line, if the first may be a name.
struct NameAndTitle {
  std::string name;
  std::string title;
};
std::optional<NameAndTitle> split_name_and_title(std::string_view line, CueLanguages languages);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_BYLINE_H_
