#include "indexer/readers/source.h"

#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

#include "indexer/readers/open_file.h"

namespace postil::index {
namespace {

constexpr std::size_t kPiece = 256UL * 1024;  // large enough that a system call costs nothing

// XXH3's state must lie on a 64-byte border, which its own allocation sees to.
class Hasher {
 public:
  Hasher() : state_(XXH3_createState(), &XXH3_freeState) { XXH3_128bits_reset(state_.get()); }
  void add(const char* bytes, std::size_t size) { XXH3_128bits_update(state_.get(), bytes, size); }
  ContentHash result() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
    return {hash.high64, hash.low64};
  }

 private:
  std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state_;
};

Error failure(std::string message) { return {ErrorKind::kInput, std::move(message), ""}; }

enum class Kind : char { kFile, kMemory, kStream };

}  // namespace

struct Source::State {
  State(Kind kind_in, std::string path_in) : kind(kind_in), path(std::move(path_in)) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (kind == Kind::kFile && descriptor >= 0) ::close(descriptor);
  }

  Status load();
  Status check_end(std::uint64_t end);
  Status fill_head(std::size_t limit);
  Result<std::size_t> read_at(std::uint64_t at, char* buffer, std::size_t size);
  Result<std::size_t> read_stream(char* buffer, std::size_t size);
  Error changed(const char* how);

  Kind kind;
  std::string path;
  int descriptor = -1;
  std::uint64_t size = 0;
  std::uint64_t place = 0;  // of read()
  bool loaded = false;
  bool has_changed = false;
  std::string bytes;  // the whole if loaded, else the head
  std::optional<Hasher> streamed;
};

Error Source::State::changed(const char* how) {
  has_changed = true;
  return failure(std::string("The file ") + how + " while it was read; run again");
}

// One read of a regular file that ends where the file ended when it was opened.
Result<std::size_t> Source::State::read_at(std::uint64_t at, char* buffer, std::size_t wanted) {
  wanted = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, size - std::min(at, size)));
  std::size_t got = 0;
  while (got < wanted) {
    const ssize_t n = ::pread(descriptor, buffer + got, wanted - got, static_cast<off_t>(at + got));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failure(std::generic_category().message(errno));
    if (n == 0) return changed("shrank");
    got += static_cast<std::size_t>(n);
  }
  return got;
}

// At the end of a regular file: an Error if there is more than there was.
Status Source::State::check_end(std::uint64_t end) {
  char more = 0;
  if (end == size && ::pread(descriptor, &more, 1, static_cast<off_t>(size)) > 0) {
    return changed("grew");
  }
  return ok();
}

Status Source::State::load() {
  if (loaded) return ok();
  std::string all(static_cast<std::size_t>(size), '\0');
  const auto got = read_at(0, all.data(), all.size());
  if (!got) return got.error();
  if (auto end = check_end(*got); !end) return end;
  bytes = std::move(all);
  loaded = true;
  return ok();
}

Result<std::size_t> Source::State::read_stream(char* buffer, std::size_t wanted) {
  for (;;) {
    const ssize_t n = ::read(descriptor, buffer, wanted);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failure(std::generic_category().message(errno));
    return static_cast<std::size_t>(n);
  }
}

Status Source::State::fill_head(std::size_t limit) {
  while (bytes.size() < limit) {
    char piece[16 * 1024];
    const auto got = read_stream(piece, std::min(sizeof piece, limit - bytes.size()));
    if (!got) return got.error();
    if (*got == 0) break;
    bytes.append(piece, *got);
  }
  return ok();
}

Source::Source(std::unique_ptr<State> state) : state_(std::move(state)) {}
Source::Source(Source&&) noexcept = default;
Source& Source::operator=(Source&&) noexcept = default;
Source::~Source() = default;

Result<Source> Source::open(std::string path) {
  const auto file = open_file(path);
  if (!file) return file.error();
  auto state = std::make_unique<State>(Kind::kFile, std::move(path));
  state->descriptor = file->descriptor;
  state->size = file->size;
  return Source(std::move(state));
}

Source Source::of_memory(std::string path, std::string bytes) {
  auto state = std::make_unique<State>(Kind::kMemory, std::move(path));
  state->bytes = std::move(bytes);
  state->size = state->bytes.size();
  state->loaded = true;
  return Source(std::move(state));
}

Source Source::of_descriptor(std::string path, int descriptor) {
  auto state = std::make_unique<State>(Kind::kStream, std::move(path));
  state->descriptor = descriptor;
  state->streamed.emplace();
  return Source(std::move(state));
}

const std::string& Source::path() const { return state_->path; }

std::optional<std::uint64_t> Source::size() const {
  if (state_->kind == Kind::kStream) return std::nullopt;
  return state_->size;
}

bool Source::has_changed() const { return state_->has_changed; }

Result<std::string_view> Source::head(std::size_t limit) {
  State& state = *state_;
  if (state.kind == Kind::kStream) {
    if (state.place == 0) {
      if (auto filled = state.fill_head(limit); !filled) return filled.error();
    }
    return std::string_view(state.bytes).substr(0, limit);
  }
  if (state.size <= kLoadedWhole || state.kind == Kind::kMemory) {
    if (auto loaded = state.load(); !loaded) return loaded.error();
  } else if (state.bytes.size() < limit) {
    std::string first(std::min<std::uint64_t>(limit, state.size), '\0');
    const auto got = state.read_at(0, first.data(), first.size());
    if (!got) return got.error();
    state.bytes = std::move(first);
  }
  return std::string_view(state.bytes).substr(0, limit);
}

Result<std::size_t> Source::read(char* buffer, std::size_t size) {
  State& state = *state_;
  std::size_t got = 0;
  const bool kept = state.place < state.bytes.size();
  if (state.kind == Kind::kFile && state.size <= kLoadedWhole && !state.loaded) {
    if (auto loaded = state.load(); !loaded) return loaded.error();
  }
  if (state.loaded || (state.kind == Kind::kStream && kept)) {
    got = std::min<std::size_t>(size, state.bytes.size() - static_cast<std::size_t>(state.place));
    std::memcpy(buffer, state.bytes.data() + state.place, got);
  } else {
    const auto read = state.kind == Kind::kStream ? state.read_stream(buffer, size)
                                                  : state.read_at(state.place, buffer, size);
    if (!read) return read;
    got = *read;
    if (got == 0 && state.kind == Kind::kFile) {
      if (auto end = state.check_end(state.place); !end) return end.error();
    }
  }
  if (state.streamed) state.streamed->add(buffer, got);
  state.place += got;
  return got;
}

Result<ContentHash> Source::hash() {
  State& state = *state_;
  if (state.streamed) return state.streamed->result();
  if (state.size <= kLoadedWhole || state.loaded) {
    if (auto loaded = state.load(); !loaded) return loaded.error();
    const XXH128_hash_t hash = XXH3_128bits(state.bytes.data(), state.bytes.size());
    return ContentHash{hash.high64, hash.low64};
  }
  Hasher hasher;
  std::vector<char> piece(kPiece);
  std::uint64_t at = 0;
  while (at < state.size) {
    const auto got = state.read_at(at, piece.data(), piece.size());
    if (!got) return got.error();
    hasher.add(piece.data(), *got);
    at += *got;
  }
  if (auto end = state.check_end(at); !end) return end.error();
  return hasher.result();
}

}  // namespace postil::index
