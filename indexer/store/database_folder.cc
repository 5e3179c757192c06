#include "indexer/store/database_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <system_error>
#include <vector>

#include "core/schema/columns.h"
#include "core/schema/database_name.h"
#include "core/schema/stamp.h"
#include "indexer/store/durable.h"
#include "indexer/store/known_files_file.h"

namespace postil::index {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStub = schema::kStubFile;
constexpr const char* kNewStub = "XAPIANDB.new";
constexpr const char* kLock = schema::kLockFile;
constexpr const char* kGlassFile = schema::kGlassFile;
constexpr std::string_view kBuilding = ".new";

std::string generation_name(std::uint64_t number) { return fmt::format("g{}", number); }

bool is_being_built(std::string_view name) { return name.ends_with(kBuilding); }

// The number in "g12" or, when it is being built, "g12.new"; 0 for other names.
std::uint64_t generation_number(std::string_view name) {
  if (is_being_built(name)) name.remove_suffix(kBuilding.size());
  std::uint64_t number = 0;
  if (name.empty() || name[0] != 'g') return 0;
  std::from_chars(name.data() + 1, name.data() + name.size(), number);
  return name == generation_name(number) ? number : 0;
}

// Whether a file in a generation may have this name: Xapian's, and what is written beside them.
bool is_of_generation(std::string_view name) {
  if (is_being_built(name)) name.remove_suffix(kBuilding.size());
  return name == kGlassFile || name == "flintlock" || name.ends_with(".glass") ||
         name == schema::kColumnsFile || name == kKnownFilesFile;
}

// Whether nothing is in this folder that cannot be of a generation; some of one may be gone.
bool holds_generation_only(const std::string& path) {
  std::error_code error;
  fs::directory_iterator entries(path, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    if (entries->symlink_status(error).type() != fs::file_type::regular ||
        !is_of_generation(entries->path().filename().string())) {
      return false;
    }
  }
  return !error;
}

Error not_ours(const std::string& path) { return schema::check_stamp("", path).error(); }

}  // namespace

bool is_bare_database(const std::string& folder) {
  std::error_code error;
  return fs::is_regular_file(folder + '/' + kGlassFile, error) && holds_generation_only(folder);
}

Result<DatabaseFolder> DatabaseFolder::look(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  DatabaseFolder folder(std::move(path));
  if (Status status = folder.read(); !status) return status.error();
  return folder;
}

std::string DatabaseFolder::generation() const { return child(generation_name(current_)); }

Status DatabaseFolder::read() {
  current_ = 0;
  std::error_code error;
  const fs::file_status status = fs::status(path_, error);
  if (status.type() == fs::file_type::not_found) return ok();
  if (error) return failure("cannot look at", error.message());
  if (!fs::is_directory(status)) {
    return Error{ErrorKind::kInput, fmt::format("the database {} is not a folder", path_),
                 "name a folder with --db; it is made if it is not there"};
  }
  if (!fs::exists(child(kStub), error)) return check_entries();
  current_ = generation_number(schema::read_stub(child(kStub)));
  if (current_ == 0) return not_ours(path_);
  if (!fs::is_directory(generation(), error)) return schema::incomplete_database(path_);
  return ok();
}

bool DatabaseFolder::was_locked() const { return LockFile::is_ours(child(kLock)); }

// There is no stub: whatever is here must be what a first run left behind.
Status DatabaseFolder::check_entries() const {
  std::error_code error;
  for (const char* name : {kGlassFile, "iamchert", "iamflint", "record.DB"}) {
    if (fs::exists(child(name), error)) return not_ours(path_);
  }
  fs::directory_iterator entries(path_, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    const std::string name = entries->path().filename().string();
    if (is_file_of_ours(name) || is_leftover(name)) continue;
    return Error{ErrorKind::kInput,
                 fmt::format("{} is not a database of Postil's: it holds {}", path_, name),
                 "choose a new or empty folder with --db"};
  }
  if (error) return failure("cannot read", error.message());
  return ok();
}

// A lock that is empty says nothing of who made it, and loses nothing.
bool DatabaseFolder::is_file_of_ours(const std::string& name) const {
  std::error_code error;
  if (fs::symlink_status(child(name), error).type() != fs::file_type::regular) return false;
  if (name == kLock) return was_locked() || fs::file_size(child(name), error) == 0;
  return (name == kNewStub && was_locked()) || name == schema::kSavedQuestionsFile ||
         name == schema::kNewSavedQuestionsFile;
}

// Whether this may be a generation that a first run did not publish. That run made the lock too.
// Somebody's own folders may have such names: it will be deleted, so it must be nothing else.
bool DatabaseFolder::is_leftover(const std::string& name) const {
  std::error_code error;
  return generation_number(name) != 0 &&
         fs::symlink_status(child(name), error).type() == fs::file_type::directory &&
         was_locked() && (is_being_built(name) || holds_generation_only(child(name)));
}

Status DatabaseFolder::lock() {
  std::error_code error;
  if (!fs::exists(path_, error)) {
    const fs::path parent = fs::absolute(path_, error).parent_path();
    fs::create_directories(parent, error);
    if (!error && ::mkdir(path_.c_str(), 0700) != 0 && errno != EEXIST) {
      error = std::error_code(errno, std::generic_category());
    }
    if (error) return failure("cannot make", error.message());
  }
  Result<LockFile> locked = LockFile::acquire(child(kLock), path_);
  if (!locked) return locked.error();
  lock_ = std::move(*locked);
  if (Status status = read(); !status) return status;
  remove_leftovers();
  return ok();
}

// What cannot be removed does no harm: nothing refers to it, and the next generation has a number
// that is free.
void DatabaseFolder::remove_leftovers() const {
  std::error_code error;
  std::vector<std::string> leftovers;
  for (fs::directory_iterator entry(path_, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name == kNewStub || (name != generation_name(current_) && is_leftover(name))) {
      leftovers.push_back(name);
    }
  }
  for (const std::string& name : leftovers) fs::remove_all(child(name), error);
}

Result<WorkFolder> DatabaseFolder::begin_generation() {
  for (next_ = current_ + 1;; ++next_) {
    std::error_code error;
    if (fs::exists(child(generation_name(next_)), error)) continue;
    const std::string name = child(generation_name(next_)) + std::string(kBuilding);
    if (::mkdir(name.c_str(), 0700) == 0) return WorkFolder(name);
    if (errno != EEXIST) {
      return failure("cannot make a folder in", std::generic_category().message(errno));
    }
  }
}

Status DatabaseFolder::publish(const std::string& built) {
  const std::string target = child(generation_name(next_));
  std::error_code error;
  fs::permissions(built, fs::perms::owner_all, error);
  if (Status status = make_durable(built); !status) return status;
  fs::rename(built, target, error);
  if (error) return failure("cannot finish", error.message());
  if (Status status = write_stub(); !status) {
    // Unless the stub names it, for all that is known of the disk.
    if (schema::read_stub(child(kStub)) != generation_name(next_)) fs::remove_all(target, error);
    return status;
  }
  current_ = next_;
  remove_leftovers();
  return ok();
}

// Makes the next generation the one that is read.
Status DatabaseFolder::write_stub() const {
  if (Status status = sync_folder(path_); !status) return status;
  const std::string stub = fmt::format("auto {}\n", generation_name(next_));
  return replace_file(
      child(kStub), child(kNewStub), [&](const Put& put) { put(stub); }, AfterPowerCut::kNew);
}

Error DatabaseFolder::failure(const std::string& what, const std::string& why) const {
  return {ErrorKind::kDatabase, fmt::format("{} the database folder {}: {}", what, path_, why),
          "check its permissions and the space on its disk, or choose another with --db"};
}

}  // namespace postil::index
