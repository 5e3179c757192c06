// Any bytes as the tables of a database, behind the mark, id and revision of its version file:
// keys are found or not, postings rise, or an error of Xapian says that they are damaged. The input
// is the rest of the version file and the table of postings, each behind its size, and the table of
// positions.
#include "query/search/glass/table.h"

#include <xapian.h>

#include "core/schema/database_name.h"
#include "core/schema/glass_keys.h"
#include "core/schema/varint.h"
#include "query/search/glass/position_list.h"
#include "query/search/glass/postings.h"
#include "tests/fuzz/fuzzing.h"

namespace {

using namespace postil::query::glass;
using postil::test::require;

constexpr std::string_view kVersionHead(
    "\x0f\x0dXapian Glass\x04\x6e\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1", 33);
const postil::schema::DatabaseState kState{"00000000-0000-0000-0000-000000000000", 1};
constexpr int kMostSteps = 2000;  // a list may be as long as any

bool write_tables(std::string_view input) {
  const std::string& folder = postil::test::fuzz_folder();
  std::string_view version;
  std::string_view postlist;
  if (!postil::schema::take_string(input, version)) return false;
  if (!postil::schema::take_string(input, postlist)) return false;
  postil::test::write_file(folder + '/' + postil::schema::kGlassFile,
                           std::string(kVersionHead).append(version));
  postil::test::write_file(folder + "/postlist.glass", postlist);
  postil::test::write_file(folder + "/position.glass", input);
  return true;
}

// Where a text is so long that only time is told of its positions, they are left alone.
bool is_long(std::string_view tag) {
  std::uint64_t last = 0;
  return postil::schema::take_number(tag, last) && last > 1U << 14;
}

void read_positions(Cursor& cursor, std::string_view term, std::uint32_t document) {
  std::string key;
  postil::schema::put_sorted_string(key, term, false);
  postil::schema::put_sorted_number(key, document);
  const auto tag = cursor.find(key);
  if (!tag || is_long(*tag)) return;
  std::vector<std::uint32_t> positions;
  (void)append_positions(*tag, positions);
}

void read_postings(Tables& tables, std::string_view term) {
  Cursor cursor(tables.position);
  int steps = 0;
  std::uint32_t before = 0;
  for (Postings at(tables.postlist, term); !at.at_end() && ++steps < kMostSteps; at.next()) {
    require(at.document() > before);
    before = at.document();
    read_positions(cursor, term, before);
  }
  steps = 0;
  std::uint64_t next = 1;
  for (Postings at(tables.postlist, term); next <= UINT32_MAX && ++steps < kMostSteps;) {
    at.skip_to(static_cast<std::uint32_t>(next));
    if (at.at_end()) return;
    require(at.document() >= next);
    next = std::uint64_t{at.document()} * 3 / 2 + 1;
  }
}

void look_around(Blocks& blocks, const std::string& key) {
  Cursor cursor(blocks);
  const auto floor = cursor.floor(key);
  require(!floor || !floor->empty() || floor == key || *floor < key);
  (void)cursor.ceiling(key);
  (void)cursor.find(key);
}

// Each may meet damage of its own.
template <class Read>
void unless_damaged(const Read& read) {
  try {
    read();
  } catch (const Xapian::DatabaseError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (!write_tables(postil::test::input(data, size))) return 0;
  auto tables = Tables::open(postil::test::fuzz_folder(), kState);
  if (!tables) return 0;
  for (const char* term : {"", "peace", "table", "words"}) {
    unless_damaged([&] { read_postings(*tables, term); });
    unless_damaged([&] { look_around(tables->postlist, term); });
    unless_damaged([&] { look_around(tables->position, term); });
  }
  return 0;
}
