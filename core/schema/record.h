// The stored record: what a Xapian document's data holds of an article or a comment, enough to show
// it, quote it and cite it without its file. Written by the indexer's store, read by the query
// tool.

#ifndef POSTIL_CORE_SCHEMA_RECORD_H_
#define POSTIL_CORE_SCHEMA_RECORD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/schema/zone.h"

namespace postil::schema {

// A stretch of text whose words have the positions first_position, first_position + 1, …
// 0 as first_position: the text is not there or has no positions.
struct Stretch {
  std::string_view text;
  std::uint32_t first_position = 0;
};

struct StoredParagraph {
  Zone zone = Zone::kBody;
  Stretch body;
  std::uint32_t page = 0;  // of the source, from 1, on which it begins; 0: it has no pages
};

struct StoredFurniture {
  FurnitureReason reason = FurnitureReason::kAppeal;
  std::string_view text;
};

// One type for both directions: when encoding, the views point into the caller's article; when
// decoded, into the data that was given, which must live as long. Empty text means unknown.
struct Record {
  Kind kind = Kind::kArticle;
  std::string_view id;      // unique in the database: "corpus/page.txt", "corpus/page.txt#c2"
  std::string_view own_id;  // the id that the source itself gives the record
  std::string_view path;    // of the file, as the file system has it (bytes)
  std::string_view url;
  std::string_view language;             // two letters
  std::optional<PartialDate> published;  // a comment's own date in a comment
  DateSource published_from = DateSource::kNone;
  std::optional<PartialDate> updated;
  std::optional<PartialDate> captured;  // when a crawler or browser saved it
  std::uint32_t words = 0;              // searched words of this record

  // Articles.
  Stretch title;
  std::vector<std::string_view> authors;
  std::string_view outlet;
  std::vector<std::string_view> tags;
  Stretch standfirst;
  Stretch author_note;
  std::uint32_t comment_count = 0;
  std::vector<StoredFurniture> furniture;

  // Comments.
  std::string_view article_id;
  std::uint32_t number = 0;  // from 1, within its article
  std::uint32_t parent = 0;  // the number of the comment that it answers; 0: the article itself
  std::string_view commenter;

  // Both: numbered from 1 in this order.
  std::vector<StoredParagraph> paragraphs;
};

std::string encode(const Record& record);

// Data that is damaged or of another version is an Error of kind kDatabase.
Result<Record> decode(std::string_view data);

}  // namespace postil::schema

#endif  // POSTIL_CORE_SCHEMA_RECORD_H_
