// One article to be read from first to last, or cited: with all that is stored of it, its comments
// and the furniture around it. Made by the searcher, printed by any output that prints articles.

#ifndef POSTIL_QUERY_SEARCH_READING_H_
#define POSTIL_QUERY_SEARCH_READING_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/schema/zone.h"
#include "query/search/answer.h"
#include "query/search/description.h"

namespace postil::query {

struct ReadParagraph {
  std::uint32_t number = 0;  // from 1
  schema::Zone zone = schema::Zone::kBody;
  MarkedText body;
  std::uint32_t page = 0;  // as in a Passage
};

struct ReadComment : CommentDescription {
  ReadComment() = default;
  explicit ReadComment(CommentDescription about) : CommentDescription(std::move(about)) {}

  std::vector<ReadParagraph> paragraphs;
};

struct ReadFurniture {
  schema::FurnitureReason reason = schema::FurnitureReason::kAppeal;
  std::string text;
};

struct Reading : ArticleDescription {
  Reading() = default;
  explicit Reading(ArticleDescription about) : ArticleDescription(std::move(about)) {}

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
