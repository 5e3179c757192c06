#include "indexer/store/glass/glass_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <future>
#include <map>
#include <mutex>
#include <new>
#include <optional>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "core/schema/stamp.h"
#include "indexer/store/glass/document_tables.h"
#include "indexer/store/glass/inverter.h"
#include "indexer/store/glass/postlist_table.h"
#include "indexer/store/glass/run.h"
#include "indexer/store/glass/version_file.h"
#include "indexer/store/metadata_keys.h"
#include "indexer/store/settle.h"

namespace postil::index::glass {
namespace {

// Finished tags of batches whose turn has not come; a writer that would add to more waits.
constexpr std::size_t kMostWaiting = 64UL * 1024 * 1024;

// Less memory makes many small runs and does not make the program smaller.
constexpr std::size_t kLeastMemory = 8UL * 1024 * 1024;

// What one thread works with, lent to a batch from its first write to its end.
struct Bench {
  Bench(std::string name, std::size_t memory) : inverter(std::move(name), memory) {}

  // A batch's documents have the ordinals from `begin` on.
  struct Share {
    std::uint64_t batch = 0;
    std::uint32_t begin = 0;
  };

  Inverter inverter;
  TagMaker tag_maker;
  std::vector<Share> shares;             // by rising batch
  std::vector<std::uint32_t> documents;  // by ordinal; filled when all is known
};

class GlassWriter final : public Writer {
 public:
  GlassWriter(DatabaseFolder& folder, std::string work, std::string built,
              const WriterLimits& limits)
      : folder_(folder),
        work_(std::move(work)),
        built_(std::move(built)),
        memory_(std::max(kLeastMemory, limits.memory / std::max(1U, limits.threads))),
        threads_(std::max(1U, limits.threads)),
        tables_(built_) {}

  Status write(std::uint64_t batch, const std::vector<FileUpdate>& updates) override;
  Status end_batch(std::uint64_t batch) override;
  Status remove(const std::vector<std::string>& /*keys*/) override { return ok(); }
  Status finish(const std::vector<schema::Root>& roots,
                std::optional<double> copy_threshold) override;

 private:
  template <class Task>
  Status attempt(Task&& task);
  Status keep(const Status& status);
  Bench& bench_for(std::uint64_t batch);
  Status invert(Bench& bench, const std::vector<FileUpdate>& updates, DocumentTags& tags);
  Status hand_over(std::uint64_t batch, DocumentTags tags);
  void pass_turn();
  void number_documents(Bench& bench) const;
  Status finish_inverters(const std::vector<schema::Root>& roots);
  Status merge_runs();
  Result<std::string> merge_postings(Statistics& all);
  Result<std::string> merge_positions();
  std::vector<RunPlace> runs(bool of_positions) const;

  DatabaseFolder& folder_;
  const std::string work_;   // runs
  const std::string built_;  // the database
  const std::size_t memory_;
  const unsigned threads_;

  std::mutex mutex_;  // for all that follows; not held while records are inverted
  std::condition_variable turn_;
  std::vector<std::unique_ptr<Bench>> benches_;
  std::set<Bench*> free_;
  std::map<std::uint64_t, Bench*> lent_;  // by batch
  std::optional<Error> failure_;

  DocumentTables tables_;
  std::uint64_t next_batch_ = 0;  // whose documents are added as they come
  std::set<std::uint64_t> ended_;
  std::map<std::uint64_t, std::vector<DocumentTags>> waiting_;  // of later batches
  std::size_t waiting_bytes_ = 0;
  std::vector<std::uint32_t> first_document_ = {1};  // by batch
};

// Keeps the first failure and wakes who waits for a turn that will not come.
Status GlassWriter::keep(const Status& status) {
  if (status) return status;
  const std::lock_guard lock(mutex_);
  if (!failure_) failure_ = status.error();
  turn_.notify_all();
  return status;
}

template <class Task>
Status GlassWriter::attempt(Task&& task) {
  {
    const std::lock_guard lock(mutex_);
    if (failure_) return *failure_;
  }
  try {
    return keep(task());
  } catch (const std::bad_alloc&) {
    return keep(Error{ErrorKind::kDatabase, "there is not enough memory to build the database",
                      "give it less with --memory, or fewer --jobs"});
  } catch (const std::exception& error) {
    return keep(Error{ErrorKind::kDatabase,
                      fmt::format("cannot build the database {}: {}", built_, error.what()),
                      "run again: the last good index still stands"});
  }
}

// A bench's documents must come in the order of batches, so that their numbers rise.
Bench& GlassWriter::bench_for(std::uint64_t batch) {
  const std::lock_guard lock(mutex_);
  if (const auto found = lent_.find(batch); found != lent_.end()) return *found->second;
  Bench* bench = nullptr;
  for (Bench* candidate : free_) {
    if (candidate->shares.back().batch < batch) bench = candidate;
  }
  if (bench != nullptr) {
    free_.erase(bench);
  } else {
    benches_.push_back(
        std::make_unique<Bench>(fmt::format("{}/run{}", work_, benches_.size()), memory_));
    bench = benches_.back().get();
  }
  bench->shares.push_back({batch, bench->inverter.documents()});
  lent_[batch] = bench;
  return *bench;
}

Status GlassWriter::write(std::uint64_t batch, const std::vector<FileUpdate>& updates) {
  return attempt([&] {
    DocumentTags tags;
    if (Status status = invert(bench_for(batch), updates, tags); !status) return status;
    return hand_over(batch, std::move(tags));
  });
}

Status GlassWriter::invert(Bench& bench, const std::vector<FileUpdate>& updates,
                           DocumentTags& tags) {
  for (const FileUpdate& update : updates) {
    for (const AnalysedRecord& record : update.records) {
      bench.tag_maker.add(record, tags);
      if (Status status = bench.inverter.add(record); !status) return status;
    }
    if (!update.is_last) continue;
    const Status status =
        bench.inverter.add_metadata(metadata_key(update.key), encode(update.state));
    if (!status) return status;
  }
  return ok();
}

Status GlassWriter::hand_over(std::uint64_t batch, DocumentTags tags) {
  std::unique_lock lock(mutex_);
  turn_.wait(lock,
             [&] { return failure_ || batch == next_batch_ || waiting_bytes_ < kMostWaiting; });
  if (failure_) return *failure_;
  if (batch == next_batch_) {
    tables_.add(tags);
    return tables_.status();
  }
  waiting_bytes_ += tags.bytes();
  waiting_[batch].push_back(std::move(tags));
  return ok();
}

Status GlassWriter::end_batch(std::uint64_t batch) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto lent = lent_.find(batch); lent != lent_.end()) {
      free_.insert(lent->second);
      lent_.erase(lent);
    }
    ended_.insert(batch);
  }
  return attempt([&] {
    const std::lock_guard lock(mutex_);
    pass_turn();
    turn_.notify_all();
    return tables_.status();
  });
}

// On to the first batch that has not ended; what waited of those up to it is written.
void GlassWriter::pass_turn() {
  while (ended_.erase(next_batch_) > 0) {
    first_document_.push_back(tables_.documents() + 1);
    ++next_batch_;
    const auto found = waiting_.find(next_batch_);
    if (found == waiting_.end()) continue;
    for (const DocumentTags& tags : found->second) {
      waiting_bytes_ -= tags.bytes();
      tables_.add(tags);
    }
    waiting_.erase(found);
  }
}

// All that was written is in the tables' order only now.
void GlassWriter::number_documents(Bench& bench) const {
  const std::uint32_t all = bench.inverter.documents();
  bench.documents.reserve(all + 1);
  for (std::size_t i = 0; i < bench.shares.size(); ++i) {
    const Bench::Share& share = bench.shares[i];
    const std::uint32_t end = i + 1 < bench.shares.size() ? bench.shares[i + 1].begin : all;
    std::uint32_t number = first_document_[share.batch];
    for (std::uint32_t at = share.begin; at < end; ++at) bench.documents.push_back(number++);
  }
  bench.documents.push_back(UINT32_MAX);  // of metadata behind the last document
}

Status GlassWriter::finish(const std::vector<schema::Root>& roots,
                           std::optional<double> copy_threshold) {
  const Status status = attempt([&] {
    if (Status done = finish_inverters(roots); !done) return done;
    if (Status done = merge_runs(); !done) return done;
    return settle_new(built_, copy_threshold);
  });
  if (!status) return status;
  return folder_.publish(built_);
}

Status GlassWriter::finish_inverters(const std::vector<schema::Root>& roots) {
  Bench& bench = bench_for(next_batch_);
  if (Status status = bench.inverter.add_metadata(schema::kStampKey, schema::current_stamp());
      !status) {
    return status;
  }
  if (Status status = bench.inverter.add_metadata(schema::kRootsKey, schema::encode_roots(roots));
      !status) {
    return status;
  }
  std::deque<std::future<Status>> running;
  Status status = ok();
  const auto wait_for_one = [&] {
    Status done = running.front().get();
    running.pop_front();
    if (status) status = std::move(done);
  };
  for (const auto& each : benches_) {
    if (running.size() == threads_) wait_for_one();
    running.push_back(std::async(std::launch::async, [this, &each] {
      number_documents(*each);
      return each->inverter.finish();
    }));
  }
  while (!running.empty()) wait_for_one();
  return status;
}

// The two large tables are merged side by side.
Status GlassWriter::merge_runs() {
  Statistics all;
  Roots roots;
  const auto when = threads_ > 1 ? std::launch::async : std::launch::deferred;
  std::future<Result<std::string>> positions =
      std::async(when, [this] { return merge_positions(); });
  Result<std::string> postlist = merge_postings(all);
  Result<std::string> position = positions.get();
  Result<std::string> docdata = tables_.finish_data();
  Result<std::string> termlist = tables_.finish_terms();
  for (const auto* root : {&postlist, &docdata, &termlist, &position}) {
    if (!*root) return root->error();
  }
  roots.postlist = *postlist;
  roots.docdata = *docdata;
  roots.termlist = *termlist;
  roots.position = *position;
  roots.spelling = roots.synonym = TableWriter::absent_root(kCompressAbove);
  return write_version_file(built_, roots, all);
}

std::vector<RunPlace> GlassWriter::runs(bool of_positions) const {
  std::vector<RunPlace> places;
  for (const auto& bench : benches_) {
    const auto& paths = of_positions ? bench->inverter.positions() : bench->inverter.postings();
    for (const std::string& path : paths) places.push_back({path, &bench->documents});
  }
  return places;
}

Result<std::string> GlassWriter::merge_postings(Statistics& all) {
  SlotStatistics slots;
  for (const auto& bench : benches_) {
    all.add(bench->inverter.statistics());
    for (const auto& [slot, statistics] : bench->inverter.slots()) slots[slot].add(statistics);
  }
  PostlistTable table(built_ + "/postlist.glass");
  RunMerger merged(runs(false));
  if (Status status = table.fill(merged, slots); !status) return status.error();
  return table.finish();
}

Result<std::string> GlassWriter::merge_positions() {
  TableWriter table(built_ + "/position.glass", 0, true);
  RunMerger merged(runs(true));
  if (Status status = fill_positions(merged, table); !status) return status.error();
  return table.finish();
}

}  // namespace

Result<std::unique_ptr<Writer>> make_glass_writer(DatabaseFolder& folder,
                                                  const WriterLimits& limits) {
  Result<std::string> work = folder.begin_generation();
  if (!work) return work.error();
  const std::string built = *work + "/all";
  std::error_code error;
  std::filesystem::create_directory(built, error);
  if (error) {
    return Error{ErrorKind::kDatabase,
                 fmt::format("cannot make the folder {}: {}", built, error.message()),
                 "check the permissions and the space on the disk"};
  }
  return std::unique_ptr<Writer>(
      std::make_unique<GlassWriter>(folder, std::move(*work), built, limits));
}

}  // namespace postil::index::glass
