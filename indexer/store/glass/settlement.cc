#include "indexer/store/glass/settlement.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "core/schema/record.h"
#include "core/schema/terms.h"
#include "indexer/copies/clusters.h"
#include "indexer/copies/pair_cache.h"
#include "indexer/copies/resemblance.h"
#include "indexer/store/glass/side_by_side.h"
#include "indexer/store/record_maker.h"

namespace postil::index::glass {
namespace {

// Compares the texts of documents by the pairs that were spooled of them. Thread-safe.
class PairComparer {
 public:
  PairComparer(const Documents& documents, double threshold)
      : documents_(documents), threshold_(threshold) {}

  Status compare(std::uint32_t a, std::uint32_t b, Overlap& found) {
    const auto first = pairs_of(a);
    if (!first) return first.error();
    const auto second = pairs_of(b);
    if (!second) return second.error();
    found = overlap(**first, **second, threshold_);
    return ok();
  }

 private:
  using Shared = PairCache::Shared;

  Result<Shared> pairs_of(std::uint32_t number) {
    {
      const std::lock_guard lock(mutex_);
      if (Shared known = kept_.find(number)) return known;
    }
    const Documents::Place place = documents_.find(number);
    Result<Pairs> pairs = place.spool->pairs(place.ordinal);
    if (!pairs) return pairs.error();
    Shared set = std::make_shared<const PairSet>(std::move(*pairs));
    const std::lock_guard lock(mutex_);
    kept_.keep(number, set);
    return set;
  }

  const Documents& documents_;
  const double threshold_;
  std::mutex mutex_;  // for what follows
  PairCache kept_;
};

void set_value(schema::Slot slot, std::string_view bytes, std::vector<NotedValue>& values) {
  const auto at = std::lower_bound(
      values.begin(), values.end(), slot,
      [](const NotedValue& value, schema::Slot wanted) { return value.slot < wanted; });
  if (at != values.end() && at->slot == slot) {
    at->bytes = bytes;
  } else {
    values.insert(at, {slot, bytes});
  }
}

}  // namespace

Status Settlement::settle_furniture(const std::vector<std::unique_ptr<Bench>>& benches) {
  const Result<Census::Outcome> census = take_census();
  if (!census) return census.error();
  const std::size_t share = census->wrong.size() / benches.size() + 1;
  std::vector<std::vector<std::uint32_t>> numbers(benches.size());
  for (std::size_t i = 0; i < census->wrong.size(); ++i) {
    numbers[i / share].push_back(census->wrong[i]);
  }
  const Status status = side_by_side(threads_, benches.size(), [&](std::size_t i) -> Status {
    Result<std::vector<std::uint32_t>> made = remake_all(numbers[i], *census, *benches[i]);
    if (!made) return made.error();
    numbers[i] = std::move(*made);
    return benches[i]->finish();
  });
  if (!status) return status;
  for (std::size_t i = 0; i < benches.size(); ++i) documents_.replace(numbers[i], *benches[i]);
  return ok();
}

// Returns which were made.
Result<std::vector<std::uint32_t>> Settlement::remake_all(const std::vector<std::uint32_t>& numbers,
                                                          const Census::Outcome& census,
                                                          Bench& bench) const {
  RecordMaker maker(
      [&](std::uint64_t key) { return census.furniture.find(key) != census.furniture.end(); });
  NotesByNumber reader(documents_);
  DocumentNotes notes;
  std::vector<std::uint32_t> made;
  for (const std::uint32_t number : numbers) {
    if (Status status = reader.read(number, notes); !status) return status.error();
    const Result<bool> is_made = remake(number, notes, maker, bench);
    if (!is_made) return is_made.error();
    if (*is_made) made.push_back(number);
  }
  return made;
}

Result<Census::Outcome> Settlement::take_census() const {
  Census census(documents_.count());
  const auto show = [&](const auto& take) {
    return documents_.for_each_notes([&](std::uint32_t number, const DocumentNotes& notes) {
      const auto recurrence = decode_recurrence(notes.value(schema::kRecurrenceSlot));
      if (recurrence) take(number, *recurrence);
      return ok();
    });
  };
  Status status = show([&](std::uint32_t, const Recurrence& article) { census.count(article); });
  if (!status) return status.error();
  status = show(
      [&](std::uint32_t number, const Recurrence& article) { census.collect(number, article); });
  if (!status) return status.error();
  return census.finish();
}

// A record that cannot be read as one stays as it is.
Result<bool> Settlement::remake(std::uint32_t number, const DocumentNotes& notes,
                                RecordMaker& maker, Bench& bench) const {
  const Documents::Place place = documents_.find(number);
  const Result<std::string> data = place.spool->stored(place.ordinal);
  if (!data) return data.error();
  const Result<schema::Record> stored = schema::decode(*data);
  const auto recurrence = decode_recurrence(notes.value(schema::kRecurrenceSlot));
  if (!stored || !recurrence) return false;
  const std::vector<std::string_view> folder =
      schema::decode_values(notes.value(schema::field(schema::FieldId::kFolder).slot));
  const AnalysedRecord made = maker.remake(
      *stored, *recurrence,
      {stored->path, notes.file, folder.empty() ? std::string_view() : folder.front()});
  if (Status status = bench.add(made, notes.file); !status) return status.error();
  return true;
}

Status Settlement::settle_copies() {
  if (threshold_ == kNoCopies) return ok();
  std::vector<std::uint32_t> numbers;  // of the documents that have a signature
  ClusterInput input;
  input.threshold = threshold_;
  Status status = documents_.for_each_notes([&](std::uint32_t number, const DocumentNotes& notes) {
    const auto signature = decode_signature(notes.value(schema::kSignatureSlot));
    if (!signature) return ok();
    numbers.push_back(number);
    input.members.push_back(*signature);
    return ok();
  });
  if (!status) return status;
  PairComparer comparer(documents_, threshold_);
  input.compare = [&](const std::vector<MemberPair>& pairs) {
    std::vector<Overlap> overlaps(pairs.size());
    const Status compared = side_by_side(threads_, pairs.size(), [&](std::size_t i) {
      return comparer.compare(numbers[pairs[i].a], numbers[pairs[i].b], overlaps[i]);
    });
    if (status) status = compared;
    return overlaps;
  };
  const Clusters clusters = find_clusters(input);
  if (!status) return status;
  const auto read = [&](std::uint32_t member) -> std::optional<std::string> {
    const Documents::Place place = documents_.find(numbers[member]);
    Result<std::string> data = place.spool->stored(place.ordinal);
    if (data) return std::move(*data);
    status = data.error();
    return std::nullopt;
  };
  for (auto& [member, standing] : standings(clusters, input.members, read)) {
    note(standing);
    standings_.emplace(numbers[member], std::move(standing));
  }
  return status;
}

// The version is the same in an article and its comments.
void Settlement::note(const Standing& standing) {
  if (standing.kind != schema::Kind::kArticle) return;
  versions_[schema::article_key(standing.id)] = schema::article_key(standing.first);
}

void Settlement::apply(std::uint32_t number, std::vector<NotedValue>& values) const {
  if (const auto found = standings_.find(number); found != standings_.end()) {
    set_value(schema::kFirstCopySlot, found->second.first, values);
    if (!found->second.copies.empty()) {
      set_value(schema::kCopiesSlot, found->second.copies, values);
    }
  }
  if (versions_.empty() || values.empty() || values.front().slot != schema::kArticleSlot) return;
  const auto version = versions_.find(std::string(values.front().bytes));
  if (version != versions_.end()) set_value(schema::kVersionSlot, version->second, values);
}

}  // namespace postil::index::glass
