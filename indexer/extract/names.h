// Names of people: whether a few words look like one, and how a written list of authors becomes
// names. For authors the rules are strict, because a wrong author is worse than none; for
// commenters they are loose, because people call themselves anything.

#ifndef POSTIL_INDEXER_EXTRACT_NAMES_H_
#define POSTIL_INDEXER_EXTRACT_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/cues.h"

namespace postil::index {

// Two to four words, capitalised but for particles ("van", "de") and initials, and none that is a
// common word of titles, menus or institutions.
bool is_person_name(std::string_view text, CueLanguages languages);

// One word may do: "Hamilton", "PUBLIUS". Only for text that a label calls an author.
bool is_labelled_name(std::string_view text, CueLanguages languages);

// Short, and with a letter: "blah blubb", "Bürger 635".
bool could_be_commenter(std::string_view text);

// The names in what a source declares: "By Ann Lee and Bo Day", "Ann Lee; Bo Day",
// "ann@example.org (Ann Lee)". What is no list of names stays whole ("Ministry of Trade and
// Industry"). E-mail addresses, URLs and handles are dropped; doubles too. May be empty.
std::vector<std::string> author_names(std::string_view declared);

// The names in text that a label such as "By" calls authors; empty if one of them is no name.
std::vector<std::string> labelled_names(std::string_view text, CueLanguages languages);

// A commenter's name to be shown: without e-mail, IP, URL or badge; "" if nothing is left or the
// name says that there is none ("Anonymous").
std::string commenter_name(std::string_view text);

// The same for a name that a source declares as such: only addresses go, all else is as it signs.
std::string declared_commenter(std::string_view text);

// Without e-mail addresses, URLs, handles and IP addresses; white space squeezed.
std::string without_addresses(std::string_view text);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_NAMES_H_
