#include "indexer/store/glass/run.h"

#include <algorithm>

#include "indexer/store/glass/pack.h"
#include "indexer/store/glass/run_reader.h"

namespace postil::index::glass {

void RunWriter::begin_key(std::string_view key, std::uint32_t postings) {
  std::string& out = file_.buffer();
  put_string(out, key);
  put_number(out, postings);
  file_.appended();
  last_ordinal_ = 0;
}

void RunWriter::add(std::uint32_t ordinal, std::string_view payload) {
  std::string& out = file_.buffer();
  put_number(out, ordinal - last_ordinal_);
  put_string(out, payload);
  file_.appended();
  last_ordinal_ = ordinal;
}

namespace {

// For a heap whose top is the lowest key.
constexpr auto kIsHigher = [](const auto* a, const auto* b) { return a->key() > b->key(); };

}  // namespace

RunMerger::RunMerger(const std::vector<RunPlace>& runs) {
  for (const RunPlace& run : runs) {
    readers_.push_back(std::make_unique<Reader>(run));
    if (readers_.back()->next_key()) heap_.push_back(readers_.back().get());
  }
  std::make_heap(heap_.begin(), heap_.end(), kIsHigher);
}

RunMerger::~RunMerger() = default;

bool RunMerger::next_key() {
  while (next_posting()) {
  }
  if (heap_.empty()) return false;
  key_ = heap_.front()->key();
  current_.clear();
  while (!heap_.empty() && heap_.front()->key() == key_) {
    std::pop_heap(heap_.begin(), heap_.end(), kIsHigher);
    Reader* reader = heap_.back();
    heap_.pop_back();
    if (reader->next_posting()) {
      current_.push_back(reader);
    } else {
      passed_.push_back(reader);
    }
  }
  for (Reader* reader : passed_) put_back(reader);
  passed_.clear();
  return true;
}

// To wait for the turn of its next key.
void RunMerger::put_back(Reader* reader) {
  if (!reader->next_key()) return;
  heap_.push_back(reader);
  std::push_heap(heap_.begin(), heap_.end(), kIsHigher);
}

bool RunMerger::next_posting() {
  if (taken_ != nullptr && !taken_->next_posting()) {
    current_.erase(std::find(current_.begin(), current_.end(), taken_));
    put_back(taken_);
    taken_ = nullptr;
  }
  if (taken_ == nullptr || taken_->document() >= next_document_) choose();
  if (taken_ == nullptr) return false;
  document_ = taken_->document();
  payload_ = taken_->payload();
  return true;
}

// Documents come in batches, each of one run: the reader that has the lowest is asked again until
// it has passed the others.
void RunMerger::choose() {
  taken_ = nullptr;
  next_document_ = UINT32_MAX;
  for (Reader* reader : current_) {
    if (taken_ == nullptr || reader->document() < taken_->document()) {
      if (taken_ != nullptr) next_document_ = taken_->document();
      taken_ = reader;
    } else {
      next_document_ = std::min(next_document_, reader->document());
    }
  }
}

Status RunMerger::status() const {
  for (const auto& reader : readers_) {
    if (Status status = reader->status(); !status) return status;
  }
  return ok();
}

}  // namespace postil::index::glass
