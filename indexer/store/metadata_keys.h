// The keys under which the indexer keeps its own knowledge in a database's metadata, beside those
// of core/schema/stamp.h. They are embedded in databases: never change one.

#ifndef POSTIL_INDEXER_STORE_METADATA_KEYS_H_
#define POSTIL_INDEXER_STORE_METADATA_KEYS_H_

#include <string>
#include <string_view>

namespace postil::index {

inline constexpr std::string_view kFileKeyPrefix = "file/";  // then file_key(); value: FileState

inline std::string metadata_key(std::string_view file_key) {
  return std::string(kFileKeyPrefix).append(file_key);
}

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_METADATA_KEYS_H_
