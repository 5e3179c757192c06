#include "query/search/saved_questions.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <system_error>

#include "core/base/write_all.h"
#include "core/schema/database_name.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "query/parse/parser.h"

namespace postil::query {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kOwnerOnly = 0600;

std::string child(const std::string& folder, const char* name) { return folder + '/' + name; }

// A file descriptor that closes itself.
class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  bool is_open() const { return descriptor_ >= 0; }
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

Error failure(const std::string& what, const std::string& path, int number = errno) {
  return {ErrorKind::kInput,
          fmt::format("cannot {} {}: {}", what, path, std::generic_category().message(number)),
          "check the permissions of the database folder and the space on its disk"};
}

Status check_folder(const std::string& database) {
  std::error_code error;
  if (fs::is_regular_file(child(database, schema::kStubFile), error)) return ok();
  return Error{ErrorKind::kInput,
               fmt::format("questions are saved in a database folder, and {} is none", database),
               "name the folder that postil-index made with --db"};
}

SavedQuestions parse_lines(std::istream& in) {
  SavedQuestions saved;
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || !text::is_valid_utf8(line)) continue;
    std::string name = line.substr(0, tab);
    if (check_saved_name(name).empty()) saved[std::move(name)] = line.substr(tab + 1);
  }
  return saved;
}

Status write_lines(const std::string& database, const SavedQuestions& saved) {
  std::string text;
  for (const auto& [name, question] : saved) text += fmt::format("{}\t{}\n", name, question);
  const std::string path = child(database, schema::kNewSavedQuestionsFile);
  const File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kOwnerOnly));
  if (!file.is_open()) return failure("write", path);
  if (const int number = write_all(file.get(), text); number != 0) {
    return failure("write", path, number);
  }
  if (::fsync(file.get()) != 0) return failure("write", path);
  const std::string target = child(database, schema::kSavedQuestionsFile);
  if (std::rename(path.c_str(), target.c_str()) != 0) return failure("replace", target);
  return ok();
}

// Changes the saved questions while no other does.
Status change(const std::string& database, const std::function<void(SavedQuestions&)>& what) {
  if (Status status = check_folder(database); !status) return status;
  const File folder(::open(database.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) return failure("open", database);
  while (::flock(folder.get(), LOCK_EX) != 0) {
    if (errno != EINTR) return failure("lock", database);
  }
  auto saved = read_saved_questions(database);
  if (!saved) return saved.error();
  what(*saved);
  if (Status status = write_lines(database, *saved); !status) return status;
  return ::fsync(folder.get()) == 0 ? ok() : Status(failure("write", database));
}

// One line: the parser takes all white space alike.
std::string on_one_line(std::string question) {
  for (char& c : question) {
    if (c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == '\0') c = ' ';
  }
  return question;
}

}  // namespace

Result<SavedQuestions> read_saved_questions(const std::string& database) {
  const std::string path = child(database, schema::kSavedQuestionsFile);
  std::error_code error;
  if (!fs::exists(path, error)) return SavedQuestions{};
  std::ifstream in(path, std::ios::binary);
  if (!in.is_open()) return failure("read", path);
  return parse_lines(in);
}

Result<bool> save_question(const std::string& database, const std::string& name,
                           const std::string& question) {
  const std::string folded = text::fold(name);
  if (std::string why = check_saved_name(folded); !why.empty()) {
    return Error{ErrorKind::kUsage, std::move(why), "for example: --save istanbul-talks"};
  }
  bool replaced = false;
  const Status status = change(database, [&](SavedQuestions& saved) {
    replaced = !saved.insert_or_assign(folded, on_one_line(question)).second;
  });
  if (!status) return status.error();
  return replaced;
}

Result<bool> forget_question(const std::string& database, const std::string& name) {
  bool known = false;
  const Status status =
      change(database, [&](SavedQuestions& saved) { known = saved.erase(text::fold(name)) > 0; });
  if (!status) return status.error();
  return known;
}

}  // namespace postil::query
