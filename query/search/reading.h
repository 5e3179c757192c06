// One article to be read from first to last, or cited: with all that is stored of it, its comments
// and the furniture around it. Made by the searcher, printed by any output that prints articles.

#ifndef POSTIL_QUERY_SEARCH_READING_H_
#define POSTIL_QUERY_SEARCH_READING_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/schema/zone.h"
#include "query/search/answer.h"

namespace postil::query {

// A text with what the question matches in it.
struct MarkedText {
  std::string text;
  std::vector<Highlight> highlights;  // in order, not overlapping
};

struct ReadParagraph {
  std::uint32_t number = 0;  // from 1
  schema::Zone zone = schema::Zone::kBody;
  MarkedText body;
  std::uint32_t page = 0;  // as in a Passage
};

struct ReadComment {
  std::string id;
  std::string hash;  // text_hash.h
  std::uint32_t number = 0;
  std::uint32_t parent = 0;  // 0: answers the article; it may name a comment that is not there
  std::string author;        // "": unknown
  std::optional<PartialDate> published;
  std::vector<ReadParagraph> paragraphs;
};

struct ReadFurniture {
  schema::FurnitureReason reason = schema::FurnitureReason::kAppeal;
  std::string text;
};

// Empty texts are unknown. All text is valid UTF-8 and hostile; only a path may be any bytes.
struct Reading {
  std::string id;
  std::string own_id;
  std::string hash;  // text_hash.h
  MarkedText title;
  std::vector<std::string> authors;
  std::string outlet;
  std::optional<PartialDate> published;
  schema::DateSource published_from = schema::DateSource::kNone;
  std::optional<PartialDate> updated;
  std::optional<PartialDate> captured;  // as in an ArticleHit
  std::string language;
  std::vector<std::string> tags;
  std::string url;
  std::string path;
  MarkedText standfirst;
  std::vector<ReadParagraph> paragraphs;
  MarkedText author_note;
  std::vector<ReadComment> comments;  // by number
  std::vector<ReadFurniture> furniture;

  // The comment that was asked for by its own id; 0: the article was.
  std::uint32_t selected_comment = 0;

  // The passage that the question is best answered by, in the article, or in the selected comment.
  std::optional<Passage> best_passage;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_READING_H_
