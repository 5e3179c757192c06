// An opened database: where Xapian's exceptions become errors, and where a reader that is overtaken
// by a writer is set on the newest state and asks again.

#ifndef POSTIL_QUERY_SEARCH_DATABASE_H_
#define POSTIL_QUERY_SEARCH_DATABASE_H_

#include <xapian.h>

#include <new>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/schema/columns.h"
#include "query/search/glass/table.h"

namespace postil::query {

class OpenDatabase {
 public:
  // `name` is a database folder, a stub file or HOST:PORT. Refuses what this build cannot search.
  static Result<OpenDatabase> open(const std::string& name);

  const Xapian::Database& xapian() const { return database_; }

  // What is counted over all matches, if it lies beside the database and is of the same state; null
  // for a remote database or several. Counting goes through slot_ordinals.h.
  const schema::Columns* columns() const { return columns_ ? &*columns_ : nullptr; }

  // The same database's tables, if they can be read without Xapian (glass/table.h); else null.
  glass::Tables* tables() { return tables_ ? &*tables_ : nullptr; }

  // Bumped whenever the database is set on another state; what was derived from the old is stale.
  unsigned state() const { return state_; }

  // Runs `task`, which returns a Result, from its beginning on the newest state as often as a
  // writer takes the state from under it, and turns what Xapian throws, and a lack of memory, into
  // an Error.
  template <class Task>
  auto run(Task&& task) -> decltype(task()) {
    for (int tries = 0;; ++tries) {
      try {
        return task();
      } catch (const Xapian::DatabaseModifiedError& error) {
        if (tries == kMaxTries) return to_error(error);
      } catch (const Xapian::DatabaseOpeningError& error) {  // its generation was replaced
        if (tries == kMaxTries) return to_error(error);
      } catch (const Xapian::Error& error) {
        return to_error(error);
      } catch (const std::bad_alloc&) {
        return out_of_memory();
      }
      if (const Status status = renew(); !status) return status.error();
    }
  }

 private:
  static constexpr int kMaxTries = 20;

  OpenDatabase(std::string name, Xapian::Database database);

  Status renew();
  Error to_error(const Xapian::Error& error) const;
  Error out_of_memory() const;

  std::string name_;
  Xapian::Database database_;
  std::optional<schema::Columns> columns_;
  std::optional<glass::Tables> tables_;
  unsigned state_ = 0;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_DATABASE_H_
