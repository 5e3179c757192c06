// Languages by their codes. Records hold a language as two letters; sources declare it, and people
// ask for it, in many ways.

#ifndef POSTIL_CORE_TEXT_LANGUAGE_CODE_H_
#define POSTIL_CORE_TEXT_LANGUAGE_CODE_H_

#include <string>
#include <string_view>

namespace postil::text {

// "en-GB", "eng", "English", "русский", "de_AT.UTF-8" → "en", "en", "en", "ru", "de"; "" if it
// names no language that has two letters. Names are known in English and in the language itself, of
// common languages also in others. Thread-safe.
std::string language_code(std::string_view named);

}  // namespace postil::text

#endif  // POSTIL_CORE_TEXT_LANGUAGE_CODE_H_
