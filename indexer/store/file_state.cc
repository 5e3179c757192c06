#include "indexer/store/file_state.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <charconv>
#include <chrono>

#include "core/schema/varint.h"

namespace postil::index {
namespace {

using schema::put_number;
using schema::put_string;
using schema::take_number;
using schema::take_string;

constexpr char kStateVersion = 1;

// A file written so shortly before it is read may be written again within the same tick of its
// file system's clock: its time of modification would not tell.
constexpr std::int64_t kRacyNanoseconds = 2'000'000'000;

std::int64_t now_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

bool take_finding(std::string_view& in, Finding& finding) {
  std::uint64_t severity = 0;
  std::string_view reason;
  std::string_view detail;
  if (!take_number(in, severity) || !take_string(in, reason) || !take_string(in, detail)) {
    return false;
  }
  if (severity > static_cast<std::uint64_t>(Severity::kSkipped)) return false;
  finding.severity = static_cast<Severity>(severity);
  finding.reason = reason;
  finding.detail = detail;
  return true;
}

bool take_state(std::string_view in, FileState& state) {
  std::string_view path;
  std::string_view reader;
  std::uint64_t modified = 0;
  std::uint64_t articles = 0;
  std::uint64_t comments = 0;
  if (!take_string(in, path) || !take_number(in, state.size) || !take_number(in, modified) ||
      !take_number(in, state.content.high) || !take_number(in, state.content.low) ||
      !take_number(in, state.row) || !take_string(in, reader) || !take_number(in, articles) ||
      !take_number(in, comments)) {
    return false;
  }
  state.path = path;
  state.modified_ns = static_cast<std::int64_t>(modified);
  state.reader = reader;
  state.articles = static_cast<std::uint32_t>(articles);
  state.comments = static_cast<std::uint32_t>(comments);
  for (Finding finding; !in.empty();) {
    if (!take_finding(in, finding)) return false;
    state.findings.push_back(finding);
  }
  return true;
}

}  // namespace

std::int64_t trusted_time(std::int64_t modified_ns) {
  return modified_ns > now_ns() - kRacyNanoseconds ? FileState::kUntrusted : modified_ns;
}

Digest file_digest(std::string_view path) {
  const XXH128_hash_t hash = XXH3_128bits(path.data(), path.size());
  return {hash.high64, hash.low64};
}

std::string key_of_digest(const Digest& digest) {
  return fmt::format("{:016x}{:016x}", digest.high, digest.low);
}

Digest digest_of_key(std::string_view key) {
  Digest digest;
  if (key.size() != 32) return digest;
  std::from_chars(key.data(), key.data() + 16, digest.high, 16);
  std::from_chars(key.data() + 16, key.data() + 32, digest.low, 16);
  return digest;
}

std::string encode(const FileState& state) {
  std::string out(1, kStateVersion);
  put_string(out, state.path);
  put_number(out, state.size);
  put_number(out, static_cast<std::uint64_t>(state.modified_ns));
  put_number(out, state.content.high);
  put_number(out, state.content.low);
  put_number(out, state.row);
  put_string(out, state.reader);
  put_number(out, state.articles);
  put_number(out, state.comments);
  for (const Finding& finding : state.findings) {
    put_number(out, static_cast<std::uint64_t>(finding.severity));
    put_string(out, finding.reason);
    put_string(out, finding.detail);
  }
  return out;
}

Result<FileState> decode_file_state(std::string_view bytes) {
  FileState state;
  if (bytes.empty() || bytes.front() != kStateVersion || !take_state(bytes.substr(1), state)) {
    return Error{ErrorKind::kDatabase, "what the database remembers of a file is damaged",
                 "rebuild the database with postil-index --full"};
  }
  return state;
}

}  // namespace postil::index
