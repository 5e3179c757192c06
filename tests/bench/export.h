// Writes the records of a database out for other engines, with the words that Postil's analyser
// finds in them, so that all search the very same words (tests/bench/lucene/RecordIndexer.java).

#ifndef POSTIL_TESTS_BENCH_EXPORT_H_
#define POSTIL_TESTS_BENCH_EXPORT_H_

#include <xapian.h>

#include <cstdint>
#include <ostream>

namespace postil::bench {

// Record by record, numbers seven bits a byte with the lowest first, texts as their bytes behind
// their number: title, path, text; the number of words, and of each word itself, its stem (empty if
// it is the word), by how much its position is greater than that of the word before, how many
// UTF-16 units lie between the word before and it, and how many it has; the number of facet values,
// and of each its field's name and itself. Returns the number of records. Throws what Xapian
// throws, and std::runtime_error for a record that cannot be decoded.
std::uint64_t export_records(const Xapian::Database& database, std::ostream& out);

}  // namespace postil::bench

#endif  // POSTIL_TESTS_BENCH_EXPORT_H_
