// What stands before a colon in a question, and what may stand behind it: the fields of the schema,
// since: and until:, the nearest of them to a name that is none, and the values that a field takes.

#ifndef POSTIL_QUERY_PARSE_SCOPE_H_
#define POSTIL_QUERY_PARSE_SCOPE_H_

#include <optional>
#include <string>
#include <string_view>

#include "core/schema/fields.h"
#include "query/parse/dates.h"
#include "query/parse/mistake.h"

namespace postil::query {

// The name before a saved question's: query:NAME.
inline constexpr std::string_view kSavedField = "query";

// How words, quotations and groups are read: outside of any field, or behind `name:`.
struct Scope {
  std::string_view name;  // as typed; empty outside of any field
  schema::FieldId field = schema::FieldId::kText;
  schema::FieldType type = schema::FieldType::kWords;
  DateForm form = DateForm::kDate;  // for kPeriod
};

// The scope that `name:` opens, in any case; none if there is no such field. Keeps a view of
// `name`.
std::optional<Scope> find_scope(std::string_view name);

// The name nearest to `name`, or one that means the same elsewhere; "" if none is near.
std::string_view nearest_name(std::string_view name);

// All names that find_scope knows, without aliases: "text, title, …".
std::string list_names();

// What a field of type kValue holds where a question says `value`: a language's code for its name,
// else the value itself. A mistake if the field cannot hold it.
std::variant<std::string, Mistake> read_value(schema::FieldId field, std::string_view value);

}  // namespace postil::query

#endif  // POSTIL_QUERY_PARSE_SCOPE_H_
