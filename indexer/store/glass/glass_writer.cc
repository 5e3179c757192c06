#include "indexer/store/glass/glass_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <map>
#include <mutex>
#include <new>
#include <optional>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "core/schema/stamp.h"
#include "indexer/copies/resemblance.h"
#include "indexer/store/glass/bench.h"
#include "indexer/store/glass/document_tables.h"
#include "indexer/store/glass/documents.h"
#include "indexer/store/glass/postlist_table.h"
#include "indexer/store/glass/run.h"
#include "indexer/store/glass/settlement.h"
#include "indexer/store/glass/side_by_side.h"
#include "indexer/store/glass/table_writer.h"
#include "indexer/store/glass/version_file.h"
#include "indexer/store/metadata_keys.h"

namespace postil::index::glass {
namespace {

// Less memory makes many small runs and does not make the program smaller.
constexpr std::size_t kLeastMemory = 8UL * 1024 * 1024;

Status take(Result<std::string> root, std::string& to) {
  if (!root) return root.error();
  to = std::move(*root);
  return ok();
}

// The values of all documents as runs.
Status spool_values(const Documents& documents, const Settlement& settlement, Bench& values) {
  values.documents.reserve(documents.count());
  for (std::uint32_t number = 1; number <= documents.count(); ++number) {
    const Documents::Place place = documents.find(number);
    Result<DocumentNotes> notes = place.spool->notes(place.ordinal);
    if (!notes) return notes.error();
    settlement.apply(number, notes->values);
    values.documents.push_back(number);
    if (Status status = values.inverter.add_values(notes->values); !status) return status;
  }
  return values.inverter.finish();
}

class GlassWriter final : public Writer {
 public:
  GlassWriter(DatabaseFolder& folder, std::string work, std::string built,
              const WriterLimits& limits)
      : folder_(folder),
        work_(std::move(work)),
        built_(std::move(built)),
        memory_(std::max(kLeastMemory, limits.memory / std::max(1U, limits.threads))),
        threads_(std::max(1U, limits.threads)) {}

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
  Status finish_benches(const std::vector<schema::Root>& roots, double copy_threshold);
  Status write_tables(const Documents& documents, Settlement& settlement);
  Status write_positions(std::string& root) const;
  Status write_postlist(const Documents& documents, const Settlement& settlement,
                        PostlistTable& table, std::string& root);
  std::vector<RunPlace> runs(bool of_positions) const;

  DatabaseFolder& folder_;
  const std::string work_;   // runs
  const std::string built_;  // the database
  const std::size_t memory_;
  const unsigned threads_;

  std::mutex mutex_;  // for what follows; not held while records are taken
  std::vector<std::unique_ptr<Bench>> benches_;
  std::set<Bench*> free_;
  std::map<std::uint64_t, Bench*> lent_;  // by batch, from its first write to its end
  std::uint64_t batches_ = 0;             // the highest number that was ended, and one
  std::optional<Error> failure_;

  std::vector<std::unique_ptr<Bench>> corrections_;  // records made anew
  std::optional<Bench> values_;                      // no documents, but the values of all
};

// Keeps the first failure.
Status GlassWriter::keep(const Status& status) {
  if (status) return status;
  const std::lock_guard lock(mutex_);
  if (!failure_) failure_ = status.error();
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
    Bench& bench = bench_for(batch);
    for (const FileUpdate& update : updates) {
      for (const AnalysedRecord& record : update.records) {
        if (Status status = bench.add(record, update.key); !status) return status;
      }
      if (!update.is_last) continue;
      const Status status =
          bench.inverter.add_metadata(metadata_key(update.key), encode(update.state));
      if (!status) return status;
    }
    return ok();
  });
}

Status GlassWriter::end_batch(std::uint64_t batch) {
  const std::lock_guard lock(mutex_);
  if (const auto lent = lent_.find(batch); lent != lent_.end()) {
    free_.insert(lent->second);
    lent_.erase(lent);
  }
  batches_ = std::max(batches_, batch + 1);
  return failure_ ? Status(*failure_) : ok();
}

Status GlassWriter::finish(const std::vector<schema::Root>& roots,
                           std::optional<double> copy_threshold) {
  const double threshold = copy_threshold.value_or(kDefaultThreshold);
  const Status status = attempt([&] {
    if (Status done = finish_benches(roots, threshold); !done) return done;
    Documents documents(benches_);
    Settlement settlement(documents, threshold, threads_);
    for (unsigned i = 0; i < threads_; ++i) {
      corrections_.push_back(
          std::make_unique<Bench>(fmt::format("{}/corrections{}", work_, i), memory_));
    }
    if (Status done = settlement.settle_furniture(corrections_); !done) return done;
    return write_tables(documents, settlement);
  });
  if (!status) return status;
  return folder_.publish(built_);
}

Status GlassWriter::finish_benches(const std::vector<schema::Root>& roots, double copy_threshold) {
  Inverter& any = bench_for(batches_).inverter;
  const std::pair<std::string_view, std::string> all[] = {
      {schema::kStampKey, schema::current_stamp()},
      {schema::kRootsKey, schema::encode_roots(roots)},
      {schema::kCopiesKey, fmt::format("{}", copy_threshold)}};
  for (const auto& [key, value] : all) {
    if (Status status = any.add_metadata(key, value); !status) return status;
  }
  return side_by_side(threads_, benches_.size(),
                      [this](std::size_t i) { return benches_[i]->finish(); });
}

// What near-duplicates do not enter is written while they are looked for.
Status GlassWriter::write_tables(const Documents& documents, Settlement& settlement) {
  Roots roots;
  Status status = side_by_side(threads_, 2, [&](std::size_t i) {
    if (i == 0) return settlement.settle_copies();
    if (Status done = write_positions(roots.position); !done) return done;
    TableWriter docdata(built_ + "/docdata.glass", kCompressAbove, true);
    if (Status done = fill_docdata(documents, docdata); !done) return done;
    return take(docdata.finish(), roots.docdata);
  });
  if (!status) return status;
  PostlistTable postlist(built_ + "/postlist.glass");
  status = side_by_side(threads_, 2, [&](std::size_t i) {
    if (i == 0) return write_postlist(documents, settlement, postlist, roots.postlist);
    TableWriter termlists(built_ + "/termlist.glass", kCompressAbove, false);
    if (Status done = fill_termlists(documents, settlement, termlists); !done) return done;
    return take(termlists.finish(), roots.termlist);
  });
  if (!status) return status;
  roots.spelling = roots.synonym = TableWriter::absent_root(kCompressAbove);
  return write_version_file(built_, roots, postlist.statistics());
}

Status GlassWriter::write_positions(std::string& root) const {
  TableWriter table(built_ + "/position.glass", 0, true);
  RunMerger merged(runs(true));
  if (Status status = fill_positions(merged, table); !status) return status;
  return take(table.finish(), root);
}

Status GlassWriter::write_postlist(const Documents& documents, const Settlement& settlement,
                                   PostlistTable& table, std::string& root) {
  values_.emplace(work_ + "/values", memory_);
  if (Status status = spool_values(documents, settlement, *values_); !status) return status;
  RunMerger merged(runs(false));
  if (Status status = table.fill(merged, values_->inverter.slots()); !status) return status;
  return take(table.finish(), root);
}

std::vector<RunPlace> GlassWriter::runs(bool of_positions) const {
  std::vector<RunPlace> places;
  const auto add = [&](const Bench& bench) {
    const auto& paths = of_positions ? bench.inverter.positions() : bench.inverter.postings();
    for (const std::string& path : paths) places.push_back({path, &bench.documents});
  };
  for (const auto& bench : benches_) add(*bench);
  for (const auto& bench : corrections_) add(*bench);
  if (!of_positions) add(*values_);
  return places;
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
