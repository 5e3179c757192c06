// The compatibility stamp: what a database was made with. Terms are found again only if questions
// are analysed exactly as the texts were, so a database of another schema or analysis is refused,
// with the command that mends it, and never searched wrongly.

#ifndef POSTIL_CORE_SCHEMA_STAMP_H_
#define POSTIL_CORE_SCHEMA_STAMP_H_

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace postil::schema {

// Keys of what a database holds beside its records, by Xapian's metadata.
inline constexpr std::string_view kStampKey = "postil.stamp";
inline constexpr std::string_view kRootsKey = "postil.roots";
inline constexpr std::string_view kCopiesKey = "postil.copies";  // threshold of near-duplicates
// There while a run has changed records whose relations to others are not yet brought in step.
inline constexpr std::string_view kUnsettledKey = "postil.unsettled";

// The stamp of this build, such as "schema=1 analysis=1 icu=72.1 stemmer=xapian-1.4".
std::string current_stamp();

// Whether a database with this stamp can be used by this build. `database` is its name for
// messages. No stamp at all means that it is no database of Postil's.
Status check_stamp(std::string_view stamp, std::string_view database);

// The versions of Xapian and ICU that are in use, for --version.
std::string library_versions();

}  // namespace postil::schema

#endif  // POSTIL_CORE_SCHEMA_STAMP_H_
