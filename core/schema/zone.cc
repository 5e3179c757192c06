#include "core/schema/zone.h"

#include <array>
#include <cstddef>

namespace postil::schema {
namespace {

template <class Enum, std::size_t N>
std::string_view name_in(const std::array<std::string_view, N>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? names[index] : std::string_view("unknown");
}

constexpr std::array<std::string_view, 2> kKinds = {"article", "comment"};
constexpr std::array<std::string_view, 9> kZones = {
    "body", "heading", "quote", "list", "caption", "title", "standfirst", "note", "comment"};
constexpr std::array<std::string_view, 6> kReasons = {"appeal", "form",    "navigation",
                                                      "share",  "related", "repeated"};
constexpr std::array<std::string_view, 8> kSources = {"none",   "front-matter", "json-ld",  "meta",
                                                      "byline", "url",          "manifest", "feed"};

}  // namespace

std::string_view name(Kind kind) { return name_in(kKinds, kind); }
std::string_view name(Zone zone) { return name_in(kZones, zone); }
std::string_view name(FurnitureReason reason) { return name_in(kReasons, reason); }
std::string_view name(DateSource source) { return name_in(kSources, source); }

}  // namespace postil::schema
