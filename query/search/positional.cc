#include "query/search/positional.h"

#include <algorithm>
#include <numeric>

namespace postil::query {

std::vector<Occurrence> find_phrase(const std::vector<Positions>& words, std::uint32_t slop) {
  std::vector<Occurrence> found;
  if (words.empty()) return found;
  const std::uint64_t window = words.size() - 1 + slop;
  std::vector<std::size_t> next(words.size(), 0);
  Occurrence chain(words.size());
  for (const std::uint32_t start : words[0]) {
    chain[0] = start;
    bool complete = true;
    for (std::size_t i = 1; complete && i < words.size(); ++i) {
      const Positions& here = words[i];
      // Later starts never need an earlier position again, so `next` only moves on.
      while (next[i] < here.size() && here[next[i]] <= chain[i - 1]) ++next[i];
      if (next[i] == here.size()) return found;
      chain[i] = here[next[i]];
      complete = chain[i] - start <= window;
    }
    if (complete) found.push_back(chain);
  }
  return found;
}

namespace {

// The chain of operands in the given order that starts with `first` and ends earliest; empty if an
// operand is missing behind.
std::vector<Occurrence> chain_from(const Occurrence& first, const std::vector<std::size_t>& order,
                                   const std::vector<std::vector<Occurrence>>& operands) {
  std::vector<Occurrence> chain(operands.size());
  chain[order[0]] = first;
  std::uint32_t end = first.back();
  for (std::size_t i = 1; i < order.size(); ++i) {
    const auto& candidates = operands[order[i]];
    auto next = std::upper_bound(
        candidates.begin(), candidates.end(), end,
        [](std::uint32_t at, const Occurrence& occurrence) { return at < occurrence.front(); });
    if (next == candidates.end()) return {};
    chain[order[i]] = *next;
    end = next->back();
  }
  return chain;
}

// Positions inside the stretch from the first to the last operand that belong to none of them.
std::uint64_t others(const std::vector<Occurrence>& chain) {
  std::uint32_t begin = chain[0].front();
  std::uint32_t end = chain[0].back();
  std::uint64_t own = 0;
  for (const Occurrence& occurrence : chain) {
    begin = std::min(begin, occurrence.front());
    end = std::max(end, occurrence.back());
    own += occurrence.back() - occurrence.front() + 1;
  }
  return std::uint64_t{end} - begin + 1 - own;
}

}  // namespace

std::vector<std::vector<Occurrence>> find_near(const std::vector<std::vector<Occurrence>>& operands,
                                               std::uint32_t distance) {
  std::vector<std::vector<Occurrence>> found;
  std::vector<std::size_t> order(operands.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (order.empty()) return found;
  do {
    for (const Occurrence& first : operands[order[0]]) {
      std::vector<Occurrence> chain = chain_from(first, order, operands);
      if (!chain.empty() && others(chain) <= distance) found.push_back(std::move(chain));
    }
  } while (std::next_permutation(order.begin(), order.end()));
  return found;
}

}  // namespace postil::query
