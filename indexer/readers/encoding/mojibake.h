// Text that was UTF-8, was read as Windows-1252 by some program before us and saved so: "cafÃ©",
// "donâ€™t". Mended between the readers and extraction, only where it is certain, and told.

#ifndef POSTIL_INDEXER_READERS_ENCODING_MOJIBAKE_H_
#define POSTIL_INDEXER_READERS_ENCODING_MOJIBAKE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace postil::index {

// The text as it was meant, if every character beyond ASCII in it is part of such a sequence and
// there is at least one; else the text itself. `mended` is raised by the number of sequences.
std::string without_mojibake(std::string_view text, std::size_t& mended);

// Passes articles on with all their texts mended, where an article has two such sequences or one
// that nobody writes ("â€™"). What an article has beside them is left as it is. For one file.
class MojibakeMender final : public RawArticleSink {
 public:
  explicit MojibakeMender(RawArticleSink& sink) : sink_(sink) {}
  void article(RawArticle article) override;
  void finding(Severity severity, std::string_view reason, std::string detail) override;

  // Tells "mojibake" if anything was mended: at the end of the file.
  void report();

 private:
  RawArticleSink& sink_;
  std::size_t articles_ = 0;
  std::size_t mended_ = 0;
  std::string first_;  // the first that was mended, as it was and as it is
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_ENCODING_MOJIBAKE_H_
