// The ids of records: "corpus/pages/talks.txt", "corpus/export.jsonl#12", "corpus/talks.txt#c2".
// The same file gives the same ids in every run, so that what others noted down keeps leading
// somewhere.
//
// What lies in a container has its path there behind the container's: "corpus/a.zip/talks.txt#c2".
//
// A "#" inside a file's name or a source's own id is written "%23", so that no two places share an
// id.

#ifndef POSTIL_INDEXER_STORE_RECORD_ID_H_
#define POSTIL_INDEXER_STORE_RECORD_ID_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/model/article.h"

namespace postil::index {

// The id of a file: its root's label and its path below the root ("" if the root is the file).
// Bytes that are not UTF-8 are replaced and told apart by a hash.
std::string file_id(std::string_view root_label, std::string_view relative);

// `bytes` as valid UTF-8; if anything had to be replaced, "~" and a hash of the bytes follow.
std::string valid_name(std::string_view bytes);

// The id of a comment of this article.
std::string comment_id(std::string_view article_id, int number);

// Gives the articles of one file their ids, in the order of the file: the file's id, for one of
// several with "#" and what the source calls it. The second of a name gets "~2" and so on.
class ArticleIds {
 public:
  explicit ArticleIds(std::string file_id) : file_id_(std::move(file_id)) {}

  std::string next(const Article& article);

 private:
  std::string file_id_;
  std::unordered_map<std::uint64_t, std::uint32_t> taken_;  // hash of the id → how often
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_RECORD_ID_H_
