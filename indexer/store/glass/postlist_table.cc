#include "indexer/store/glass/postlist_table.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/store/glass/pack.h"

namespace postil::index::glass {
namespace {

// A chunk that has grown to so many bytes is closed; both as Xapian does.
constexpr std::size_t kChunkBytes = 2000;

// What keys begin with that are no terms.
constexpr std::string_view kMetadataKey("\0\xc0", 2);
constexpr std::string_view kStatisticsKey("\0\xd0", 2);
constexpr std::string_view kValuesKey("\0\xd8", 2);
constexpr std::string_view kLengthsKey("\0\xe0", 2);

KeyKind kind_of(std::string_view key) { return static_cast<KeyKind>(key[0]); }

// The key of a term's first chunk, which has no document in it, or the beginning of any other's.
void put_term(std::string& key, std::string_view term, bool is_last) {
  if (term.empty()) {
    key.append(kLengthsKey);
  } else {
    put_sorted_string(key, term, is_last);
  }
}

}  // namespace

Status PostlistTable::add_postings(RunMerger& runs) {
  bool has_key = runs.next_key();
  for (; has_key && kind_of(runs.key()) == KeyKind::kMetadata; has_key = runs.next_key()) {
    if (!runs.next_posting()) continue;
    key_.assign(kMetadataKey).append(runs.key().substr(1));
    table_.add(key_, runs.payload());
  }
  table_.begin_back();
  for (; has_key && table_.status(); has_key = runs.next_key()) add_term(runs);
  table_.end_back();
  if (Status status = runs.status(); !status) return status;
  return table_.status();
}

Status PostlistTable::add_values(RunMerger& runs, const SlotStatistics& slots) {
  add_statistics(slots);
  while (runs.next_key() && table_.status()) add_slot(runs);
  if (Status status = runs.status(); !status) return status;
  return table_.status();
}

void PostlistTable::add_statistics(const SlotStatistics& slots) {
  std::vector<std::pair<std::string, const ValueStatistics*>> sorted;
  for (const auto& [slot, statistics] : slots) {
    std::string key(kStatisticsKey);
    put_last_number(key, slot);
    sorted.emplace_back(std::move(key), &statistics);
  }
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [key, statistics] : sorted) {
    tag_.clear();
    put_number(tag_, statistics->count);
    put_string(tag_, statistics->lowest);
    if (statistics->lowest != statistics->highest) tag_ += statistics->highest;
    table_.add(key, tag_);
  }
}

// Chunks of one slot: under the number of the first document its value, then for each further one
// how many documents lie between, and its value.
void PostlistTable::add_slot(RunMerger& runs) {
  const std::string slot(runs.key().substr(1));
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  tag_.clear();
  const auto close = [&] {
    key_.assign(kValuesKey).append(slot);
    put_sorted_number(key_, first);
    table_.add(key_, tag_);
    tag_.clear();
  };
  while (runs.next_posting()) {
    if (tag_.empty()) {
      first = runs.document();
    } else {
      put_number(tag_, runs.document() - last - 1);
    }
    last = runs.document();
    put_string(tag_, runs.payload());
    if (tag_.size() >= kChunkBytes) close();
  }
  if (!tag_.empty()) close();
}

void PostlistTable::add_term(RunMerger& runs) {
  const std::string_view term = runs.key().substr(1);
  chunks_.clear();
  chunk_bytes_.clear();
  documents_ = 0;
  occurrences_ = 0;
  while (runs.next_posting()) {
    add_posting(runs);
    ++documents_;
    std::string_view payload = runs.payload();
    std::uint64_t frequency = 0;
    schema::take_number(payload, frequency);
    occurrences_ += frequency;
    if (term.empty()) {
      statistics_.add_document(static_cast<std::uint32_t>(frequency));
    } else {
      statistics_.highest_wdf =
          std::max(statistics_.highest_wdf, static_cast<std::uint32_t>(frequency));
    }
  }
  if (!chunks_.empty()) write_chunks(term);
}

void PostlistTable::add_posting(RunMerger& runs) {
  const std::uint32_t document = runs.document();
  const std::size_t begin = chunks_.size() < 2 ? 0 : chunks_[chunks_.size() - 2].end;
  if (chunks_.empty() || chunk_bytes_.size() - begin >= kChunkBytes) {
    chunks_.push_back({0, document, document});
  } else {
    put_number(chunk_bytes_, document - chunks_.back().last_document - 1);
  }
  chunk_bytes_.append(runs.payload());
  chunks_.back().last_document = document;
  chunks_.back().end = chunk_bytes_.size();
}

// Of one term, or of the documents' lengths, whose frequencies are not told.
void PostlistTable::write_chunks(std::string_view term) {
  std::size_t begin = 0;
  for (const Chunk& chunk : chunks_) {
    const bool is_first = begin == 0;
    key_.clear();
    put_term(key_, term, is_first);
    tag_.clear();
    if (is_first) {
      put_number(tag_, term.empty() ? 0 : documents_);
      put_number(tag_, term.empty() ? 0 : occurrences_);
      put_number(tag_, chunk.first_document - 1);
    } else {
      put_sorted_number(key_, chunk.first_document);
    }
    tag_ += chunk.end == chunk_bytes_.size() ? '1' : '0';
    put_number(tag_, chunk.last_document - chunk.first_document);
    tag_.append(chunk_bytes_, begin, chunk.end - begin);
    table_.add(key_, tag_);
    begin = chunk.end;
  }
}

Status fill_positions(RunMerger& runs, TableWriter& table) {
  std::string key;
  while (runs.next_key() && table.status()) {
    key.clear();
    put_sorted_string(key, runs.key().substr(1), false);
    const std::size_t size = key.size();
    while (runs.next_posting()) {
      key.resize(size);
      put_sorted_number(key, runs.document());
      table.add(key, runs.payload());
    }
  }
  if (Status status = runs.status(); !status) return status;
  return table.status();
}

}  // namespace postil::index::glass
