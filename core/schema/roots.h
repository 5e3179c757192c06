// The roots of a database: the folders (or single files) that were given to postil-index, each with
// the label that its records' ids begin with. Kept in the database's metadata under kRootsKey.

#ifndef POSTIL_CORE_SCHEMA_ROOTS_H_
#define POSTIL_CORE_SCHEMA_ROOTS_H_

#include <string>
#include <string_view>
#include <vector>

namespace postil::schema {

struct Root {
  std::string label;  // valid UTF-8, unique in the database: "corpus", "corpus~2"
  std::string path;   // absolute, without symbolic links, as the file system has it (bytes)

  bool operator==(const Root&) const = default;
};

std::string encode_roots(const std::vector<Root>& roots);

// Stops at the first that is damaged.
std::vector<Root> decode_roots(std::string_view bytes);

}  // namespace postil::schema

#endif  // POSTIL_CORE_SCHEMA_ROOTS_H_
