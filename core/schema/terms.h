// How terms and slot values are spelled: the one place that puts a prefix before a word, cuts what
// Xapian cannot hold, and encodes dates, numbers and facet values. Used when records are stored and
// when questions are compiled.

#ifndef POSTIL_CORE_SCHEMA_TERMS_H_
#define POSTIL_CORE_SCHEMA_TERMS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/schema/fields.h"

namespace postil::schema {

// Xapian holds 245 bytes less one for each NUL byte; folded text has no NUL.
inline constexpr std::size_t kMaxTermBytes = 245;

// `prefix` and `value` as one term. A term that would be too long is cut and closed with a hash of
// the whole value, so that two long values still differ.
std::string make_term(std::string_view prefix, std::string_view value);

// The term for a folded word, or for the stem of one, in a field.
std::string word_term(const Field& field, std::string_view word);
std::string stem_term(const Field& field, std::string_view stem);

// The term for a whole facet value, which is folded here.
std::string value_term(const Field& field, std::string_view value);

// One value for an article and all its comments: 8 bytes, from the article's id.
std::string article_key(std::string_view article_id);

// "20220301", for slots in which dates are compared as strings.
std::string encode_day(const PartialDate& day);
std::optional<PartialDate> decode_day(const std::string& bytes);  // none if it is no date

// Four bytes, most significant first, so that strings compare as the numbers do.
std::string encode_number(std::uint32_t number);
std::uint32_t decode_number(std::string_view bytes);

// The values of one facet in one record, as people wrote them, as a slot holds them.
std::string encode_values(const std::vector<std::string>& values);

// The values again, as views into `bytes`; stops at the first that is damaged.
std::vector<std::string_view> decode_values(std::string_view bytes);

// A folder and each one above it, as filters find what lies below: "a/b", "a". Views into `folder`.
std::vector<std::string_view> folder_and_above(std::string_view folder);

// What a record with these bytes in the field's slot counts for: its values, and of a folder also
// those above it. Views into `bytes`.
std::vector<std::string_view> counted_values(const Field& field, std::string_view bytes);

}  // namespace postil::schema

#endif  // POSTIL_CORE_SCHEMA_TERMS_H_
