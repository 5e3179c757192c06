// However a database came to its records, by one run or by many that changed a few of them, it
// holds the same: near-duplicates, paragraphs that are furniture because they recur, and all else.

#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/schema/columns.h"
#include "core/schema/record.h"
#include "core/schema/terms.h"
#include "indexer/copies/candidates.h"
#include "indexer/copies/resemblance.h"
#include "indexer/store/column_writer.h"
#include "indexer/store/database_folder.h"
#include "indexer/store/record_maker.h"
#include "indexer/store/segment_writer.h"
#include "indexer/store/update_writer.h"
#include "tests/support/random.h"
#include "tests/support/temporary_folder.h"

using namespace postil;
using namespace postil::index;

namespace {

// Texts drawn from a few sources, cut and edited, so that groups form, grow, split and vanish.
std::string random_text(test::Random& random, std::uint32_t sources) {
  const std::size_t source = random.below(sources);
  const std::size_t from = random.below(3) * 40;
  const std::size_t size = 30 + random.below(4) * 60;
  const std::size_t step = 3 + random.below(30);
  std::string text;
  for (std::size_t i = from; i < from + size; ++i) {
    const bool changed = i % step == 0;
    text += (changed ? "other" + std::to_string(random.below(1000)) : "word") +
            std::to_string(source) + "x" + std::to_string(i) + " ";
  }
  return text;
}

constexpr std::string_view kAppeal =
    "If you have come as far as this, please become our member: www.courier.example";

// Paragraphs that recur, of which some will be furniture and one an author note.
std::string recurring_text(test::Random& random) {
  const std::size_t which = random.below(5);
  if (which == 0) return "Ann Lee is a writer who lives by the sea and writes about peace.";
  return "If you have read as far as this, write to us@courier.example and become our member "
         "number " +
         std::to_string(which);
}

void add_recurring(test::Random& random, Article& article) {
  const std::size_t at = random.below(article.paragraphs.size() + 1);
  article.paragraphs.insert(article.paragraphs.begin() + static_cast<std::ptrdiff_t>(at),
                            {schema::Zone::kBody, recurring_text(random)});
}

Article random_article(test::Random& random, bool outlets = true, std::uint32_t sources = 6) {
  Article article;
  if (random.below(2) == 0) article.meta.authors = {"Ann Lee"};
  if (outlets && random.below(4) == 0) article.meta.outlet = "The Courier";
  if (random.below(8) == 0) article.meta.author_note = "She writes.";
  if (random.below(4) == 0) {
    article.furniture = {{schema::FurnitureReason::kShare, "Share this"}};
  }
  article.meta.title = "Title";
  if (random.below(3) != 0) {
    const auto year = static_cast<std::int16_t>(2000 + random.below(4));
    article.meta.published = Published{{year, 0, 0}, schema::DateSource::kByline};
  }
  article.paragraphs = {{schema::Zone::kBody, random_text(random, sources)}};
  if (random.below(3) == 0) {
    article.paragraphs.push_back({schema::Zone::kBody, random_text(random, sources)});
  }
  while (random.below(2) == 0) add_recurring(random, article);
  const std::size_t comments = random.below(3);
  for (std::size_t number = 1; number <= comments; ++number) {
    article.comments.push_back(
        {static_cast<int>(number), "", std::nullopt, 0, {random_text(random, sources)}});
  }
  return article;
}

using Files = std::map<std::string, Article>;

FileUpdate update_of(const std::string& name, const Article& article, bool known) {
  FileUpdate update;
  const std::string path = "/r/" + name;
  update.key = file_key(path);
  update.is_known = known;
  update.state.path = path;
  update.state.reader = "text";
  RecordMaker().make(article, "r/" + name, {path, update.key, "r"}, update.records);
  return update;
}

void run(Writer& writer, const std::vector<FileUpdate>& updates,
         const std::vector<std::string>& removed) {
  REQUIRE(writer.write(0, updates));
  REQUIRE(writer.end_batch(0));
  REQUIRE(writer.remove(removed));
  REQUIRE(writer.finish({{"r", "/r"}}, std::nullopt));
}

// A database of these files, made at one go.
struct Built {
  test::TemporaryFolder temporary;
  DatabaseFolder folder = DatabaseFolder::look(temporary.path() + "/db").value();

  explicit Built(const Files& files) {
    REQUIRE(folder.lock());
    std::vector<FileUpdate> updates;
    for (const auto& [name, article] : files) updates.push_back(update_of(name, article, false));
    run(*make_segment_writer(folder).value(), updates, {});
  }
};

// Of the records that state_of() has seen: those that have near-duplicates, those with paragraphs
// that are furniture because they recur, and those of which such a one is the author note.
struct Seen {
  std::size_t grouped = 0;
  std::size_t furnished = 0;
  std::size_t notes = 0;
};

// All that a database holds of each record, in words.
std::map<std::string, std::string> state_of(const DatabaseFolder& folder, Seen& seen) {
  const Xapian::Database database(folder.path());
  std::map<std::string, std::string> all;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Xapian::Document document = database.get_document(*id);
    const std::string data = document.get_data();
    const auto record = schema::decode(data);
    REQUIRE(record);
    seen.grouped += !document.get_value(schema::kFirstCopySlot).empty();
    seen.furnished += std::any_of(record->furniture.begin(), record->furniture.end(),
                                  [](const schema::StoredFurniture& each) {
                                    return each.reason == schema::FurnitureReason::kRepeated;
                                  });
    seen.notes += record->author_note.text.starts_with("Ann Lee is");
    std::string state = data;
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      state += "|" + std::to_string(value.get_valueno()) + "=" + *value;
    }
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      state += "|" + *term + ":" + std::to_string(term.get_wdf());
      for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
        state += "," + std::to_string(*at);
      }
    }
    all[std::string(record->id)] = state;
  }
  return all;
}

bool same(const DatabaseFolder& a, const DatabaseFolder& b, Seen& seen) {
  return state_of(a, seen) == state_of(b, seen);
}

// Brings the columns in step as a run does, and compares them with the values of all records.
void check_columns(const DatabaseFolder& folder, const std::optional<ChangedRecords>& changes) {
  REQUIRE(write_columns(folder.generation(), changes));
  const auto columns = schema::Columns::map(folder.generation() + '/' + schema::kColumnsFile);
  REQUIRE(columns);
  const Xapian::Database database(folder.path());
  for (const schema::Slot slot : schema::column_slots()) {
    const schema::Column* column = columns->find(slot);
    REQUIRE(column != nullptr);
    for (Xapian::docid id = 1; id <= database.get_lastdocid() + 1; ++id) {
      std::string value;
      try {
        value = database.get_document(id).get_value(slot);
      } catch (const Xapian::DocNotFoundError&) {  // deleted: no value
      }
      const std::uint32_t ordinal = column->ordinal(id);
      CHECK((ordinal == 0 ? std::string_view() : column->value(ordinal)) == value);
    }
  }
}

// Files with names below `names`, changed a few at a time, against what a rebuild makes of them.
void change_and_compare(test::Random& random, std::uint32_t names, std::uint32_t sources, int steps,
                        Seen& seen) {
  Files files;
  const std::size_t count = names / 10 + random.below(names * 2 / 3);
  for (std::size_t i = 0; i < count; ++i) {
    files[std::to_string(random.below(names))] = random_article(random, true, sources);
  }
  const Built changed(files);
  check_columns(changed.folder, std::nullopt);
  for (int step = 0; step < steps; ++step) {
    CAPTURE(step);
    std::vector<FileUpdate> updates;
    std::vector<std::string> removed;
    const std::size_t edits = 1 + random.below(4);
    for (std::size_t i = 0; i < edits; ++i) {
      const std::string name = std::to_string(random.below(names));
      const bool known = files.count(name) != 0;
      const std::string key = file_key("/r/" + name);
      const bool touched = std::any_of(updates.begin(), updates.end(),
                                       [&](const FileUpdate& u) { return u.key == key; });
      if (touched) continue;
      if (known && random.below(3) == 0) {
        files.erase(name);
        removed.push_back(key);
      } else if (std::find(removed.begin(), removed.end(), key) == removed.end()) {
        files[name] = random_article(random, true, sources);
        updates.push_back(update_of(name, files[name], known));
      }
    }
    const auto writer = make_update_writer(changed.folder.generation(), "db");
    run(*writer, updates, removed);
    const Built anew(files);
    CHECK(same(changed.folder, anew.folder, seen));
    if (!updates.empty()) CHECK(writer->changed_records()->records.size() >= updates.size());
    check_columns(changed.folder, writer->changed_records());
  }
}

// After so many documents Xapian moves postings into its tables, and forgets that it has changes.
class FlushThreshold {
 public:
  explicit FlushThreshold(const char* documents) {
    ::setenv("XAPIAN_FLUSH_THRESHOLD", documents, 1);
  }
  ~FlushThreshold() { ::unsetenv("XAPIAN_FLUSH_THRESHOLD"); }
  FlushThreshold(const FlushThreshold&) = delete;
  FlushThreshold& operator=(const FlushThreshold&) = delete;
};

// Ten times two words that all such texts have, and two that this one has in common with others of
// its kin; the rest is of its own. All over the text, so that kin are copies of one another.
Article interleaved(test::Random& random, const std::string& kin) {
  const auto own = [&] { return " own" + std::to_string(random.below(1'000'000)); };
  std::string text;
  for (int i = 0; i < 10; ++i) {
    const std::string number = std::to_string(i);
    text += " common" + number + " shared" + number;
    text += kin.empty() ? own() + own() : " kin" + kin + number + " of" + kin + number;
    text += own() + own();
  }
  Article article;
  article.meta.title = "Title";
  article.paragraphs = {{schema::Zone::kBody, text}};
  return article;
}

Signature signature_of(const Article& article) {
  const FileUpdate update = update_of("any", article, false);
  for (const AnalysedValue& value : update.records.front().values) {
    if (value.slot == schema::kSignatureSlot) return decode_signature(value.bytes).value();
  }
  FAIL("no signature");
  return {};
}

// At which place the two have the only key that they share; none if they share several or none.
std::optional<std::size_t> only_shared_key(const Signature& a, const Signature& b) {
  std::optional<std::size_t> only;
  for (std::size_t place = 0; place < a.key_count; ++place) {
    if (a.keys[place] != b.keys[place]) continue;
    if (only) return std::nullopt;
    only = place;
  }
  return only;
}

// Two copies whose one bucket has as many records as may be without being divided, and one more,
// "last", that resembles neither.
Files full_bucket(test::Random& random) {
  Files files;
  std::optional<std::size_t> place;
  Signature first;
  Signature second;
  const auto differs = [&](const Signature& other) {
    return other.keys[*place] == first.keys[*place] && !may_be_copies(other, first) &&
           !may_be_copies(other, second);
  };
  do {
    files["first"] = interleaved(random, "a");
    files["second"] = interleaved(random, "a");
    first = signature_of(files["first"]);
    second = signature_of(files["second"]);
    place = only_shared_key(first, second);
    // A key of the common words, or nobody else would have it.
    for (int i = 0; place && i < 100 && files.size() < kBucketSize + 1; ++i) {
      const Article article = interleaved(random, "");
      const std::string name = files.count("last") != 0 ? std::to_string(i) : "last";
      if (differs(signature_of(article))) files[name] = article;
    }
  } while (files.size() < kBucketSize + 1 && (files.clear(), true));
  return files;
}

}  // namespace

TEST_CASE("copies are parted and joined when their bucket grows and shrinks past its limit") {
  test::Random random(1919);
  Files files = full_bucket(random);
  const Article last = files["last"];
  const Built changed(files);
  Seen crowded;
  state_of(changed.folder, crowded);
  CHECK(crowded.grouped == 0);

  files.erase("last");
  run(*make_update_writer(changed.folder.generation(), "db"), {}, {file_key("/r/last")});
  Seen fewer;
  CHECK(same(changed.folder, Built(files).folder, fewer));
  CHECK(fewer.grouped == 4);  // two in either database

  files["last"] = last;
  run(*make_update_writer(changed.folder.generation(), "db"), {update_of("last", last, false)}, {});
  Seen again;
  CHECK(same(changed.folder, Built(files).folder, again));
  CHECK(again.grouped == 0);
}

TEST_CASE("many small runs end as one large run does") {
  test::Random random(1713);
  Seen seen;
  for (int round = 0; round < 4; ++round) {
    CAPTURE(round);
    change_and_compare(random, 60, 6, 12, seen);
  }
  // Or nothing was tested.
  CHECK(seen.grouped > 400);
  CHECK(seen.furnished > 300);
  CHECK(seen.notes > 20);
}

// So many records share keys that their buckets are divided, and come together again.
TEST_CASE("many small runs among texts of one source end as one large run does") {
  test::Random random(1648);
  Seen seen;
  for (int round = 0; round < 3; ++round) {
    CAPTURE(round);
    change_and_compare(random, 90, 1, 10, seen);
  }
  CHECK(seen.grouped > 400);
}

// Of 511 articles five make a paragraph furniture, of 512 ten.
TEST_CASE("a group that grows and shrinks past a threshold ends as if made anew") {
  test::Random random(1815);
  Files files;
  for (int i = 0; i < 508; ++i) {
    Article& article = files[std::to_string(i)];
    article.meta.title = "Title";
    std::string text;
    for (int word = 0; word < 14; ++word) {
      text += "only" + std::to_string(i) + "x" + std::to_string(word) + " ";
    }
    article.paragraphs = {{schema::Zone::kBody, text}};
    if (i % 70 == 0) article.paragraphs.push_back({schema::Zone::kBody, std::string(kAppeal)});
  }
  const Built changed(files);
  Seen small;
  state_of(changed.folder, small);
  CHECK(small.furnished == 8);
  std::vector<FileUpdate> more;
  for (int i = 600; i < 610; ++i) {
    files[std::to_string(i)] = random_article(random, false);
    more.push_back(update_of(std::to_string(i), files[std::to_string(i)], false));
  }
  run(*make_update_writer(changed.folder.generation(), "db"), more, {});
  Seen large;
  {
    const Built anew(files);
    CHECK(same(changed.folder, anew.folder, large));
  }
  std::vector<std::string> removed;
  for (int i = 600; i < 610; ++i) {
    files.erase(std::to_string(i));
    removed.push_back(file_key("/r/" + std::to_string(i)));
  }
  run(*make_update_writer(changed.folder.generation(), "db"), {}, removed);
  Seen again;
  const Built anew(files);
  CHECK(same(changed.folder, anew.folder, again));
  CHECK(again.furnished == 2 * small.furnished);
  CHECK(large.furnished < again.furnished);
}

TEST_CASE(
    "all records are looked at as the run has made them, whenever Xapian moved its postings") {
  const FlushThreshold threshold("1");
  test::Random random(7);
  Files files = {{"1", random_article(random)}, {"2", interleaved(random, "")}};
  const Built changed(files);
  files["3"] = files["2"];
  files["1"] = files["2"];
  const auto writer = make_update_writer(changed.folder.generation(), "db");
  REQUIRE(writer->write(0, {update_of("3", files["3"], false), update_of("1", files["1"], true)}));
  REQUIRE(writer->end_batch(0));
  // Another threshold than before: all are compared anew.
  REQUIRE(writer->finish({{"r", "/r"}}, kDefaultThreshold + 0.1));
  Seen seen;
  CHECK(same(changed.folder, Built(files).folder, seen));
  CHECK(seen.grouped == 6);
}
