#include "indexer/store/glass/glass_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>
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
#include "indexer/store/xapian_error.h"

namespace postil::index::glass {
namespace {

Status take(Result<std::string> root, std::string& to) {
  if (!root) return root.error();
  to = std::move(*root);
  return ok();
}

std::vector<RunPlace> places_of(const std::vector<std::string>& paths, const Bench& bench) {
  std::vector<RunPlace> places;
  for (const std::string& path : paths) places.push_back({path, &bench.documents});
  return places;
}

// The values of all documents as runs.
Status spool_values(const Documents& documents, const Settlement& settlement, Bench& values) {
  values.documents.reserve(documents.count());
  const Status status =
      documents.for_each_notes([&](std::uint32_t number, DocumentNotes& notes) -> Status {
        settlement.apply(number, notes.values);
        values.documents.push_back(number);
        return values.inverter.add_values(notes.values);
      });
  return status ? values.inverter.finish() : status;
}

class GlassWriter final : public Writer {
 public:
  GlassWriter(DatabaseFolder& folder, WorkFolder work, std::string built,
              const WriterLimits& limits)
      : folder_(folder),
        work_(std::move(work)),
        built_(std::move(built)),
        memory_(limits.memory / std::max(1U, limits.threads)),
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
  Status write_postings(PostlistTable& table) const;
  Status write_positions(std::string& root) const;
  Status write_docdata(const Documents& documents, std::string& root) const;
  Status write_values(const Documents& documents, const Settlement& settlement,
                      PostlistTable& table, std::string& root) const;
  Status write_termlists(const Documents& documents, const Settlement& settlement,
                         std::string& root) const;
  std::vector<RunPlace> runs(bool of_positions) const;

  DatabaseFolder& folder_;
  const WorkFolder work_;    // runs
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
  return keep(guarded_wholly(fmt::format("build the database {}", built_), task));
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
        std::make_unique<Bench>(fmt::format("{}/run{}", work_.path(), benches_.size()), memory_));
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
          std::make_unique<Bench>(fmt::format("{}/corrections{}", work_.path(), i), memory_));
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

// Near-duplicates enter the values alone: all else is written while they are looked for.
Status GlassWriter::write_tables(const Documents& documents, Settlement& settlement) {
  Roots roots;
  PostlistTable postlist(built_ + "/postlist.glass");
  Status status = side_by_side(threads_, 4, [&](std::size_t i) {
    switch (i) {
      case 0:
        return settlement.settle_copies();
      case 1:
        return write_postings(postlist);
      case 2:
        return write_positions(roots.position);
      default:
        return write_docdata(documents, roots.docdata);
    }
  });
  if (!status) return status;
  status = side_by_side(threads_, 2, [&](std::size_t i) {
    return i == 0 ? write_values(documents, settlement, postlist, roots.postlist)
                  : write_termlists(documents, settlement, roots.termlist);
  });
  if (!status) return status;
  roots.spelling = roots.synonym = TableWriter::absent_root(kCompressAbove);
  return write_version_file(built_, roots, postlist.statistics());
}

Status GlassWriter::write_postings(PostlistTable& table) const {
  RunMerger merged(runs(false));
  return table.add_postings(merged);
}

Status GlassWriter::write_positions(std::string& root) const {
  TableWriter table(built_ + "/position.glass", 0, true);
  RunMerger merged(runs(true));
  if (Status status = fill_positions(merged, table); !status) return status;
  return take(table.finish(), root);
}

Status GlassWriter::write_docdata(const Documents& documents, std::string& root) const {
  TableWriter table(built_ + "/docdata.glass", kCompressAbove, true);
  if (Status status = fill_docdata(documents, table); !status) return status;
  return take(table.finish(), root);
}

Status GlassWriter::write_values(const Documents& documents, const Settlement& settlement,
                                 PostlistTable& table, std::string& root) const {
  Bench values(work_.path() + "/values", memory_);  // no documents, but the values of all
  if (Status status = spool_values(documents, settlement, values); !status) return status;
  RunMerger merged(places_of(values.inverter.postings(), values));
  if (Status status = table.add_values(merged, values.inverter.slots()); !status) return status;
  return take(table.finish(), root);
}

Status GlassWriter::write_termlists(const Documents& documents, const Settlement& settlement,
                                    std::string& root) const {
  TableWriter table(built_ + "/termlist.glass", kCompressAbove, false);
  if (Status status = fill_termlists(documents, settlement, table); !status) return status;
  return take(table.finish(), root);
}

std::vector<RunPlace> GlassWriter::runs(bool of_positions) const {
  std::vector<RunPlace> all;
  for (const auto* benches : {&benches_, &corrections_}) {
    for (const auto& bench : *benches) {
      const Inverter& inverter = bench->inverter;
      const auto& paths = of_positions ? inverter.positions() : inverter.postings();
      for (RunPlace& place : places_of(paths, *bench)) all.push_back(std::move(place));
    }
  }
  return all;
}

}  // namespace

Result<std::unique_ptr<Writer>> make_glass_writer(DatabaseFolder& folder,
                                                  const WriterLimits& limits) {
  Result<WorkFolder> work = folder.begin_generation();
  if (!work) return work.error();
  const std::string built = work->path() + "/all";
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
