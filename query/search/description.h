// What is known of an article or a comment itself, whether it is a result or read as a whole: the
// part that bylines, citations and JSON have in common. Made from a stored record.

#ifndef POSTIL_QUERY_SEARCH_DESCRIPTION_H_
#define POSTIL_QUERY_SEARCH_DESCRIPTION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/schema/record.h"
#include "core/schema/zone.h"

namespace postil::query {

// Bytes [begin, end) of a text; a phrase is one span.
struct Highlight {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A text with what the question matches in it.
struct MarkedText {
  std::string text;
  std::vector<Highlight> highlights;  // in order, not overlapping
};

// Empty texts are unknown. All text is valid UTF-8 and hostile; only a path may be any bytes.
struct ArticleDescription {
  std::string id;
  std::string own_id;  // the id that the source gives it
  std::string hash;    // of its text (text_hash.h)
  MarkedText title;
  std::vector<std::string> authors;
  std::string outlet;
  std::optional<PartialDate> published;
  schema::DateSource published_from = schema::DateSource::kNone;
  std::optional<PartialDate> updated;
  std::optional<PartialDate> captured;  // when a crawler or browser saved it
  std::string language;
  std::vector<std::string> tags;
  std::string url;
  std::string path;  // of its file
};

struct CommentDescription {
  std::string id;
  std::string hash;          // of its text (text_hash.h)
  std::uint32_t number = 0;  // from 1, under its article
  std::uint32_t parent = 0;  // 0: answers the article; it may name a comment that is not there
  std::string author;        // "": unknown
  std::optional<PartialDate> published;
  std::string path;  // of its file
};

// The title without highlights.
ArticleDescription describe_article(const schema::Record& record);

CommentDescription describe_comment(const schema::Record& record);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_DESCRIPTION_H_
