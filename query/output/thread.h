// Comments in the order of a conversation: each followed by its answers.

#ifndef POSTIL_QUERY_OUTPUT_THREAD_H_
#define POSTIL_QUERY_OUTPUT_THREAD_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/search/reading.h"

namespace postil::query {

struct ThreadPlace {
  std::size_t comment = 0;  // index among the comments given
  int depth = 0;            // 0: answers the article
  std::size_t root = 0;     // index of the comment with which its conversation begins
};

// Every comment once, those side by side by number. One whose parent is not there, or that answers
// itself by way of others, begins a conversation. Linear, however deep the conversation.
std::vector<ThreadPlace> thread_of(const std::vector<ReadComment>& comments);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_THREAD_H_
