#include "query/variants/table.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace postil::query {
namespace {

// Every compiler at hand takes a literal of this length, which the standard does not promise.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings"
#include "variant_names.inc"
#pragma GCC diagnostic pop

constexpr std::size_t kCount = std::size(kGroups);

std::string_view spelling_at(std::size_t number) {
  return {kSpellings + kBegins[number], kBegins[number + 1] - kBegins[number]};
}

// The number of a built-in spelling; kCount if there is no such one.
std::size_t find_built_in(std::string_view spelling) {
  std::size_t low = 0;
  std::size_t high = kCount;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (spelling_at(middle) < spelling) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < kCount && spelling_at(low) == spelling ? low : kCount;
}

void append_built_in(std::string_view spelling, std::vector<std::string>& all) {
  const std::size_t number = find_built_in(spelling);
  if (number == kCount) return;
  const std::size_t group = kGroups[number];
  for (std::size_t i = kFirsts[group]; i < kFirsts[group + 1]; ++i) {
    all.emplace_back(spelling_at(kMembers[i]));
  }
}

}  // namespace

VariantTable::VariantTable(std::vector<Group> own) : own_(merge_groups(std::move(own))) {
  for (std::size_t i = 0; i < own_.size(); ++i) {
    for (const std::string& spelling : own_[i]) own_group_.emplace(spelling, i);
  }
}

std::vector<std::string> VariantTable::others(std::string_view spelling) const {
  std::vector<std::string> all;
  append_built_in(spelling, all);
  if (const auto own = own_group_.find(spelling); own != own_group_.end()) {
    // A line of the user's extends the name that it shares a spelling with.
    for (const std::string& other : own_[own->second]) {
      all.push_back(other);
      append_built_in(other, all);
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  all.erase(std::remove(all.begin(), all.end(), spelling), all.end());
  return all;
}

}  // namespace postil::query
