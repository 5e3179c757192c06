// Which files belong to another file and are read with it: the table of comments beside a table of
// articles, and the comments of a post that Staticman and its like keep as data of a site, one file
// each (_data/comments/SLUG/*.yml). A post counts as changed when one of these changes.

#ifndef POSTIL_INDEXER_PIPELINE_COMPANIONS_H_
#define POSTIL_INDEXER_PIPELINE_COMPANIONS_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/finding.h"

namespace postil::index {

// Looks at folders once and remembers them. Used by one thread.
class Companions {
 public:
  // The files that complete the one at this absolute path, in a fixed order. Nothing outside of
  // `root` is looked at.
  std::vector<std::string> of(const std::string& path, const std::string& root);

  // Whether a file is another's companion, and so no article.
  bool is_companion(const std::string& path) const;

  // What must be looked at, with all below it, when this absolute path of a file or folder changes:
  // what the path completes or may complete, or else itself.
  static std::string changed_with(const std::string& path);

  // A finding for each folder of comments whose post was not asked for: after a walk of all.
  void report_unused(std::vector<Finding>& findings) const;

  // A finding for each folder of comments that could not be read, or not to its end.
  const std::vector<Finding>& unreadable() const { return unreadable_; }

 private:
  struct Comments {
    std::vector<std::string> files;  // sorted
    bool is_used = false;
  };
  struct Site {
    std::string folder;  // of all comments; "" if the site has none
    std::map<std::string, Comments> by_slug;
  };

  const std::string& site_of(const std::string& folder, const std::string& root);
  Site& load(const std::string& folder);
  std::vector<std::string> comments_in(const std::string& folder);
  void for_each_entry(const std::string& folder,
                      const std::function<void(const std::filesystem::directory_entry&)>& look);

  std::map<std::string, std::string> site_by_folder_;
  std::map<std::string, Site> sites_;  // by the folder of comments
  std::vector<Finding> unreadable_;
};

// Changes when one of the files does, by name, size or time of modification; 0 for none. While one
// of them is too new for its time to tell, hash_of_contents().
std::uint64_t hash_of(const std::vector<std::string>& companions);

// Changes when one of the files does, by name or content; 0 for none.
std::uint64_t hash_of_contents(const std::vector<std::string>& companions);

// In bytes, all together.
std::uint64_t size_of(const std::vector<std::string>& companions);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_PIPELINE_COMPANIONS_H_
