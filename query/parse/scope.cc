#include "query/parse/scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/text/fold.h"
#include "core/text/language_code.h"

namespace postil::query {
namespace {

using schema::FieldId;

constexpr std::string_view kSince = "since";
constexpr std::string_view kUntil = "until";

// What other programs call these fields.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kForeignNames = {{
    {"after", kSince},
    {"before", kUntil},
    {"body", "text"},
    {"byline", "author"},
    {"category", "tag"},
    {"content", "text"},
    {"description", "standfirst"},
    {"from", kSince},
    {"headline", "title"},
    {"keyword", "tag"},
    {"newer", kSince},
    {"older", kUntil},
    {"path", "folder"},
    {"publication", "outlet"},
    {"published", "date"},
    {"publisher", "outlet"},
    {"site", "outlet"},
    {"subject", "title"},
    {"to", kUntil},
    {"type", "kind"},
}};

// No name is longer; a longer text is near to none.
constexpr std::size_t kMaxNameBytes = 24;

// How many letters must be typed, removed or changed to make one word of the other.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j - 1] + 1, row[j] + 1});
    }
  }
  return row[b.size()];
}

bool is_year(std::string_view value) {
  return value.size() == 4 &&
         std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Scope> find_scope(std::string_view name) {
  if (const schema::Field* field = schema::find_field(name)) {
    return Scope{name, field->id, field->type, DateForm::kDate};
  }
  const std::string folded = text::fold(name);
  if (folded != kSince && folded != kUntil) return std::nullopt;
  return Scope{name, FieldId::kDate, schema::FieldType::kPeriod,
               folded == kSince ? DateForm::kSince : DateForm::kUntil};
}

std::string_view nearest_name(std::string_view name) {
  if (name.size() > kMaxNameBytes) return {};
  const std::string folded = text::fold(name);
  for (const auto& [foreign, ours] : kForeignNames) {
    if (foreign == folded) return ours;
  }
  std::string_view nearest;
  std::size_t least = folded.size() < 4 ? 2 : 3;  // a nearer name is no accident
  const auto consider = [&](std::string_view candidate, std::string_view name_of_it) {
    const std::size_t distance = candidate.empty() ? least : edit_distance(folded, candidate);
    if (distance >= least) return;
    least = distance;
    nearest = name_of_it;
  };
  for (const schema::Field& field : schema::kFields) {
    consider(field.name, field.name);
    consider(field.alias, field.alias);
  }
  consider(kSince, kSince);
  consider(kUntil, kUntil);
  consider(kSavedField, kSavedField);
  return nearest;
}

std::string list_names() {
  std::string list;
  for (const schema::Field& field : schema::kFields) {
    list += field.name;
    list += ", ";
  }
  return list + fmt::format("{}, {} and {}", kSince, kUntil, kSavedField);
}

std::variant<std::string, Mistake> read_value(FieldId field, std::string_view value) {
  const std::string folded = text::fold_value(value);
  switch (field) {
    case FieldId::kKind:
      if (folded == "article" || folded == "comment") return std::string(value);
      return Mistake{value, fmt::format("there is no kind \"{}\"", value),
                     "write article or comment, as in kind:comment"};
    case FieldId::kYear:
      if (is_year(folded)) return std::string(value);
      return Mistake{value, fmt::format("\"{}\" is not a year", value),
                     "write four digits, as in year:2022, or a range, as in date:2020..2022"};
    case FieldId::kLang:
      if (std::string code = text::language_code(value); !code.empty()) return code;
      return Mistake{value, fmt::format("there is no language \"{}\"", value),
                     "write its two-letter code or its name, as in lang:de or lang:German"};
    default:
      return std::string(value);
  }
}

}  // namespace postil::query
