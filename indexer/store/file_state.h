// What the database remembers of each file, so that a later run knows whether it changed and can
// say again why it was skipped. Kept in the database's own metadata: it commits with the file's
// records.

#ifndef POSTIL_INDEXER_STORE_FILE_STATE_H_
#define POSTIL_INDEXER_STORE_FILE_STATE_H_

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "indexer/model/finding.h"

namespace postil::index {

// A hash of bytes that only ever tells different contents apart.
struct Digest {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const Digest&) const = default;
};

struct FileState {
  std::string path;  // absolute, as the file system has it (bytes)
  std::uint64_t size = 0;
  std::int64_t modified_ns = kUntrusted;
  Digest content;
  std::uint64_t row = 0;  // hash of the file's row in metadata.csv; 0 without one
  std::string reader;     // that read it; "" if none could
  std::uint32_t articles = 0;
  std::uint32_t comments = 0;
  std::vector<Finding> findings;  // their paths are not kept: the run that repeats them knows it

  // As modification time: size and time do not show that the file is unchanged, its content must be
  // looked at. For a file that was being written when it was indexed.
  static constexpr std::int64_t kUntrusted = INT64_MIN;
};

// A time of modification as it may be remembered: kUntrusted if it is so recent that the file may
// be written again without another.
std::int64_t trusted_time(std::int64_t modified_ns);

// What the file at this absolute path is known by.
Digest file_digest(std::string_view path);

// The same as 32 hexadecimal digits, which sort as the numbers do: as metadata and terms have it.
std::string key_of_digest(const Digest& digest);
Digest digest_of_key(std::string_view key);  // 0, 0 of anything else

inline std::string file_key(std::string_view path) { return key_of_digest(file_digest(path)); }

std::string encode(const FileState& state);

// Damage is an Error of kind kDatabase.
Result<FileState> decode_file_state(std::string_view bytes);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_FILE_STATE_H_
