// Compares Xapian databases, or tells all that is in one, so that databases that came about in
// different ways can be held against each other.

#ifndef POSTIL_TESTS_SUPPORT_SAME_DATABASE_H_
#define POSTIL_TESTS_SUPPORT_SAME_DATABASE_H_

#include <iosfwd>
#include <string>

namespace postil::test {

// The first thing in which two databases differ: terms, frequencies, postings, positions, lengths,
// values and their statistics, data, metadata, the database's own statistics. "" if none.
std::string first_difference(const std::string& a, const std::string& b);

// What xapian-check has to say against the database, which is no stub; "" if nothing.
std::string damage(const std::string& path);

// Every record with all that belongs to it, in the order of ids whatever the documents' numbers,
// then all terms with their frequencies, then what is remembered of files except when they were
// modified. Two databases of the same files give the same text, however often they were updated.
// False, with the reason printed, if that fails.
bool dump_database(const std::string& path, std::ostream& out);

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_SAME_DATABASE_H_
