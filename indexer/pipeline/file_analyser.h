// What a worker does with one file: open it, compare it with what the database remembers, and if it
// is new or changed read it, extract its articles and analyse them into records.

#ifndef POSTIL_INDEXER_PIPELINE_FILE_ANALYSER_H_
#define POSTIL_INDEXER_PIPELINE_FILE_ANALYSER_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "indexer/pipeline/ledger.h"
#include "indexer/pipeline/task.h"
#include "indexer/readers/source.h"
#include "indexer/store/record_maker.h"
#include "indexer/store/writer.h"

namespace postil::index {

// Not thread-safe: one per thread, kept, for it remembers words.
class FileAnalyser {
 public:
  // Takes one file's update, or its next part. An Error ends the analysis of the file.
  using Emit = std::function<Status(FileUpdate)>;

  // Tells in `entry` what became of the file. Nothing is emitted for a file that could not be read:
  // what the database holds of it stays. Only an Error if `emit` gives one.
  Status analyse(const FileTask& task, const Emit& emit, Entry& entry);

  // The same without reading: what would become of the file.
  void predict(const FileTask& task, Entry& entry);

  // Keys of files that were gone when they were to be opened.
  const std::vector<std::string>& gone() const { return gone_; }

 private:
  class Articles;

  std::optional<Source> open(const FileTask& task, Entry& entry);
  Status refresh(const FileTask& task, const Digest& content, const Emit& emit, Entry& entry);
  Status read(const FileTask& task, Source& source, const Digest& content, const Emit& emit,
              Entry& entry);

  RecordMaker maker_;
  std::vector<std::string> gone_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_PIPELINE_FILE_ANALYSER_H_
