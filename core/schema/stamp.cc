#include "core/schema/stamp.h"

#include <fmt/format.h>
#include <unicode/uvernum.h>
#include <unicode/uversion.h>
#include <xapian.h>

#include "core/schema/fields.h"
#include "core/text/fold.h"

namespace postil::schema {
namespace {

// ICU as it is loaded, which may be newer than the one compiled against.
std::string icu_version() {
  UVersionInfo version;
  u_getVersion(version);
  return fmt::format("{}.{}", version[0], version[1]);
}

}  // namespace

std::string current_stamp() {
  return fmt::format("schema={} analysis={} icu={} stemmer=xapian-{}.{}", kSchemaVersion,
                     text::kAnalysisRevision, icu_version(), Xapian::major_version(),
                     Xapian::minor_version());
}

Status check_stamp(std::string_view stamp, std::string_view database) {
  if (stamp.empty()) {
    return Error{ErrorKind::kIncompatible,
                 fmt::format("{} is a Xapian database, but not one of Postil's", database),
                 "choose another folder with --db"};
  }
  const std::string expected = current_stamp();
  if (stamp == expected) return ok();
  return Error{ErrorKind::kIncompatible,
               fmt::format("{} was made by another version of Postil or of its libraries ({}; this "
                           "one is {})",
                           database, stamp, expected),
               fmt::format("rebuild it: postil-index --full --db {} FOLDER…", database)};
}

std::string library_versions() {
  return fmt::format("Xapian {}, ICU {}", Xapian::version_string(), icu_version());
}

}  // namespace postil::schema
