// A table of comments that belongs to a table of articles. It may be far larger than memory: what
// is held is where each article's rows stand, some 30 bytes a comment, and the rows are read again
// when their article's turn has come. For table.cc.

#ifndef POSTIL_INDEXER_READERS_TABLES_COMMENT_TABLE_H_
#define POSTIL_INDEXER_READERS_TABLES_COMMENT_TABLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/readers/reader.h"

namespace postil::index {

class CommentTable {
 public:
  // Goes through the table once. What is wrong with it is told, also why it cannot be opened. The
  // columns: article_id; the text (comment_text, text, body); comment_author, author; timestamp,
  // post_time, date; and the place in the thread: comment_counter ("source1_26691065_0_2" answers
  // "source1_26691065_0"), or comment_id with parent_id.
  void open(const std::string& path, Result<Source> table, RawArticleSink& sink);

  // Adds the comments of an article, in the order of their threads. Each article has them once.
  void take(const std::string& article_id, std::vector<RawComment>& comments, RawArticleSink& sink);

  // Tells of comments whose article never came, and of those without text.
  void report(RawArticleSink& sink) const;

 private:
  struct Row {
    std::uint64_t at;
    std::uint32_t size;
  };
  struct Columns {
    std::size_t article;
    std::size_t text;
    std::size_t author;
    std::size_t date;
    std::size_t other_date;
    std::size_t counter;
    std::size_t id;
    std::size_t parent;
  };

  bool read_header(std::string_view row);
  void read_comment(const Row& row, std::vector<RawComment>& comments, RawArticleSink& sink);

  std::optional<Source> source_;
  std::string name_;
  char separator_ = ',';
  Columns columns_{};
  std::unordered_map<std::string, std::vector<Row>> rows_;  // by the article's id
  std::uint64_t empty_ = 0;
  std::uint64_t unreadable_ = 0;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TABLES_COMMENT_TABLE_H_
