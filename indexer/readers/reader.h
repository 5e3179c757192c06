// The interface of a reader: one file format, turned into raw articles. A reader knows its format
// and nothing else: not the rules of extraction, not the database. Readers are found by content
// through registry.h; adding one is a new file here and its line in the registry.

#ifndef POSTIL_INDEXER_READERS_READER_H_
#define POSTIL_INDEXER_READERS_READER_H_

#include <string>
#include <string_view>

#include "indexer/model/article.h"
#include "indexer/model/finding.h"
#include "indexer/readers/source.h"

namespace postil::index {

// Receives what a reader finds, in the order of the file. Called on the reader's thread.
class RawArticleSink {
 public:
  virtual ~RawArticleSink() = default;
  virtual void article(RawArticle article) = 0;
  virtual void finding(Severity severity, std::string_view reason, std::string detail) = 0;
};

// What content sniffing sees of a file before a reader is chosen.
struct Sample {
  std::string_view path;   // for its ending only
  std::string_view bytes;  // the first kSampleBytes at most
  bool whole = false;      // bytes is the whole file
};
inline constexpr std::size_t kSampleBytes = 64 * 1024;

struct Reader {
  std::string_view name;         // as --inspect prints it: "text", "markdown", "jsonl"
  std::string_view description;  // one line for --version and the manual

  // How sure it is that the file is of its format: 0 not at all, 100 certain. Reads only the
  // sample.
  int (*sniff)(const Sample& sample);

  // Reads the file to its end, or says by a finding why not. Never throws.
  void (*read)(Source& source, RawArticleSink& sink);

  // Whether the format must be read in a worker process (indexer/worker/): it is, unless what reads
  // it is our own code whose time and memory are known to be linear in the file. The reader itself
  // is the same in either case.
  bool is_isolated = true;

  // Loads what read() would have to open files for, which a worker may not once it reads; null if
  // there is nothing. Called once, before.
  void (*prepare)() = nullptr;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_READER_H_
