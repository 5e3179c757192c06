// The parts of a record that text can stand in, and why text is furniture: the small vocabularies
// that are stored on disk and named in JSON. The numbers are embedded in databases: never change
// one.

#ifndef POSTIL_CORE_SCHEMA_ZONE_H_
#define POSTIL_CORE_SCHEMA_ZONE_H_

#include <cstdint>
#include <string_view>

namespace postil::schema {

enum class Kind : std::uint8_t { kArticle = 0, kComment = 1 };

enum class Zone : std::uint8_t {
  kBody = 0,
  kHeading = 1,
  kQuote = 2,
  kList = 3,
  kCaption = 4,
  kTitle = 5,
  kStandfirst = 6,
  kNote = 7,
  kComment = 8,
};

enum class FurnitureReason : std::uint8_t {
  kAppeal = 0,
  kForm = 1,
  kNavigation = 2,
  kShare = 3,
  kRelated = 4,
  kRepeated = 5,
};

// Where a date was found. kNone goes with an unknown date.
enum class DateSource : std::uint8_t {
  kNone = 0,
  kFrontMatter = 1,
  kJsonLd = 2,
  kMeta = 3,
  kByline = 4,
  kUrl = 5,
  kManifest = 6,
  kFeed = 7,
};

// The names that JSON and the terminal use: "article", "body", "appeal", "front-matter" …
std::string_view name(Kind kind);
std::string_view name(Zone zone);
std::string_view name(FurnitureReason reason);
std::string_view name(DateSource source);

}  // namespace postil::schema

#endif  // POSTIL_CORE_SCHEMA_ZONE_H_
