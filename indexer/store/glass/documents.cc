#include "indexer/store/glass/documents.h"

#include <algorithm>
#include <cstddef>

#include "indexer/store/glass/run.h"

namespace postil::index::glass {
namespace {

// A batch's documents on their bench: ordinals from `begin` to before `end`.
struct Share {
  std::uint64_t batch = 0;
  Bench* bench = nullptr;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

std::vector<Share> shares_in_order(const std::vector<std::unique_ptr<Bench>>& benches) {
  std::vector<Share> all;
  for (const auto& bench : benches) {
    const std::vector<Bench::Share>& own = bench->shares;
    for (std::size_t i = 0; i < own.size(); ++i) {
      const std::uint32_t end = i + 1 < own.size() ? own[i + 1].begin : bench->inverter.documents();
      if (end > own[i].begin) all.push_back({own[i].batch, bench.get(), own[i].begin, end});
    }
  }
  std::sort(all.begin(), all.end(),
            [](const Share& a, const Share& b) { return a.batch < b.batch; });
  return all;
}

}  // namespace

Documents::Documents(const std::vector<std::unique_ptr<Bench>>& benches) {
  for (const auto& bench : benches) bench->documents.reserve(bench->inverter.documents());
  for (const Share& share : shares_in_order(benches)) {
    stretches_.push_back({count_ + 1, share.bench, share.begin});
    for (std::uint32_t at = share.begin; at < share.end; ++at) {
      share.bench->documents.push_back(++count_);
    }
  }
}

const Documents::Stretch& Documents::stretch_of(std::uint32_t number) const {
  const auto behind = std::upper_bound(
      stretches_.begin(), stretches_.end(), number,
      [](std::uint32_t wanted, const Stretch& stretch) { return wanted < stretch.first; });
  return *(behind - 1);
}

Documents::Place Documents::find(std::uint32_t number) const {
  if (const auto found = replaced_.find(number); found != replaced_.end()) return found->second;
  const Stretch& stretch = stretch_of(number);
  return {&stretch.bench->spool, stretch.ordinal + (number - stretch.first)};
}

Status Documents::for_each_notes(
    const std::function<Status(std::uint32_t number, DocumentNotes& notes)>& show) const {
  NotesByNumber reader(*this);
  DocumentNotes notes;
  for (std::uint32_t number = 1; number <= count_; ++number) {
    if (Status status = reader.read(number, notes); !status) return status;
    if (Status status = show(number, notes); !status) return status;
  }
  return ok();
}

void Documents::replace(const std::vector<std::uint32_t>& numbers, Bench& bench) {
  for (const std::uint32_t number : numbers) {
    const Stretch& stretch = stretch_of(number);
    stretch.bench->documents[stretch.ordinal + (number - stretch.first)] = kNoDocument;
    const auto ordinal = static_cast<std::uint32_t>(bench.documents.size());
    replaced_.emplace(number, Place{&bench.spool, ordinal});
    bench.documents.push_back(number);
  }
}

Status NotesByNumber::read(std::uint32_t number, DocumentNotes& notes) {
  const Documents::Place place = documents_.find(number);
  const auto reader = readers_.try_emplace(place.spool, place.spool->notes_path()).first;
  return reader->second.read(place.ordinal, notes);
}

}  // namespace postil::index::glass
