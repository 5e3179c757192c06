#include "tests/support/same_database.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <sstream>
#include <vector>

#include "core/schema/fields.h"
#include "core/schema/terms.h"
#include "indexer/store/file_state.h"
#include "indexer/store/metadata_keys.h"

namespace postil::test {
namespace {

constexpr Xapian::valueno kSlots = 32;

// Everything that stands under one term, or "" for the lengths of all documents.
std::string describe_term(const Xapian::Database& database, const std::string& term) {
  std::string text =
      fmt::format("{} in {} documents, {} times, at most {}:", term, database.get_termfreq(term),
                  database.get_collection_freq(term), database.get_wdf_upper_bound(term));
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    text += fmt::format(" {}({})", *at, at.get_wdf());
    if (term.empty()) continue;
    for (auto p = at.positionlist_begin(); p != at.positionlist_end(); ++p) {
      text += fmt::format(",{}", *p);
    }
  }
  return text;
}

// Terms, values and data of one document.
std::string describe_document(const Xapian::Database& database, Xapian::docid id) {
  const Xapian::Document document = database.get_document(id);
  std::string text = fmt::format("length {} unique {}\n", database.get_doclength(id),
                                 database.get_unique_terms(id));
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    text += fmt::format("{}({})", *term, term.get_wdf());
    for (auto p = term.positionlist_begin(); p != term.positionlist_end(); ++p) {
      text += fmt::format(",{}", *p);
    }
    text += '\n';
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    text += fmt::format("{}={}\n", value.get_valueno(), *value);
  }
  return text + document.get_data() + '\n';
}

// Without the bounds, which may be wider than need be: Xapian does not narrow them when a document
// is replaced.
std::string describe_statistics(const Xapian::Database& database) {
  std::string text =
      fmt::format("{} documents to {}, mean length {}, positions {}, spelling {}",
                  database.get_doccount(), database.get_lastdocid(), database.get_average_length(),
                  database.has_positions(), database.spellings_begin() != database.spellings_end());
  for (Xapian::valueno slot = 0; slot < kSlots; ++slot) {
    text += fmt::format(", slot {}: {}", slot, database.get_value_freq(slot));
  }
  return text;
}

// "" if the bounds that a database tells of lengths and values hold for all of them.
std::string broken_bound(const Xapian::Database& database) {
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Xapian::termcount length = database.get_doclength(*id);
    if (length > database.get_doclength_upper_bound() ||
        (length > 0 && length < database.get_doclength_lower_bound())) {
      return fmt::format("the length {} is out of bounds", length);
    }
  }
  for (Xapian::valueno slot = 0; slot < kSlots; ++slot) {
    const std::string lowest = database.get_value_lower_bound(slot);
    const std::string highest = database.get_value_upper_bound(slot);
    for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at) {
      if (*at < lowest || *at > highest) return fmt::format("slot {} is out of bounds", slot);
    }
  }
  return "";
}

std::map<std::string, std::string> metadata_of(const Xapian::Database& database) {
  std::map<std::string, std::string> all;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    all[*key] = database.get_metadata(*key);
  }
  return all;
}

std::vector<std::string> terms_of(const Xapian::Database& database) {
  return {database.allterms_begin(), database.allterms_end()};
}

std::string difference(const std::string& a, const std::string& b) {
  return a == b ? "" : fmt::format("{}\n  is not\n{}", a, b);
}

}  // namespace

std::string first_difference(const std::string& a, const std::string& b) try {
  const Xapian::Database one(a);
  const Xapian::Database other(b);
  std::string found = difference(describe_statistics(one), describe_statistics(other));
  for (const Xapian::Database* each : {&one, &other}) {
    if (found.empty()) found = broken_bound(*each);
  }
  if (!found.empty()) return found;
  if (metadata_of(one) != metadata_of(other)) return "the metadata differs";
  std::vector<std::string> terms = terms_of(one);
  if (terms != terms_of(other)) return "the terms differ";
  terms.emplace_back();
  for (const std::string& term : terms) {
    found = difference(describe_term(one, term), describe_term(other, term));
    if (!found.empty()) return found;
  }
  for (auto id = one.postlist_begin(""); id != one.postlist_end(""); ++id) {
    found = difference(describe_document(one, *id), describe_document(other, *id));
    if (!found.empty()) return fmt::format("document {}: {}", *id, found);
  }
  return "";
} catch (const Xapian::Error& error) {
  return error.get_description();
}

std::string damage(const std::string& path) {
  std::ostringstream out;
  try {
    const std::size_t errors = Xapian::Database::check(path, 0, &out);
    return errors == 0 ? "" : fmt::format("{} errors: {}", errors, out.str());
  } catch (const Xapian::Error& error) {
    return fmt::format("{} {}", out.str(), error.get_description());
  }
}

bool dump_database(const std::string& path, std::ostream& out) try {
  const Xapian::Database database(path);
  const std::string ids(schema::kIdPrefix);
  for (auto id = database.allterms_begin(ids); id != database.allterms_end(ids); ++id) {
    for (auto at = database.postlist_begin(*id); at != database.postlist_end(*id); ++at) {
      out << "record " << *id << '\n' << describe_document(database, *at);
    }
  }
  out << database.get_doccount() << " records\n";
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    out << "term " << *term << ' ' << term.get_termfreq() << ' '
        << database.get_collection_freq(*term) << '\n';
  }
  const std::string files(index::kFileKeyPrefix);
  for (const auto& [key, value] : metadata_of(database)) {
    out << "metadata " << key << ' ';
    Result<index::FileState> state = index::decode_file_state(value);
    const bool is_file = key.compare(0, files.size(), files) == 0 && state;
    if (is_file) state->modified_ns = 0;
    out << (is_file ? index::encode(*state) : value) << '\n';
  }
  return true;
} catch (const Xapian::Error& error) {
  out << error.get_description() << '\n';
  return false;
}

}  // namespace postil::test
