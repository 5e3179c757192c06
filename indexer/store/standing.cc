#include "indexer/store/standing.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/schema/terms.h"

namespace postil::index {
namespace {

struct Copy {
  std::uint32_t day = 0;
  std::string id;
  std::string path;
  std::uint32_t member = 0;

  bool operator<(const Copy& other) const {
    return std::tie(day, id, path) < std::tie(other.day, other.id, other.path);
  }
};

}  // namespace

std::map<std::uint32_t, Standing> standings(const Clusters& clusters,
                                            const std::vector<Signature>& signatures,
                                            const ReadStored& read) {
  std::map<std::uint32_t, Standing> all;
  for (const std::vector<std::uint32_t>& group : clusters.groups) {
    std::vector<Copy> copies;
    for (const std::uint32_t member : group) {
      const std::optional<std::string> data = read(member);
      if (!data) continue;
      const Result<schema::Record> record = schema::decode(*data);
      if (!record) continue;
      Standing& standing = all[member];
      standing.id = record->id;
      standing.kind = record->kind;
      copies.push_back(
          {signatures[member].day, std::string(record->id), std::string(record->path), member});
    }
    if (copies.empty()) continue;
    std::sort(copies.begin(), copies.end());
    std::vector<std::string> list;
    for (const Copy& copy : copies) {
      all[copy.member].first = copies.front().id;
      list.insert(list.end(), {copy.id, copy.path});
    }
    all[copies.front().member].copies = schema::encode_values(list);
  }
  return all;
}

}  // namespace postil::index
