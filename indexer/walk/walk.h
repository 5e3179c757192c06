// The first step on the data's way: which files a PATH on the command line stands for. Walks
// folders of any depth and size in a fixed order, opens no file, and tells of each thing that it
// leaves out for a reason that the owner should know. Knows nothing of formats.

#ifndef POSTIL_INDEXER_WALK_WALK_H_
#define POSTIL_INDEXER_WALK_WALK_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "indexer/walk/glob.h"

namespace postil::index {

// A regular file. The views live until file() returns.
struct WalkedFile {
  std::string_view path;      // as to be opened: the root as it was given, a slash, `relative`
  std::string_view relative;  // to the root; the file's own name if the root is a file
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;  // nanoseconds since 1970
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
};

// Something that was not walked into or not handed over. Always means: skipped.
//   "unreadable"    a folder or file of which the system tells nothing; detail is its reason
//   "special-file"  a pipe, socket or device: never opened
//   "broken-link", "link-outside", "link-loop", "link-repeated"  links that were not followed
struct WalkProblem {
  std::string_view path;  // bytes, as the file system has it
  std::string_view reason;
  std::string detail;
};

class WalkSink {
 public:
  virtual ~WalkSink() = default;
  virtual bool file(const WalkedFile& file) = 0;  // false ends the walk
  virtual void problem(const WalkProblem& problem) = 0;
  // Whether a folder below the root is walked into; asked once it is neither hidden nor excluded.
  virtual bool may_enter(std::string_view /*folder*/) { return true; }
};

struct WalkOptions {
  std::vector<Glob> include;  // if any: only files that one of them, or a folder above, matches
  std::vector<Glob> exclude;  // wins over include; an excluded folder is not entered
  // If the root is a part of what these patterns are meant for: the way to it from there, as
  // "notes/sub". The root and the folders on that way are then matched too.
  std::string above;
  // Links may lead to all of this folder, which the root is a part of; "": to the root only. An
  // absolute path without links.
  std::string links_within;
};

// Hands over the files below `root` (or `root` itself if it is a file), bytewise by relative path.
// What is hidden (a leading dot) is left out without a word, unless it is the root. Symbolic links
// are followed when their target is inside the root (or links_within); a folder is entered through
// links only once. Memory is that of the names in the folders from the root to the current one;
// about 30 descriptors are used. An Error only if the root itself cannot be read. Runs on the
// caller's thread.
Status walk(const std::string& root, const WalkOptions& options, WalkSink& sink);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_WALK_WALK_H_
