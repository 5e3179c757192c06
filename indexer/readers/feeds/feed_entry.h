// What feeds of all kinds come down to, between the readers of their XML and the articles that are
// made of them.

#ifndef POSTIL_INDEXER_READERS_FEEDS_FEED_ENTRY_H_
#define POSTIL_INDEXER_READERS_FEEDS_FEED_ENTRY_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"

namespace postil::index {

// Text as a feed gives it, and what it says that it is.
struct FeedText {
  enum class Kind : char {
    kUnstated,  // RSS: HTML by custom, or plain text
    kPlain,
    kHtml,
  };
  Kind kind = Kind::kUnstated;
  std::string value;

  bool empty() const { return value.empty(); }
};

struct FeedEntry {
  FeedText title;
  FeedText content;
  FeedText summary;
  std::string id;    // guid, id, rdf:about
  std::string link;  // absolute where the feed lets that be known
  std::vector<std::string> authors;
  std::vector<std::string> tags;
  std::optional<PartialDate> published;
  std::optional<PartialDate> updated;
  std::string language;
  std::string outlet;       // of an entry that was taken over from another feed
  std::string in_reply_to;  // the id or link of what it answers
  bool is_draft = false;
  std::string kind;  // "post", "comment", "settings" …: what Blogger's exports call it

  std::size_t bytes() const {
    return title.value.size() + content.value.size() + summary.value.size();
  }
};

struct FeedHead {
  FeedText title;
  std::string link;
  std::string language;
  std::vector<std::string> authors;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_FEEDS_FEED_ENTRY_H_
