#include "indexer/store/glass/inverter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "indexer/store/glass/pack.h"
#include "indexer/store/glass/position_list.h"
#include "indexer/store/prefetch.h"

namespace postil::index::glass {
namespace {

// Places in payloads_ and in the dictionary have 32 bits, and one more record must find room.
constexpr std::size_t kMostBytes = 0xf0000000;

}  // namespace

void ValueStatistics::add(std::string_view value) {
  if (count++ == 0) {
    lowest = highest = value;
  } else if (value < lowest) {
    lowest = value;
  } else if (value > highest) {
    highest = value;
  }
}

Inverter::Inverter(std::string name, std::size_t memory)
    : name_(std::move(name)), memory_(memory) {}

Status Inverter::add_terms(const AnalysedRecord& record) {
  std::uint64_t length = 0;
  number_keys(record);
  for (std::size_t i = 0; i < record.terms.size(); ++i) {
    const AnalysedTerm& term = record.terms[i];
    prefetch(totals_.data() + keys_[ahead_of(i, keys_.size())]);
    length += term.wdf;
    add_term(keys_[i], term.wdf, record.positions.data() + term.position_at, term.position_count);
  }
  add_term(dictionary_.add(KeyKind::kTerm, {}), static_cast<std::uint32_t>(length), nullptr, 0);
  ++documents_;
  return is_full() ? write_runs() : ok();
}

// Apart from their postings, so that what is asked for ahead of its turn is one thing at a time.
void Inverter::number_keys(const AnalysedRecord& record) {
  const std::vector<AnalysedTerm>& terms = record.terms;
  keys_.clear();
  for (std::size_t i = 0; i < terms.size(); ++i) {
    dictionary_.prefetch(KeyKind::kTerm, terms[ahead_of(i, terms.size())].hash);
    keys_.push_back(dictionary_.add(KeyKind::kTerm, record.text(terms[i]), terms[i].hash));
  }
  totals_.resize(dictionary_.size());
}

Status Inverter::add_values(const std::vector<NotedValue>& values) {
  for (const NotedValue& value : values) {
    tag_.clear();
    put_number(tag_, value.slot);
    begin_posting(dictionary_.add(KeyKind::kValue, tag_), documents_);
    put_string(payloads_, value.bytes);
    slots_[value.slot].add(value.bytes);
  }
  ++documents_;
  return is_full() ? write_runs() : ok();
}

Status Inverter::add_metadata(std::string_view key, std::string_view value) {
  begin_posting(dictionary_.add(KeyKind::kMetadata, key), 0);
  put_string(payloads_, value);
  return is_full() ? write_runs() : ok();
}

Inverter::Totals& Inverter::begin_posting(std::uint32_t key, std::uint32_t ordinal) {
  entries_.push_back({key, ordinal, static_cast<std::uint32_t>(payloads_.size())});
  if (key >= totals_.size()) totals_.resize(std::size_t{key} + 1);
  ++totals_[key].postings;
  return totals_[key];
}

void Inverter::add_term(std::uint32_t term, std::uint32_t wdf, const std::uint32_t* positions,
                        std::uint32_t position_count) {
  Totals& totals = begin_posting(term, documents_);
  put_number(payloads_, wdf);
  if (position_count == 0) {
    payloads_ += '\0';
    return;
  }
  ++totals.with_positions;
  tag_.clear();
  put_positions(tag_, {positions, position_count});
  put_string(payloads_, tag_);
}

bool Inverter::is_full() const {
  const std::size_t entries = entries_.size() * (sizeof(Posting) + sizeof(Placed));
  return entries + payloads_.size() + dictionary_.memory() >= memory_ ||
         payloads_.size() >= kMostBytes || dictionary_.bytes() >= kMostBytes;
}

Status Inverter::finish() { return entries_.empty() ? ok() : write_runs(); }

Status Inverter::write_runs() {
  const std::vector<std::uint32_t> sorted = dictionary_.sorted();
  place(sorted);
  RunWriter postings(fmt::format("{}.{}", name_, postings_.size()));
  RunWriter positions(fmt::format("{}.{}p", name_, positions_.size()));
  std::size_t at = 0;
  for (const std::uint32_t number : sorted) {
    const Totals& totals = totals_[number];
    const std::string_view key = dictionary_.key(number);
    const bool is_term = key[0] == static_cast<char>(KeyKind::kTerm);
    postings.begin_key(key, totals.postings);
    if (totals.with_positions > 0) positions.begin_key(key, totals.with_positions);
    for (const std::size_t end = at + totals.postings; at < end; ++at) {
      // Payloads lie in the order of documents.
      prefetch(payloads_.data() + placed_[ahead_of(at, placed_.size())].payload);
      write_posting(placed_[at], is_term, postings, positions);
    }
  }
  entries_.clear();
  payloads_.clear();
  totals_.clear();
  dictionary_.clear();
  postings_.push_back(postings.path());
  positions_.push_back(positions.path());
  if (Status status = postings.finish(); !status) return status;
  return positions.finish();
}

// All postings in the order of keys, within a key as they came: by counting.
void Inverter::place(const std::vector<std::uint32_t>& sorted) {
  std::vector<std::size_t> next(dictionary_.size());  // by key: where its next posting goes
  std::size_t at = 0;
  for (const std::uint32_t key : sorted) {
    next[key] = at;
    at += totals_[key].postings;
  }
  placed_.resize(entries_.size());
  for (const Posting& entry : entries_) {
    placed_[next[entry.key]++] = {entry.ordinal, entry.payload};
  }
}

void Inverter::write_posting(const Placed& posting, bool is_term, RunWriter& postings,
                             RunWriter& positions) {
  std::string_view in = std::string_view(payloads_).substr(posting.payload);
  std::string_view tag;
  if (!is_term) {
    schema::take_string(in, tag);
    postings.add(posting.ordinal, tag);
    return;
  }
  const char* const wdf = in.data();
  std::uint64_t number = 0;
  schema::take_number(in, number);
  postings.add(posting.ordinal, {wdf, static_cast<std::size_t>(in.data() - wdf)});
  schema::take_string(in, tag);
  if (!tag.empty()) positions.add(posting.ordinal, tag);
}

}  // namespace postil::index::glass
