#include "indexer/readers/source.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

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

Error too_much() {
  return {
      ErrorKind::kInput,
      fmt::format("It unfolds to more than {} times the size of its file: the rest was left alone",
                  kMostExpansion),
      ""};
}

Error failure(std::string message) { return {ErrorKind::kInput, std::move(message), ""}; }

enum class Kind : char { kFile, kMemory, kStream, kMember };

// Of one file of the folder and all that lies in it.
struct Expansion {
  std::uint64_t packed = 0;    // bytes of the file
  std::uint64_t unpacked = 0;  // bytes of members, at every depth
  std::uint64_t members = 0;
  bool is_bomb = false;

  bool may_grow(std::uint64_t bytes) {
    unpacked += bytes;
    is_bomb = is_bomb || unpacked > kFreeExpansion + kMostExpansion * packed;
    return !is_bomb;
  }
};

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
  Result<std::size_t> read_at(std::uint64_t at, char* buffer, std::size_t wanted);
  Result<std::size_t> read_stream(char* buffer, std::size_t wanted);
  bool is_sequential() const { return kind == Kind::kStream || kind == Kind::kMember; }
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
  Pull pull;
  std::shared_ptr<Expansion> expansion = std::make_shared<Expansion>();
  int depth = 0;
  std::vector<std::string> companions;
  OpenCompanion open_companion;
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
  if (kind == Kind::kMember) {
    if (expansion->is_bomb) return too_much();
    const Result<std::size_t> got = pull(buffer, wanted);
    return got && !expansion->may_grow(*got) ? Result<std::size_t>(too_much()) : got;
  }
  for (;;) {
    const ssize_t n = ::read(descriptor, buffer, wanted);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failure(std::generic_category().message(errno));
    expansion->packed += static_cast<std::uint64_t>(n);
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
  state->expansion->packed = file->size;
  return Source(std::move(state));
}

Result<Source> Source::of_file(std::string path, int descriptor) {
  struct stat status {};
  const bool is_file = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  if (!is_file) {
    ::close(descriptor);
    return failure("It is not a regular file");
  }
  auto state = std::make_unique<State>(Kind::kFile, std::move(path));
  state->descriptor = descriptor;
  state->size = static_cast<std::uint64_t>(status.st_size);
  state->expansion->packed = state->size;
  return Source(std::move(state));
}

Source Source::of_memory(std::string path, std::string bytes) {
  auto state = std::make_unique<State>(Kind::kMemory, std::move(path));
  state->bytes = std::move(bytes);
  state->size = state->bytes.size();
  state->expansion->packed = state->size;
  state->loaded = true;
  return Source(std::move(state));
}

Source Source::of_member(const Source& outer, std::string_view name, Pull pull) {
  auto state = std::make_unique<State>(Kind::kMember, outer.path() + '/' + std::string(name));
  state->pull = std::move(pull);
  state->expansion = outer.state_->expansion;
  state->depth = outer.depth() + 1;
  return Source(std::move(state));
}

Source Source::of_member(const Source& outer, std::string_view name, std::string bytes) {
  Source source = of_memory(outer.path() + '/' + std::string(name), std::move(bytes));
  source.state_->expansion = outer.state_->expansion;
  source.state_->expansion->may_grow(source.state_->size);
  source.state_->depth = outer.depth() + 1;
  return source;
}

Source Source::of_descriptor(std::string path, int descriptor) {
  return of_descriptor(std::move(path), descriptor, "");
}

Source Source::of_descriptor(std::string path, int descriptor, std::string begun) {
  auto state = std::make_unique<State>(Kind::kStream, std::move(path));
  state->expansion->packed = begun.size();
  state->bytes = std::move(begun);
  state->descriptor = descriptor;
  state->streamed.emplace();
  return Source(std::move(state));
}

const std::string& Source::path() const { return state_->path; }

std::optional<std::uint64_t> Source::size() const {
  if (state_->is_sequential()) return std::nullopt;
  return state_->size;
}

int Source::descriptor() const { return state_->descriptor; }

const std::string& Source::begun() const { return state_->bytes; }

int Source::depth() const { return state_->depth; }

bool Source::count_member() const { return ++state_->expansion->members <= kMostMembers; }

bool Source::has_changed() const { return state_->has_changed; }

bool Source::is_bomb() const { return state_->expansion->is_bomb; }

Result<std::string_view> Source::head(std::size_t limit) {
  State& state = *state_;
  if (state.is_sequential()) {
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
  if (state.loaded || (state.is_sequential() && kept)) {
    got = std::min<std::size_t>(size, state.bytes.size() - static_cast<std::size_t>(state.place));
    std::memcpy(buffer, state.bytes.data() + state.place, got);
  } else {
    const auto read = state.is_sequential() ? state.read_stream(buffer, size)
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

Result<std::size_t> Source::read_at(std::uint64_t at, char* buffer, std::size_t size) {
  State& state = *state_;
  if (state.is_sequential()) return failure("It can only be read from its beginning to its end");
  if (!state.loaded) return state.read_at(at, buffer, size);
  const auto from = static_cast<std::size_t>(std::min<std::uint64_t>(at, state.bytes.size()));
  const std::size_t got = std::min(size, state.bytes.size() - from);
  std::copy_n(state.bytes.data() + from, got, buffer);
  return got;
}

void Source::set_companions(std::vector<std::string> paths, OpenCompanion open) {
  state_->companions = std::move(paths);
  state_->open_companion = std::move(open);
}

const std::vector<std::string>& Source::companions() const { return state_->companions; }

Result<Source> Source::open_companion(std::size_t index) const {
  return state_->open_companion ? state_->open_companion(index) : open(companions().at(index));
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
