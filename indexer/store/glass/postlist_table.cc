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

Status PostlistTable::fill(RunMerger& runs, const SlotStatistics& slots) {
  bool has_statistics = false;
  while (runs.next_key() && table_.status()) {
    const KeyKind kind = kind_of(runs.key());
    if (kind != KeyKind::kMetadata && !std::exchange(has_statistics, true)) add_statistics(slots);
    switch (kind) {
      case KeyKind::kMetadata:
        if (!runs.next_posting()) break;
        key_.assign(kMetadataKey).append(runs.key().substr(1));
        table_.add(key_, runs.payload());
        break;
      case KeyKind::kValue:
        add_values(runs);
        break;
      case KeyKind::kTerm:
        add_postings(runs);
        break;
    }
  }
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
void PostlistTable::add_values(RunMerger& runs) {
  const std::string slot(runs.key().substr(1));
  const auto close = [&] {
    key_.assign(kValuesKey).append(slot);
    put_sorted_number(key_, first_document_);
    table_.add(key_, chunk_);
    chunk_.clear();
  };
  chunk_.clear();
  while (runs.next_posting()) {
    if (chunk_.empty()) {
      first_document_ = runs.document();
    } else {
      put_number(chunk_, runs.document() - last_document_ - 1);
    }
    last_document_ = runs.document();
    put_string(chunk_, runs.payload());
    if (chunk_.size() >= kChunkBytes) close();
  }
  if (!chunk_.empty()) close();
}

// Chunks of one term, or of the documents' lengths (whose frequencies are not told).
void PostlistTable::add_postings(RunMerger& runs) {
  const std::string_view term = runs.key().substr(1);
  const bool is_lengths = term.empty();
  bool is_first = true;
  chunk_.clear();
  while (runs.next_posting()) {
    if (chunk_.empty()) {
      first_document_ = runs.document();
      if (is_first) {
        head_.clear();
        put_number(head_, is_lengths ? 0 : runs.postings());
        put_number(head_, is_lengths ? 0 : runs.count());
        put_number(head_, first_document_ - 1);
      }
    } else if (chunk_.size() >= kChunkBytes) {
      add_chunk(term, is_first, false);
      is_first = false;
      first_document_ = runs.document();
    } else {
      put_number(chunk_, runs.document() - last_document_ - 1);
    }
    last_document_ = runs.document();
    chunk_.append(runs.payload());
  }
  if (!chunk_.empty()) add_chunk(term, is_first, true);
}

void PostlistTable::add_chunk(std::string_view term, bool is_first, bool is_last) {
  key_.clear();
  put_term(key_, term, is_first);
  if (!is_first) put_sorted_number(key_, first_document_);
  tag_.assign(is_first ? head_ : std::string());
  tag_ += is_last ? '1' : '0';
  put_number(tag_, last_document_ - first_document_);
  tag_ += chunk_;
  table_.add(key_, tag_);
  chunk_.clear();
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
