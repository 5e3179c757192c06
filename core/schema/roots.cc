#include "core/schema/roots.h"

#include "core/schema/varint.h"

namespace postil::schema {

std::string encode_roots(const std::vector<Root>& roots) {
  std::string bytes;
  for (const Root& root : roots) {
    put_string(bytes, root.label);
    put_string(bytes, root.path);
  }
  return bytes;
}

std::vector<Root> decode_roots(std::string_view bytes) {
  std::vector<Root> roots;
  std::string_view label;
  std::string_view path;
  while (!bytes.empty() && take_string(bytes, label) && take_string(bytes, path)) {
    roots.push_back({std::string(label), std::string(path)});
  }
  return roots;
}

}  // namespace postil::schema
