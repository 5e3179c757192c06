#include "indexer/store/glass/inverter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "indexer/store/glass/pack.h"
#include "indexer/store/glass/position_list.h"

namespace postil::index::glass {
namespace {

// Places in payloads_ have 32 bits.
constexpr std::size_t kMostPayloads = 0xf0000000;

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

void ValueStatistics::add(const ValueStatistics& other) {
  if (count == 0 || other.lowest < lowest) lowest = other.lowest;
  if (count == 0 || other.highest > highest) highest = other.highest;
  count += other.count;
}

Inverter::Inverter(std::string name, std::size_t memory)
    : name_(std::move(name)), memory_(memory) {}

Status Inverter::add(const AnalysedRecord& record) {
  std::uint64_t length = 0;
  for (const AnalysedTerm& term : record.terms) {
    length += term.wdf;
    statistics_.highest_wdf = std::max(statistics_.highest_wdf, term.wdf);
    add_term(record.text(term), term.wdf, record.positions.data() + term.position_at,
             term.position_count);
  }
  add_term({}, static_cast<std::uint32_t>(length), nullptr, 0);
  for (const AnalysedValue& value : record.values) {
    tag_.clear();
    put_number(tag_, value.slot);
    begin_posting(dictionary_.add(KeyKind::kValue, tag_));
    put_string(payloads_, value.bytes);
    slots_[value.slot].add(value.bytes);
  }
  statistics_.add_document(static_cast<std::uint32_t>(length));
  return is_full() ? write_runs() : ok();
}

Status Inverter::add_metadata(std::string_view key, std::string_view value) {
  begin_posting(dictionary_.add(KeyKind::kMetadata, key));
  put_string(payloads_, value);
  return is_full() ? write_runs() : ok();
}

std::uint32_t Inverter::begin_posting(std::uint32_t key) {
  entries_.push_back({key, documents(), static_cast<std::uint32_t>(payloads_.size())});
  return key;
}

void Inverter::add_term(std::string_view term, std::uint32_t wdf, const std::uint32_t* positions,
                        std::uint32_t position_count) {
  begin_posting(dictionary_.add(KeyKind::kTerm, term));
  put_number(payloads_, wdf);
  tag_.clear();
  if (position_count > 0) put_positions(tag_, {positions, position_count});
  put_string(payloads_, tag_);
}

bool Inverter::is_full() const {
  const std::size_t entries = entries_.size() * (sizeof(Posting) + sizeof(Placed));
  return entries + payloads_.size() + dictionary_.bytes() >= memory_ ||
         payloads_.size() >= kMostPayloads;
}

Status Inverter::finish() { return entries_.empty() ? ok() : write_runs(); }

Status Inverter::write_runs() {
  std::vector<std::size_t> ends(dictionary_.size() + 1);
  for (const Posting& entry : entries_) ++ends[entry.key + 1];
  for (std::size_t key = 1; key < ends.size(); ++key) ends[key] += ends[key - 1];
  std::vector<Placed> placed(entries_.size());
  for (const Posting& entry : entries_) {
    placed[ends[entry.key]++] = {entry.ordinal, entry.payload};
  }
  RunWriter postings(fmt::format("{}.{}", name_, postings_.size()));
  RunWriter positions(fmt::format("{}.{}p", name_, positions_.size()));
  // ends[key] is now where the key's postings end, and where the next key's begin.
  for (const std::uint32_t key : dictionary_.sorted()) {
    const std::size_t begin = key == 0 ? 0 : ends[key - 1];
    write_key(dictionary_.key(key), placed.data() + begin, placed.data() + ends[key], postings,
              positions);
  }
  entries_.clear();
  payloads_.clear();
  dictionary_.clear();
  postings_.push_back(postings.path());
  positions_.push_back(positions.path());
  if (Status status = postings.finish(); !status) return status;
  return positions.finish();
}

void Inverter::write_key(std::string_view key, const Placed* begin, const Placed* end,
                         RunWriter& postings, RunWriter& positions) {
  const bool is_term = key[0] == static_cast<char>(KeyKind::kTerm);
  std::uint64_t count = 0;
  std::uint32_t with_positions = 0;
  std::string_view payload;
  std::string_view tag;
  const auto read = [&](const Placed& posting) {
    std::string_view in = std::string_view(payloads_).substr(posting.payload);
    if (!is_term) {
      schema::take_string(in, payload);
      return std::uint64_t{0};
    }
    const char* const number = in.data();
    std::uint64_t wdf = 0;
    schema::take_number(in, wdf);
    payload = {number, static_cast<std::size_t>(in.data() - number)};
    schema::take_string(in, tag);
    return wdf;
  };
  for (const Placed* posting = begin; posting != end; ++posting) {
    count += read(*posting);
    if (!tag.empty()) ++with_positions;
  }
  postings.begin_key(key, static_cast<std::uint32_t>(end - begin), count);
  if (with_positions > 0) positions.begin_key(key, with_positions, 0);
  for (const Placed* posting = begin; posting != end; ++posting) {
    read(*posting);
    postings.add(posting->ordinal, payload);
    if (!tag.empty()) positions.add(posting->ordinal, tag);
  }
}

}  // namespace postil::index::glass
