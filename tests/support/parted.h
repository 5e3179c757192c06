// A folded word of UAX #29 as the words that apostrophes part it into: what the analyser does, in
// the plainest way.

#ifndef POSTIL_TESTS_SUPPORT_PARTED_H_
#define POSTIL_TESTS_SUPPORT_PARTED_H_

#include <string>
#include <vector>

#include "core/text/apostrophe.h"

namespace postil::test {

inline void add_parted(std::string word, std::vector<std::string>& words) {
  for (std::size_t at = word.find('\''); at != word.npos; at = word.find('\'', at + 1)) {
    if (text::parting(word.substr(0, at), word.substr(at + 1)) == text::Parting::kNone) continue;
    words.push_back(word.substr(0, at));
    word.erase(0, at + 1);
    at = 0;
  }
  words.push_back(std::move(word));
}

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_PARTED_H_
