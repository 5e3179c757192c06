#include "indexer/store/merge.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "indexer/store/xapian_error.h"

namespace postil::index {
namespace {

// Each open database takes some five descriptors, of which a process commonly has 1024.
constexpr std::size_t kMostAtOnce = 64;

Status compact(const std::vector<std::string>& parts, std::size_t begin, std::size_t end,
               const std::string& target) {
  const Status status = guarded(fmt::format("merge into {}", target), [&] {
    Xapian::Database all;
    for (std::size_t i = begin; i < end; ++i) all.add_database(Xapian::Database(parts[i]));
    all.compact(target);
    return ok();
  });
  if (!status) return status;
  std::error_code error;
  for (std::size_t i = begin; i < end; ++i) std::filesystem::remove_all(parts[i], error);
  return ok();
}

}  // namespace

Status merge_databases(const std::vector<std::string>& parts, const std::string& target) {
  std::vector<std::string> left = parts;
  for (int stage = 0; left.size() > kMostAtOnce; ++stage) {
    std::vector<std::string> merged;
    for (std::size_t begin = 0; begin < left.size(); begin += kMostAtOnce) {
      const std::size_t end = std::min(begin + kMostAtOnce, left.size());
      merged.push_back(fmt::format("{}.{}.{}", target, stage, merged.size()));
      if (Status status = compact(left, begin, end, merged.back()); !status) return status;
    }
    left = std::move(merged);
  }
  return compact(left, 0, left.size(), target);
}

}  // namespace postil::index
