#include "indexer/pipeline/companions.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "core/schema/varint.h"
#include "indexer/readers/source.h"
#include "indexer/store/file_state.h"

namespace postil::index {
namespace {

namespace fs = std::filesystem;

// Where Jekyll and Hugo keep data.
constexpr std::string_view kCommentFolders[] = {"/_data/comments", "/data/comments"};

// How tables of comments end before ".csv".
constexpr std::string_view kCommentTables[] = {"comments", "comment_threads"};

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool is_file(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

bool is_too_new(const struct stat& status) {
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return trusted_time(status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec) ==
         FileState::kUntrusted;
}

bool is_comment_data(std::string_view name) {
  return ends_with(name, ".yml") || ends_with(name, ".yaml") || ends_with(name, ".json");
}

std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

std::string_view folder_of_path(std::string_view path) {
  return path.substr(0, std::min(path.rfind('/'), path.size()));
}

// "gnm_articles.csv" with `from` articles and `to` comments: "gnm_comments.csv"; "" if the name
// does not end so.
std::string renamed(const std::string& path, std::string_view from, std::string_view to) {
  if (!ends_with(path, "sv")) return "";  // asked for every file of a walk
  for (const std::string_view ending : {".csv", ".tsv"}) {
    const std::string end = std::string(from) + std::string(ending);
    if (!ends_with(path, end)) continue;
    const std::size_t at = path.size() - end.size();
    const char before = at == 0 ? '/' : path[at - 1];
    if (before != '/' && before != '_' && before != '-') return "";
    return path.substr(0, at) + std::string(to) + std::string(ending);
  }
  return "";
}

// The table of articles, there or not, whose comments are in the table at `path`; "" if none are.
std::string commented_table(const std::string& path) {
  for (const std::string_view name : kCommentTables) {
    std::string table = renamed(path, name, "articles");
    if (!table.empty()) return table;
  }
  return "";
}

// "2017-01-04-git-alias.md" is the post "git-alias", "git-alias/index.md" too.
std::string slug_of(std::string_view path) {
  std::string_view name = name_of(path);
  name = name.substr(0, name.find('.'));
  if (name == "index" || name == "_index") name = name_of(folder_of_path(path));
  const auto is_digit = [name](std::size_t at) { return name[at] >= '0' && name[at] <= '9'; };
  const bool dated = name.size() > 11 && name[4] == '-' && name[7] == '-' && name[10] == '-' &&
                     is_digit(0) && is_digit(3) && is_digit(5) && is_digit(6) && is_digit(8) &&
                     is_digit(9);
  return std::string(dated ? name.substr(11) : name);
}

// The folder of the site whose folder of comments this is, or lies up to `levels` above.
std::optional<std::string_view> site_commented_by(std::string_view folder, int levels) {
  for (; levels >= 0; --levels, folder = folder_of_path(folder)) {
    for (const std::string_view comments : kCommentFolders) {
      if (ends_with(folder, comments)) return folder.substr(0, folder.size() - comments.size());
    }
  }
  return std::nullopt;
}

bool is_post(std::string_view path) {
  return ends_with(path, ".md") || ends_with(path, ".markdown") || ends_with(path, ".html");
}

}  // namespace

std::vector<std::string> Companions::of(const std::string& path, const std::string& root) {
  const std::string table = renamed(path, "articles", "comments");
  if (!table.empty()) return is_file(table) ? std::vector{table} : std::vector<std::string>();
  if (!is_post(path)) return {};
  const std::string& folder = site_of(std::string(folder_of_path(path)), root);
  if (folder.empty()) return {};
  Site& site = load(folder);
  std::string_view name = name_of(path);
  for (const std::string& slug : {slug_of(path), std::string(name.substr(0, name.find('.')))}) {
    const auto found = site.by_slug.find(slug);
    if (found == site.by_slug.end()) continue;
    found->second.is_used = true;
    return found->second.files;
  }
  return {};
}

// The nearest folder of comments above: that of the site which the post is of.
const std::string& Companions::site_of(const std::string& folder, const std::string& root) {
  const auto known = site_by_folder_.find(folder);
  if (known != site_by_folder_.end()) return known->second;
  std::string found;
  for (const std::string_view comments : kCommentFolders) {
    std::error_code error;
    const std::string candidate = folder + std::string(comments);
    if (found.empty() && fs::is_directory(candidate, error)) found = candidate;
  }
  const bool is_inside = folder.size() > root.size() && folder.compare(0, root.size(), root) == 0;
  if (found.empty() && is_inside) found = site_of(std::string(folder_of_path(folder)), root);
  return site_by_folder_.emplace(folder, std::move(found)).first->second;
}

Companions::Site& Companions::load(const std::string& folder) {
  const auto [at, is_new] = sites_.try_emplace(folder);
  Site& site = at->second;
  if (!is_new) return site;
  site.folder = folder;
  for_each_entry(folder, [&](const fs::directory_entry& slug) {
    std::error_code error;
    const std::string own = slug.path().filename().string();
    if (slug.is_symlink(error)) return;
    // All comments of a post may stand in one list.
    if (own[0] != '.' && is_comment_data(own) && slug.is_regular_file(error)) {
      site.by_slug[own.substr(0, own.rfind('.'))].files.push_back(slug.path().string());
      return;
    }
    if (!slug.is_directory(error)) return;
    const std::vector<std::string> comments = comments_in(slug.path().string());
    if (comments.empty()) return;
    std::vector<std::string>& files = site.by_slug[own].files;
    files.insert(files.end(), comments.begin(), comments.end());
  });
  return site;
}

// The files of comments in the folder of one post, sorted.
std::vector<std::string> Companions::comments_in(const std::string& folder) {
  std::vector<std::string> files;
  for_each_entry(folder, [&](const fs::directory_entry& file) {
    std::error_code error;
    const std::string name = file.path().filename().string();
    if (name[0] != '.' && is_comment_data(name) && file.is_regular_file(error)) {
      files.push_back(file.path().string());
    }
  });
  std::sort(files.begin(), files.end());
  return files;
}

// A folder may fail to be read in its midst.
void Companions::for_each_entry(const std::string& folder,
                                const std::function<void(const fs::directory_entry&)>& look) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) look(*entry);
  if (!error) return;
  unreadable_.push_back({Severity::kWarning, folder, "comments",
                         fmt::format("The folder cannot be read: {}; comments in it may be missing",
                                     error.message())});
}

bool Companions::is_companion(const std::string& path) const {
  const std::string table = commented_table(path);
  if (!table.empty()) return is_file(table);
  return is_comment_data(name_of(path)) && site_commented_by(folder_of_path(path), 1);
}

std::string Companions::changed_with(const std::string& path) {
  const std::string table = commented_table(path);
  if (!table.empty()) return table;
  const std::optional<std::string_view> site = site_commented_by(path, 2);
  if (!site) return path;
  return site->empty() ? "/" : std::string(*site);
}

void Companions::report_unused(std::vector<Finding>& findings) const {
  for (const auto& [folder, site] : sites_) {
    for (const auto& [slug, comments] : site.by_slug) {
      if (comments.is_used) continue;
      findings.push_back({Severity::kWarning, fmt::format("{}/{}", folder, slug), "comments",
                          fmt::format("There is no post of this name: {} comments were not read",
                                      comments.files.size())});
    }
  }
}

std::uint64_t hash_of(const std::vector<std::string>& companions) {
  if (companions.empty()) return 0;
  std::string bytes;
  for (const std::string& path : companions) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) status = {};
    if (is_too_new(status)) return hash_of_contents(companions);
    schema::put_string(bytes, name_of(path));
    schema::put_number(bytes, static_cast<std::uint64_t>(status.st_size));
    schema::put_number(bytes, static_cast<std::uint64_t>(status.st_mtim.tv_sec));
    schema::put_number(bytes, static_cast<std::uint64_t>(status.st_mtim.tv_nsec));
  }
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t hash_of_contents(const std::vector<std::string>& companions) {
  if (companions.empty()) return 0;
  std::string bytes;
  for (const std::string& path : companions) {
    Result<Source> source = Source::open(path);
    const Result<ContentHash> content =
        source ? source->hash() : Result<ContentHash>(source.error());
    const ContentHash hash = content ? *content : ContentHash{};
    schema::put_string(bytes, name_of(path));
    schema::put_number(bytes, hash.high);
    schema::put_number(bytes, hash.low);
  }
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t size_of(const std::vector<std::string>& companions) {
  std::uint64_t size = 0;
  for (const std::string& path : companions) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) size += static_cast<std::uint64_t>(status.st_size);
  }
  return size;
}

}  // namespace postil::index
