// What a worker does with one file: open it, compare it with what the database remembers, and if it
// is new or changed read it, extract its articles and analyse them into records.

#ifndef POSTIL_INDEXER_PIPELINE_FILE_ANALYSER_H_
#define POSTIL_INDEXER_PIPELINE_FILE_ANALYSER_H_

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "indexer/pipeline/ledger.h"
#include "indexer/pipeline/task.h"
#include "indexer/readers/source.h"
#include "indexer/store/record_maker.h"
#include "indexer/store/writer.h"
#include "indexer/worker/worker.h"

namespace postil::index {

// What the database keeps of a file's rows in metadata.csv. For a file of which nothing could be
// read the readers of this program are mixed in: another program may have the one it needs.
std::uint64_t kept_row_hash(std::uint64_t row_hash, bool has_articles);

// Not thread-safe: one per thread, kept, for it remembers words and has a worker process.
class FileAnalyser {
 public:
  // `worker_program`: see worker.h; "" to read all formats in this process, as tests do. `recurs`:
  // see RecordMaker.
  FileAnalyser(std::string worker_program, std::function<bool()> is_stopped,
               RecordMaker::Recurs recurs = {})
      : worker_program_(std::move(worker_program)),
        is_stopped_(std::move(is_stopped)),
        maker_(std::move(recurs)) {}

  // Takes one file's update, or its next part. An Error ends the analysis of the file.
  using Emit = std::function<Status(FileUpdate)>;

  // Tells in `entry` what became of the file. Nothing is emitted for a file that could not be read:
  // what the database holds of it stays. Only an Error if `emit` gives one or no worker process can
  // be started. When the run is stopped meanwhile, the file is left for the next run.
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

  Result<ReadOutcome> read_articles_of(const FileTask& task, Source& source, ArticleSink& sink);

  std::string worker_program_;
  std::function<bool()> is_stopped_;
  std::optional<Worker> worker_;
  RecordMaker maker_;
  std::vector<std::string> gone_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_PIPELINE_FILE_ANALYSER_H_
