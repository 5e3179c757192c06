// Patterns of file names, as --include and --exclude take them.
//
//   *.txt        a file of this kind in any folder (a pattern without a slash looks at names only)
//   drafts       whatever is called so, in any folder, and all that is below it
//   2022/*.md    from the root of the walk; * and ? do not match a slash
//   **/notes/**  ** stands for any number of folders, none included
//   /index.html  in the root only           old/  a folder only
//   [a-z] [!0-9] one character of a set     \*    the character itself

#ifndef POSTIL_INDEXER_WALK_GLOB_H_
#define POSTIL_INDEXER_WALK_GLOB_H_

#include <string>
#include <string_view>
#include <vector>

namespace postil::index {

class Glob {
 public:
  explicit Glob(std::string_view pattern);

  // `path` is relative to what the pattern is meant for, parts joined by single slashes. The time
  // taken is bounded by the product of the lengths.
  bool matches(std::string_view path, bool is_folder) const;

 private:
  bool matches_from(std::string_view path) const;

  std::vector<std::string> parts_;
  bool names_only_ = false;
  bool folders_only_ = false;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_WALK_GLOB_H_
