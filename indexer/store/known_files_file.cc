#include "indexer/store/known_files_file.h"

#include <fmt/format.h>
#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>

#include "core/base/mapped_file.h"
#include "indexer/store/durable.h"
#include "indexer/store/metadata_keys.h"
#include "indexer/store/xapian_error.h"

namespace postil::index {
namespace {

constexpr std::uint64_t kMagic = 0x32'65'6c'69'46'74'73'50;  // "PstFile2" where low bytes are first
constexpr std::size_t kUuidBytes = 40;

// In this machine's byte order and layout; a file of another is as good as none. The files follow.
struct Header {
  std::uint64_t magic = kMagic;
  std::uint64_t entry_size = sizeof(KnownFile);
  std::uint64_t revision = 0;
  char uuid[kUuidBytes] = {};
  std::uint64_t files = 0;
  std::uint64_t checksum = 0;  // XXH3 of them
};
static_assert(std::is_trivially_copyable_v<KnownFile>);
constexpr std::size_t kStateBytes = offsetof(Header, files);  // what tells layout and state

std::string_view bytes_of(std::span<const KnownFile> files) {
  return {reinterpret_cast<const char*>(files.data()), files.size_bytes()};
}

Header header_of(const schema::DatabaseState& state) {
  Header header;
  header.revision = state.revision;
  state.uuid.copy(header.uuid, kUuidBytes - 1);
  return header;
}

std::string path_of(const std::string& generation) { return generation + '/' + kKnownFilesFile; }

Error damaged(const std::string& path) {
  return {ErrorKind::kDatabase, fmt::format("{} is damaged", path),
          "what is known of each file was read from the database; a run that is not dry writes it "
          "anew"};
}

bool is_by_rising_key(std::span<const KnownFile> files) {
  const auto falls = [](const KnownFile& a, const KnownFile& b) { return a.key >= b.key; };
  return std::adjacent_find(files.begin(), files.end(), falls) == files.end();
}

// With more changes than one file in so many, reading all metadata in its order is cheaper.
constexpr std::size_t kFewChanges = 8;

std::optional<KnownFile> look_up(const Xapian::Database& database, const std::string& key) {
  const Result<FileState> state = decode_file_state(database.get_metadata(metadata_key(key)));
  if (!state) return std::nullopt;  // removed
  return known_file(key, *state);
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

// Files by rising key, in runs that lie apart.
using Runs = std::vector<std::span<const KnownFile>>;

// What was known before, but for `changed` (by rising key), which is looked up into `found`.
Runs merge(const Xapian::Database& database, std::span<const KnownFile> before,
           const std::vector<std::string>& changed, std::vector<KnownFile>& found) {
  Runs runs;
  found.reserve(changed.size());
  for (const std::string& key : changed) {
    const Digest digest = digest_of_key(key);
    const auto at =
        std::lower_bound(before.begin(), before.end(), digest,
                         [](const KnownFile& file, const Digest& of) { return file.key < of; });
    runs.emplace_back(before.begin(), at);
    before = {at == before.end() || at->key != digest ? at : at + 1, before.end()};
    const std::optional<KnownFile> file = look_up(database, key);
    if (file) runs.emplace_back(&found.emplace_back(*file), 1);
  }
  runs.push_back(before);
  return runs;
}

std::uint64_t checksum_of(const Runs& runs) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       &XXH3_freeState);
  if (!state) throw std::bad_alloc();
  XXH3_64bits_reset(state.get());
  for (const auto& run : runs) XXH3_64bits_update(state.get(), run.data(), run.size_bytes());
  return XXH3_64bits_digest(state.get());
}

// May be damaged after a power cut: the next run sees it.
Status write(const std::string& path, Header header, const Runs& runs) {
  for (const auto& run : runs) header.files += run.size();
  header.checksum = checksum_of(runs);
  const auto content = [&](const Put& put) {
    put({reinterpret_cast<const char*>(&header), sizeof header});
    for (const auto& run : runs) put(bytes_of(run));
  };
  return replace_file(path, path + ".new", content, AfterPowerCut::kAnything);
}

}  // namespace

Result<std::optional<FileList>> read_known_files(const std::string& generation,
                                                 const schema::DatabaseState& state) {
  const std::string path = path_of(generation);
  std::optional<MappedFile> file = map_file(path);
  Header header;
  const Header wanted = header_of(state);
  if (!file || file->bytes.size() < sizeof header) return std::optional<FileList>();
  file->bytes.copy(reinterpret_cast<char*>(&header), sizeof header);
  if (std::memcmp(&header, &wanted, kStateBytes) != 0) return std::optional<FileList>();
  const std::string_view rest = file->bytes.substr(sizeof header);
  if (rest.size() / sizeof(KnownFile) != header.files || rest.size() % sizeof(KnownFile) != 0 ||
      XXH3_64bits(rest.data(), rest.size()) != header.checksum) {
    return damaged(path);
  }
  const std::span files(reinterpret_cast<const KnownFile*>(rest.data()), header.files);
  if (!is_by_rising_key(files)) return damaged(path);
  return std::optional(FileList{std::move(file->mapping), files});
}

Status write_known_files(const std::string& generation, const KnownFiles* before,
                         std::vector<std::string> changed) {
  return guarded(fmt::format("write the states of files of {}", generation), [&]() -> Status {
    const Xapian::Database database(generation);
    const schema::DatabaseState state{database.get_uuid(), database.get_revision()};
    if (changed.empty()) {
      const auto known = read_known_files(generation, state);
      if (known && *known) return ok();
    }
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    const bool is_small = before != nullptr && changed.size() * kFewChanges <= before->size();
    std::vector<KnownFile> read;
    if (is_small) {
      const Runs runs = merge(database, before->all(), changed, read);
      return write(path_of(generation), header_of(state), runs);
    }
    read = read_all(database);
    return write(path_of(generation), header_of(state), {read});
  });
}

}  // namespace postil::index
