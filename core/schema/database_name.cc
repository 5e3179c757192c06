#include "core/schema/database_name.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

namespace postil::schema {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string home() {
  std::string folder = environment("HOME");
  if (!folder.empty()) return folder;
  const passwd* user = ::getpwuid(::getuid());  // NOLINT(concurrency-mt-unsafe): before any thread
  return user == nullptr || user->pw_dir == nullptr ? std::string() : std::string(user->pw_dir);
}

}  // namespace

Result<std::string> database_name(const std::vector<std::string>& given) {
  if (given.size() > 1) {
    return Error{ErrorKind::kUsage,
                 "--db is given more than once: " + given.front() + " and " + given[1],
                 "name one database"};
  }
  if (!given.empty()) return given.front();
  if (std::string named = environment("POSTIL_DB"); !named.empty()) return named;
  if (const std::string data = environment("XDG_DATA_HOME"); !data.empty() && data[0] == '/') {
    return data + "/postil/db";
  }
  if (const std::string folder = home(); !folder.empty()) return folder + "/.local/share/postil/db";
  return Error{ErrorKind::kUsage, "no database is named and there is no home folder to look in",
               "name one with --db or in $POSTIL_DB"};
}

std::string read_stub(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string type;
  std::string name;
  std::string more;
  if (!(file >> type >> name) || file >> more || type != "auto") return {};
  return name.find_first_of("./") == std::string::npos ? name : std::string();
}

std::string current_generation(const std::string& name) {
  if (::access((name + '/' + kGlassFile).c_str(), F_OK) == 0) return name;
  const std::string generation = read_stub(name + '/' + kStubFile);
  return generation.empty() ? generation : name + '/' + generation;
}

Error incomplete_database(const std::string& name) {
  const std::string stub = name + '/' + kStubFile;
  return {ErrorKind::kDatabase,
          fmt::format("the database {} is incomplete: {} is missing", name, read_stub(stub)),
          fmt::format("delete {} if it is not somebody else's, and index again", stub)};
}

}  // namespace postil::schema
