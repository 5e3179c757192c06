#include "query/search/database.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <charconv>
#include <chrono>
#include <thread>

#include "core/schema/database_name.h"
#include "core/schema/stamp.h"

namespace postil::query {
namespace {

constexpr unsigned kRemoteTimeoutMs = 10'000;
constexpr int kAttempts = 10;  // to open a database that is being written
constexpr std::chrono::milliseconds kBetweenAttempts(5);

bool exists(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0;
}

// The port of HOST:PORT, 0 if `name` has another form or is there as a file.
unsigned remote_port(const std::string& name) {
  const auto colon = name.rfind(':');
  if (colon == std::string::npos || colon == 0 || exists(name)) return 0;
  unsigned port = 0;
  const char* end = name.data() + name.size();
  const auto [rest, code] = std::from_chars(name.data() + colon + 1, end, port);
  return code == std::errc() && rest == end && port <= 65535 ? port : 0;
}

Xapian::Database open_any(const std::string& name) {
  if (const unsigned port = remote_port(name); port != 0) {
    return Xapian::Remote::open(name.substr(0, name.rfind(':')), port, kRemoteTimeoutMs);
  }
  return Xapian::Database(name);
}

Error not_there(const std::string& name) {
  return {ErrorKind::kDatabase, fmt::format("there is no database at {}", name),
          fmt::format("make one with: postil-index --db {} FOLDER", name)};
}

// A folder that an indexer has begun to fill and that has no index yet.
bool is_unfinished(const std::string& name) {
  return exists(name + '/' + schema::kLockFile) && !exists(name + '/' + schema::kStubFile);
}

Error not_finished(const std::string& name) {
  return {ErrorKind::kDatabase, fmt::format("no index has been finished yet at {}", name),
          "wait for postil-index, or run it again with its PATHs if it was stopped"};
}

// A stub without what it names; of one that a writer replaces just now there is another soon.
bool is_incomplete(const std::string& name) {
  const std::string generation = schema::current_generation(name);
  return !generation.empty() && !exists(generation);
}

Error not_readable(const std::string& name, const Xapian::Error& error) {
  const std::string why = error.get_msg().empty() ? error.get_type() : error.get_msg();
  if (std::string_view(error.get_type()) == "DatabaseCorruptError") {
    return {ErrorKind::kDatabase, fmt::format("the database {} is damaged: {}", name, why),
            "rebuild it with postil-index --full"};
  }
  return {ErrorKind::kDatabase, fmt::format("cannot open the database {}: {}", name, why),
          "check the path and its permissions, or rebuild it with postil-index --full"};
}

// A writer may have put a new generation in the place of the one whose name was just read, or have
// written to it between two reads.
bool may_be_writing(const Xapian::Error& error) {
  const std::string_view type = error.get_type();
  return type == "DatabaseOpeningError" || type == "DatabaseNotFoundError" ||
         type == "DatabaseModifiedError";
}

// Xapian answers a phrase on a database without positions with AND, silently.
Status check_positions(const Xapian::Database& database, const std::string& name) {
  if (database.get_doccount() == 0 || database.has_positions()) return ok();
  return Error{ErrorKind::kIncompatible,
               fmt::format("{} was built without positions, so no phrase can be found in it", name),
               "rebuild it with postil-index --full"};
}

}  // namespace

OpenDatabase::OpenDatabase(std::string name, Xapian::Database database)
    : name_(std::move(name)), database_(std::move(database)) {
  const std::string generation = schema::current_generation(name_);
  if (generation.empty()) return;
  const schema::DatabaseState state{database_.get_uuid(), database_.get_revision()};
  columns_ = schema::Columns::map(generation + '/' + schema::kColumnsFile);
  if (columns_ && columns_->state() != state) columns_.reset();
  tables_ = glass::Tables::open(generation, state);
}

Result<OpenDatabase> OpenDatabase::open(const std::string& name) {
  if (remote_port(name) == 0 && !exists(name)) return not_there(name);
  for (int attempt = 1;; ++attempt) {
    try {
      Xapian::Database database = open_any(name);
      const std::string stamp = database.get_metadata(std::string(schema::kStampKey));
      if (const Status status = schema::check_stamp(stamp, name); !status) return status.error();
      if (const Status status = check_positions(database, name); !status) return status.error();
      return OpenDatabase(name, std::move(database));
    } catch (const Xapian::Error& error) {
      if (is_unfinished(name)) return not_finished(name);
      const bool is_last = attempt == kAttempts || !may_be_writing(error);
      if (is_last && is_incomplete(name)) return schema::incomplete_database(name);
      if (is_last) return not_readable(name, error);
      std::this_thread::sleep_for(kBetweenAttempts);
    }
  }
}

Status OpenDatabase::renew() {
  ++state_;
  Result<OpenDatabase> again = open(name_);
  if (!again) return again.error();
  database_ = std::move(again->database_);
  columns_ = std::move(again->columns_);
  tables_ = std::move(again->tables_);
  return ok();
}

Error OpenDatabase::to_error(const Xapian::Error& error) const {
  return not_readable(name_, error);
}

// A damaged table may tell of lists of any size.
Error OpenDatabase::out_of_memory() const {
  return {ErrorKind::kDatabase,
          fmt::format("there is not enough memory to answer from the database {}", name_),
          "narrow the question, or check the database with xapian-check"};
}

}  // namespace postil::query
