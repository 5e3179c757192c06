// What the readers of containers share: archives, mail with attachments, crawls. A container hands
// each member to the reader that the member's content asks for; what comes out of it is named by
// its path inside the container. The names in containers are written by anybody: they are labels,
// and no path is ever made of them.

#ifndef POSTIL_INDEXER_READERS_CONTAINER_H_
#define POSTIL_INDEXER_READERS_CONTAINER_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/report.h"
#include "indexer/readers/source.h"

namespace postil::index {

// A member's name as a label: valid UTF-8 without control characters, "/" between its parts, no
// leading "/", drive letter, "." or "..", not longer than a kilobyte. "" if nothing is left.
std::string member_label(std::string_view name);

// Members that no person put there: hidden files, and what macOS adds ("__MACOSX/").
bool is_hidden_member(std::string_view label);

// What a container knows of a page that it holds, where pages are known by their address.
struct MemberFacts {
  std::string address;                  // its URL
  std::string charset;                  // as its server said, "" if unknown
  std::optional<PartialDate> captured;  // when it was fetched or saved
};

// The members of one container, read one after another.
class Members {
 public:
  // Both must outlive this.
  Members(Source& container, RawArticleSink& sink) : container_(container), sink_(sink) {}

  // Reads a member, which is Source::of_member(container, …), by whichever reader it is for. False
  // when a limit is reached: the container is not to be read any further, and why has been told.
  bool read(const std::string& label, Source& member);

  // The same for a page, which is named by its address: "crawl.warc#https://example.org/talks".
  bool read_page(const MemberFacts& facts, std::string bytes);

  // The same limits for a member that the container's own reader reads.
  bool may_read();

  // Something about a member. A member that is skipped leaves its container read in part. Of each
  // reason the first twenty are told, then their number.
  void finding(const std::string& label, Severity severity, std::string_view reason,
               std::string detail);

  // To be called at the end: tells what was not told one by one.
  void finish();

  std::size_t articles() const { return articles_; }

 private:
  class Sink;
  class PageSink;

  Source& container_;
  RawArticleSink& sink_;
  OneByOne one_by_one_{sink_, "findings"};
  std::map<std::string, std::size_t, std::less<>> told_;  // how many, by reason
  std::size_t articles_ = 0;
  bool is_full_ = false;
};

// True if there is nothing in the source, which then has been told.
bool report_if_empty(Source& source, RawArticleSink& sink);

// All bytes of a source, for formats that are not read in sequence. Tells "empty" if there are
// none, "too-large" if there are more than `most`, by report_unreadable() why it cannot be read;
// then returns false.
bool load_whole(Source& source, std::size_t most, RawArticleSink& sink, std::string& bytes);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_CONTAINER_H_
