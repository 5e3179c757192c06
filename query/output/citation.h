// What a citation says of an article or a comment, before it is written in one of the forms that
// reference managers read. What is unknown stays out: no date, no author is made up.

#ifndef POSTIL_QUERY_OUTPUT_CITATION_H_
#define POSTIL_QUERY_OUTPUT_CITATION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "query/search/answer.h"
#include "query/search/reading.h"

namespace postil::query {

enum class CitedKind : std::uint8_t {
  kArticle,   // in an outlet
  kPage,      // at an address, of an unknown outlet
  kDocument,  // a file, of which neither is known
  kComment,
};

// Either `literal` alone, for what is no person's name in two parts, or the others.
struct CitedName {
  std::string family;
  std::string given;
  std::string suffix;
  std::string literal;
};

struct Citation {
  CitedKind kind = CitedKind::kDocument;
  std::string key;  // ASCII letters, digits and a hyphen; see assign_keys()
  std::string id;   // of the record
  std::vector<CitedName> authors;
  std::string title;  // of a comment: which one it is, of which article
  std::string outlet;
  std::optional<PartialDate> published;
  std::optional<PartialDate> captured;  // when the page was saved as it is cited
  std::string language;
  std::vector<std::string> tags;
  std::string url;
  std::string note;   // "¶20 p. 3; file: …; record: …; text: xxh3:…"
  std::string quote;  // the passage quoted, "" if none
};

// A name as BibTeX parts it: the last word is the family name, with the words in lower case before
// it ("van Gogh"); "Jr." and the like behind it are a suffix. A single word, what has a comma, a
// digit or a word that persons' names have not ("Agency", "and"), and what is written in capitals
// throughout, stays whole.
CitedName parse_name(std::string_view name);

// One for the article if its own text matches, and one for each of its comments that is shown with
// what matches; in the order of the answer.
std::vector<Citation> citations_of(const Answer& answer);

// The article, or the selected comment.
Citation citation_of(const Reading& reading);

// "roberts2022lost-1f3a9c": the first author, the year and the first telling word of the title,
// where known, in ASCII, and a hash of the record's id, so that a record has the same key in every
// export and no two records in one export have the same.
void assign_keys(std::vector<Citation>& citations);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_CITATION_H_
