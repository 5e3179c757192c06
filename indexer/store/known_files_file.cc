#include "indexer/store/known_files_file.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <type_traits>

#include "indexer/store/durable.h"
#include "indexer/store/metadata_keys.h"
#include "indexer/store/xapian_error.h"

namespace postil::index {
namespace {

constexpr std::uint64_t kMagic = 0x31'65'6c'69'46'74'73'50;  // "PstFile1" where low bytes are first
constexpr std::size_t kUuidBytes = 40;

// In this machine's byte order and layout; a file of another is as good as none.
struct Header {
  std::uint64_t magic = kMagic;
  std::uint64_t entry_size = sizeof(KnownFile);
  std::uint64_t revision = 0;
  std::uint64_t files = 0;
  char uuid[kUuidBytes] = {};
};
static_assert(std::is_trivially_copyable_v<KnownFile>);

Header header_of(const schema::DatabaseState& state, std::size_t files) {
  Header header;
  header.revision = state.revision;
  header.files = files;
  state.uuid.copy(header.uuid, kUuidBytes - 1);
  return header;
}

std::string path_of(const std::string& generation) { return generation + '/' + kKnownFilesFile; }

// With more changes than one file in so many, reading all metadata in its order is cheaper.
constexpr std::size_t kFewChanges = 8;

std::optional<KnownFile> look_up(const Xapian::Database& database, const std::string& key) {
  const Result<FileState> state = decode_file_state(database.get_metadata(metadata_key(key)));
  if (!state) return std::nullopt;  // removed
  KnownFile file = known_file(key, *state);
  file.in_scope = true;
  return file;
}

std::vector<KnownFile> read_all(const Xapian::Database& database) {
  std::vector<KnownFile> files;
  const std::string prefix(kFileKeyPrefix);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key) {
    const std::string name = *key;
    if (auto file = look_up(database, name.substr(prefix.size()))) files.push_back(*file);
  }
  return files;
}

std::vector<KnownFile> merge(const Xapian::Database& database, const KnownFiles& before,
                             const std::vector<std::string>& changed) {
  std::vector<KnownFile> files;
  files.reserve(before.size() + changed.size());
  auto next = changed.begin();
  const auto add_changed = [&] {
    if (auto file = look_up(database, *next++)) files.push_back(*file);
  };
  for (const KnownFile& file : before.all()) {
    while (next != changed.end() && digest_of_key(*next) < file.key) add_changed();
    if (next != changed.end() && digest_of_key(*next) == file.key) {
      add_changed();
    } else {
      files.push_back(file);
      files.back().in_scope = true;
      files.back().seen = false;
    }
  }
  while (next != changed.end()) add_changed();
  return files;
}

}  // namespace

std::optional<std::vector<KnownFile>> read_known_files(const std::string& generation,
                                                       const schema::DatabaseState& state) {
  std::ifstream file(path_of(generation), std::ios::binary | std::ios::ate);
  const auto size = static_cast<std::streamoff>(file.tellg());
  Header header;
  if (!file || size < static_cast<std::streamoff>(sizeof header)) return std::nullopt;
  file.seekg(0);
  file.read(reinterpret_cast<char*>(&header), sizeof header);
  const std::uint64_t bytes = static_cast<std::uint64_t>(size) - sizeof header;
  const Header wanted = header_of(state, static_cast<std::size_t>(bytes / sizeof(KnownFile)));
  if (!file || bytes % sizeof(KnownFile) != 0 ||
      std::memcmp(&header, &wanted, sizeof header) != 0) {
    return std::nullopt;
  }
  std::vector<KnownFile> files(static_cast<std::size_t>(header.files));
  file.read(reinterpret_cast<char*>(files.data()), static_cast<std::streamsize>(bytes));
  if (!file) return std::nullopt;
  return files;
}

Status write_known_files(const std::string& generation, const KnownFiles* before,
                         std::vector<std::string> changed) {
  return guarded(fmt::format("write the states of files of {}", generation), [&]() -> Status {
    const Xapian::Database database(generation);
    const schema::DatabaseState state{database.get_uuid(), database.get_revision()};
    if (changed.empty() && read_known_files(generation, state)) return ok();
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    const bool is_small = before != nullptr && changed.size() * kFewChanges <= before->size();
    const std::vector<KnownFile> files =
        is_small ? merge(database, *before, changed) : read_all(database);
    const Header header = header_of(state, files.size());
    const auto content = [&](const Put& put) {
      put({reinterpret_cast<const char*>(&header), sizeof header});
      put({reinterpret_cast<const char*>(files.data()), files.size() * sizeof(KnownFile)});
    };
    return replace_file(path_of(generation), path_of(generation) + ".new", content,
                        AfterPowerCut::kWhole);
  });
}

}  // namespace postil::index
