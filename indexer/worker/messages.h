// What a run and its worker processes say to each other, as bytes: the file to be read, and the
// articles and findings that come of it. The bytes of one program version only; they are never
// stored. Decoding trusts nothing: a worker may have been taken over by the file it reads.

#ifndef POSTIL_INDEXER_WORKER_MESSAGES_H_
#define POSTIL_INDEXER_WORKER_MESSAGES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/model/article.h"
#include "indexer/model/finding.h"
#include "indexer/worker/limits.h"

namespace postil::index {

struct ReadRequest {
  std::string path;   // for its ending and for messages; the worker opens nothing
  std::string begun;  // bytes that were already taken from a descriptor that is no file
  bool is_file = true;
  Limits limits;
  bool has_row = false;
  Metadata row;
  std::vector<std::pair<std::string, Metadata>> member_rows;
  std::vector<std::string> companions;  // paths, for messages as well: opened by the run when asked
};

struct ReadEnd {
  std::string reader;
  bool has_changed = false;
  std::uint64_t peak_bytes = 0;  // the worker's resident memory at its most, so far
};

std::string encode(const Article& article);
std::string encode(const Finding& finding);  // without its path
std::string encode(const ReadRequest& request);
std::string encode(const ReadEnd& end);

// False if the bytes are no such message.
bool decode(std::string_view bytes, Article& article);
bool decode(std::string_view bytes, Finding& finding);
bool decode(std::string_view bytes, ReadRequest& request);
bool decode(std::string_view bytes, ReadEnd& end);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_WORKER_MESSAGES_H_
