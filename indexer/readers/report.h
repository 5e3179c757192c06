// The findings that every reader may have to make, in the same words.

#ifndef POSTIL_INDEXER_READERS_REPORT_H_
#define POSTIL_INDEXER_READERS_REPORT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/source.h"

namespace postil::index {

// Text of one article beyond this is cut: the longest novels have a fifth of it, so what is longer
// is a log or an archive in the guise of a text.
inline constexpr std::size_t kLongestText = 16UL * 1024 * 1024;

// The file could not be read: "unreadable"; "changed" if it changed while it was read; a member of
// a container that unfolds without measure: "expands-too-much".
void report_unreadable(const Source& source, const Error& error, RawArticleSink& sink);

// Nothing is in the file but white space: "empty".
void report_empty(const Source& source, RawArticleSink& sink);

// The first kLongestText bytes of the source, cut at a line's end if there are more. Tells
// "too-large" when it cuts, and by report_unreadable() why there is nothing.
bool read_text(Source& source, RawArticleSink& sink, std::string& bytes);

// Tells the first findings of a kind one by one, then how many more there were: a table may have a
// million bad rows. One for each reader; the counts are its own.
class OneByOne {
 public:
  // `what` there are more of: "rows". Both must outlive this.
  OneByOne(RawArticleSink& sink, std::string_view what) : sink_(sink), what_(what) {}

  void tell(std::size_t& count, Severity severity, std::string_view reason, std::string detail);
  void finish(std::size_t count, Severity severity, std::string_view reason);

 private:
  RawArticleSink& sink_;
  std::string_view what_;
};

// "16.0 MB": decimal, as file managers have it.
std::string format_size(std::uint64_t bytes);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_REPORT_H_
