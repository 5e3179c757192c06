#include "query/search/records.h"

namespace postil::query {

RecordIds matching_records(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  RecordIds ids;
  ids.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) ids.push_back(*match);
  return ids;
}

}  // namespace postil::query
