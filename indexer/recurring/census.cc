#include "indexer/recurring/census.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <tuple>
#include <utility>

namespace postil::index {
namespace {

// Room for so many paragraphs of each article, so that few different ones are counted as one.
constexpr std::size_t kParagraphs = 16;
constexpr std::size_t kLeastRoom = std::size_t{1} << 12;
constexpr std::size_t kMostRoom = std::size_t{1} << 26;

}  // namespace

Census::Census(std::size_t articles)
    : times_(std::bit_ceil(std::clamp(articles * kParagraphs, kLeastRoom, kMostRoom)), 0) {}

void Census::count(const Recurrence& article) {
  ++group_sizes_[article.group];
  for (const RecurringParagraph& paragraph : article.paragraphs) {
    std::uint8_t& counted = times(paragraph.key);
    if (counted < kLeastRecurrence) ++counted;
  }
}

void Census::collect(std::uint32_t article, const Recurrence& recurrence) {
  const auto& all = recurrence.paragraphs;
  for (auto each = all.begin(); each != all.end(); ++each) {
    const bool is_body = each->fate == Fate::kBody;
    if (times(each->key) < kLeastRecurrence && is_body) continue;
    const bool is_first = std::none_of(
        all.begin(), each, [&](const RecurringParagraph& other) { return other.key == each->key; });
    entries_.push_back(
        {each->key, recurrence.group, article, recurrence.kin, each->at_edge, is_first, is_body});
  }
}

Census::Outcome Census::finish() {
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.key, a.article) < std::tie(b.key, b.article);
  });
  Outcome outcome;
  for (std::size_t begin = 0; begin < entries_.size();) {
    std::size_t end = begin + 1;
    while (end < entries_.size() && entries_[end].key == entries_[begin].key) ++end;
    const bool found = is_furniture(entries_.data() + begin, entries_.data() + end);
    if (found) outcome.furniture.insert(entries_[begin].key);
    for (; begin < end; ++begin) {
      if (entries_[begin].is_body == found) outcome.wrong.push_back(entries_[begin].article);
    }
  }
  std::sort(outcome.wrong.begin(), outcome.wrong.end());
  outcome.wrong.erase(std::unique(outcome.wrong.begin(), outcome.wrong.end()), outcome.wrong.end());
  return outcome;
}

// A paragraph that an article has twice counts once there, where it stands first.
bool Census::is_furniture(const Entry* begin, const Entry* end) const {
  RecurrenceCount count(group_sizes_.at(begin->group));
  for (const Entry* each = begin; each != end; ++each) {
    if (each->is_first) count.add(each->kin, each->at_edge);
  }
  return count.is_furniture();
}

}  // namespace postil::index
