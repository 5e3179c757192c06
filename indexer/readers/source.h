// One file's bytes, as a reader asks for them: whole, by pieces or the first few. Between the walk,
// which names files, and the readers, which understand them. Nothing is mapped into memory: a file
// that shrinks, grows or vanishes while it is read is an Error, never a crash.

#ifndef POSTIL_INDEXER_READERS_SOURCE_H_
#define POSTIL_INDEXER_READERS_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace postil::index {

// A file up to this size is loaded once and kept while it is read: a long book in plain text has a
// tenth of it. Anything longer is read by pieces.
inline constexpr std::uint64_t kLoadedWhole = 16ULL * 1024 * 1024;

// XXH3-128 of a file's bytes: tells whether it changed, is no protection against forgery.
struct ContentHash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  bool operator==(const ContentHash&) const = default;
};

// How far a file unfolds: members in members count towards the one file that lies in the folder.
// What is text unfolds to ten or twenty times its size, rarely to fifty.
inline constexpr std::uint64_t kMostExpansion = 200;
inline constexpr std::uint64_t kFreeExpansion = 4ULL * 1024 * 1024;  // whatever the size
inline constexpr std::uint64_t kMostMembers = 1'000'000;
inline constexpr int kMostDepth = 5;  // of members in members

// Used by one thread at a time. Views that it returns live until the next call or its end.
class Source {
 public:
  // Opens a regular file; `path` may be longer than the system's limit. Pipes, devices and folders
  // are an Error and are not opened.
  static Result<Source> open(std::string path);

  // `path` is for messages and endings only.
  static Source of_memory(std::string path, std::string bytes);

  // Reads what comes from a descriptor that stays the caller's, as standard input. It is read once:
  // sequentially, with its beginning kept for head().
  static Source of_descriptor(std::string path, int descriptor);

  // The same when some bytes of it have been taken already: they are `begun`.
  static Source of_descriptor(std::string path, int descriptor, std::string begun);

  // A regular file that is open; the descriptor becomes the source's.
  static Result<Source> of_file(std::string path, int descriptor);

  // Gives the next bytes of a member of a container, 0 at its end.
  using Pull = std::function<Result<std::size_t>(char* buffer, std::size_t size)>;

  // What lies inside `outer` under a name, unpacked while it is read, or unpacked already. Counts
  // towards the expansion of the file; a read that goes too far is an Error. Neither `outer` nor
  // `pull` may end before.
  static Source of_member(const Source& outer, std::string_view name, Pull pull);
  static Source of_member(const Source& outer, std::string_view name, std::string bytes);

  Source(Source&&) noexcept;
  Source& operator=(Source&&) noexcept;
  ~Source();

  const std::string& path() const;

  // In bytes, as the file had it when it was opened; unknown for a descriptor.
  std::optional<std::uint64_t> size() const;

  // The open file behind it, -1 for memory and members; stays the source's.
  int descriptor() const;

  // What head() has taken from a descriptor that is no file.
  const std::string& begun() const;

  // In how many containers it lies: 0 for a file of the folder.
  int depth() const;

  // Counts one more member of the file that this is or lies in; false if there are too many.
  bool count_member() const;

  // The first `limit` bytes, or fewer if there are no more. Does not move the place of read().
  // For a descriptor only before the first read(), and with the same limit each time.
  Result<std::string_view> head(std::size_t limit);

  // The next bytes into `buffer`; 0 at the end, never 0 before it.
  Result<std::size_t> read(char* buffer, std::size_t size);

  // Up to `size` bytes from a place of a file or of memory, fewer only at its end. Moves not the
  // place of read(). An Error for sources without a size.
  Result<std::size_t> read_at(std::uint64_t at, char* buffer, std::size_t size);

  // Opens a companion, known by its place in the list.
  using OpenCompanion = std::function<Result<Source>(std::size_t index)>;

  // Paths of files that complete this one: the table of comments beside a table of articles.
  // Whoever opens the source names them, and says how they are opened where a path does not do.
  void set_companions(std::vector<std::string> paths, OpenCompanion open = nullptr);
  const std::vector<std::string>& companions() const;
  Result<Source> open_companion(std::size_t index) const;

  // The hash of all bytes. Reads the file once if it is too long to be loaded, by pieces. For a
  // descriptor: of all that read() has returned so far.
  Result<ContentHash> hash();

  // True when an Error came from a file that changed while it was read.
  bool has_changed() const;

  // True when a member was not read to its end because the file unfolds without measure.
  bool is_bomb() const;

 private:
  struct State;
  explicit Source(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_SOURCE_H_
