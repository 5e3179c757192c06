#include "core/schema/fields.h"

#include <algorithm>

#include "core/text/fold.h"

namespace postil::schema {

const Field& field(FieldId id) {
  return *std::find_if(kFields.begin(), kFields.end(),
                       [id](const Field& candidate) { return candidate.id == id; });
}

const Field* find_field(std::string_view name) {
  const std::string folded = text::fold(name);
  for (const Field& candidate : kFields) {
    if (candidate.name == folded || (!candidate.alias.empty() && candidate.alias == folded)) {
      return &candidate;
    }
  }
  return nullptr;
}

std::optional<FieldId> field_of(Zone zone) {
  switch (zone) {
    case Zone::kTitle:
      return FieldId::kTitle;
    case Zone::kStandfirst:
      return FieldId::kStandfirst;
    case Zone::kHeading:
      return FieldId::kHeading;
    case Zone::kQuote:
      return FieldId::kQuote;
    case Zone::kList:
      return FieldId::kList;
    case Zone::kCaption:
      return FieldId::kCaption;
    case Zone::kNote:
      return FieldId::kNote;
    case Zone::kBody:
    case Zone::kComment:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace postil::schema
