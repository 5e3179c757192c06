// What must be known of scripts beside what ICU does by itself.

#ifndef POSTIL_CORE_TEXT_SCRIPTS_H_
#define POSTIL_CORE_TEXT_SCRIPTS_H_

#include <string_view>

namespace postil::text {

// Whether `text` (valid UTF-8) has a letter of a script that puts no space between words, and whose
// words the analyser therefore finds by ICU's dictionaries: Chinese, Japanese, Thai, Lao, Khmer,
// Burmese.
bool is_unspaced(std::string_view text);

}  // namespace postil::text

#endif  // POSTIL_CORE_TEXT_SCRIPTS_H_
