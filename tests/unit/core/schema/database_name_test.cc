#include "core/schema/database_name.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "core/schema/roots.h"

namespace postil::schema {
namespace {

TEST_CASE("The database that is named wins over every default") {
  ::setenv("POSTIL_DB", "/a/b", 1);
  CHECK(database_name({"here"}).value() == "here");
  CHECK(database_name({}).value() == "/a/b");
}

TEST_CASE("Of two databases that are named none is taken") {
  const auto named = database_name({"here", "there"});
  REQUIRE_FALSE(named);
  CHECK(named.error().kind == ErrorKind::kUsage);
  CHECK(named.error().message == "--db is given more than once: here and there");
}

TEST_CASE("Without a name the database is below the user's data folder") {
  ::unsetenv("POSTIL_DB");
  ::setenv("HOME", "/home/ann", 1);
  ::setenv("XDG_DATA_HOME", "/data", 1);
  CHECK(database_name({}).value() == "/data/postil/db");
  ::setenv("XDG_DATA_HOME", "relative", 1);
  CHECK(database_name({}).value() == "/home/ann/.local/share/postil/db");
  ::unsetenv("XDG_DATA_HOME");
  CHECK(database_name({}).value() == "/home/ann/.local/share/postil/db");
}

TEST_CASE("Roots come back as they were stored, and damage loses only what follows it") {
  const std::vector<Root> roots = {{"corpus", "/a/corpus"}, {"corpus~2", "/b\xff/corpus"}};
  const std::string bytes = encode_roots(roots);
  CHECK(decode_roots(bytes) == roots);
  CHECK(decode_roots("").empty());
  CHECK(decode_roots(bytes.substr(0, bytes.size() - 1)) == std::vector<Root>{roots[0]});
}

}  // namespace
}  // namespace postil::schema
