// Writes the inputs with which fuzz targets begin that no hand can write: tables, columns, records
// and messages, made of a few words of our own.
//
// Usage: write_fuzz_seeds tests/fuzz/corpus

#include <xapian.h>
#include <xxhash.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "core/schema/columns.h"
#include "core/schema/database_name.h"
#include "core/schema/record.h"
#include "core/schema/varint.h"
#include "indexer/recurring/recurrence.h"
#include "indexer/store/file_state.h"
#include "indexer/store/glass/position_list.h"
#include "indexer/store/known_files.h"
#include "indexer/worker/messages.h"
#include "tests/support/temporary_folder.h"

using namespace postil;

namespace {

std::string g_corpus;

void seed(const std::string& name, std::string_view bytes) {
  const std::filesystem::path path = std::filesystem::path(g_corpus) / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The smallest blocks there are, so that few documents make tables of several levels.
void write_tables(const std::string& name, std::uint32_t documents) {
  constexpr int kBlock = 2048;
  constexpr std::size_t kVersionHead = 33;
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/db";
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS, kBlock);
  for (std::uint32_t i = 1; i <= documents; ++i) {
    Xapian::Document document;
    for (std::uint32_t at = 1; at < 3 + i % 5; ++at) document.add_posting("peace", at * i);
    if (i % 3 == 0) document.add_posting("table", i);
    if (i == 7) {
      for (std::uint32_t at = 1; at < 3000; ++at) document.add_posting("words", at * (at % 7 + 1));
    }
    database.replace_document(i * 3, document);
  }
  database.commit();
  std::string bytes;
  schema::put_string(bytes, content(path + '/' + schema::kGlassFile).substr(kVersionHead));
  schema::put_string(bytes, content(path + "/postlist.glass"));
  seed("glass_table/" + name, bytes + content(path + "/position.glass"));
}

void write_positions(const std::string& name, const std::vector<std::uint32_t>& positions) {
  std::string bytes;
  index::glass::put_positions(bytes, positions);
  seed("position_list/" + name, bytes);
}

void write_columns(const std::string& name, std::uint32_t records) {
  schema::ColumnsBuilder builder({"an id", 7}, records);
  for (const schema::Slot slot : schema::column_slots()) {
    builder.begin_column(slot);
    for (std::uint32_t record = 1; record <= records; record += 1 + slot % 3) {
      builder.add(record, std::string(1 + record % 3, 'v'));
    }
  }
  std::string bytes;
  builder.write([&bytes](std::string_view piece) { bytes += piece; });
  seed("columns/" + name, bytes);
}

void write_record(const std::string& name, const schema::Record& record,
                  const index::Recurrence& recurrence) {
  std::string bytes;
  schema::put_string(bytes, encode(record));
  seed("record/" + name, bytes + encode(recurrence));
}

void write_records() {
  schema::Record record;
  record.id = "notes/1.txt";
  record.path = "/notes/1.txt";
  record.language = "en";
  record.published = PartialDate{2018, 4, 28};
  record.published_from = schema::DateSource::kMeta;
  record.captured = PartialDate{2021, 0, 0};
  record.title = {"A table of peace", 1};
  record.authors = {"Ann Lee", "Nobody"};
  record.outlet = "Notes";
  record.author_note = {"Ann Lee writes notes.", 1};
  record.paragraphs = {{schema::Zone::kHeading, {"One", 130}, 1},
                       {schema::Zone::kBody, {"Two words of peace.", 260}, 2}};
  record.furniture = {{schema::FurnitureReason::kForm, "Leave a reply"},
                      {schema::FurnitureReason::kRepeated, "Call 1-800-555-0100 for words."}};
  const index::Recurrence recurrence{
      5, 7, {{9, 1, true, index::Fate::kFurniture, 2}, {8, 2, true, index::Fate::kNote, 0}}};
  write_record("article", record, recurrence);
  record.comment_count = 2;
  write_record("article_with_comments", record, recurrence);
  record = {};
  record.kind = schema::Kind::kComment;
  record.id = "notes/1.txt#c2";
  record.article_id = "notes/1.txt";
  record.number = 2;
  record.parent = 1;
  record.commenter = "Bo";
  record.paragraphs = {{schema::Zone::kComment, {"No peace.", 1}, 0}};
  write_record("comment", record, {});
}

index::FileState file_state() {
  index::FileState state;
  state.path = "/notes/1.txt";
  state.size = 300;
  state.modified_ns = 1'500'000'000'000'000'000;
  state.content = {1, 2};
  state.reader = "text";
  state.articles = 1;
  state.findings = {{index::Severity::kCut, "", "too-long", "cut at its end"}};
  return state;
}

// The head of the list of an id that is empty and of revision 0; its checksum is the target's.
void write_known_files() {
  seed("known_files/state", encode(file_state()));
  std::string bytes = "PstFile2";
  const auto put = [&bytes](std::uint64_t number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
  };
  put(sizeof(index::KnownFile));
  bytes.append(48, '\0');
  put(3);
  put(0);
  for (const char* key : {"11112222333344441111222233334444", "88882222333344441111222233334444",
                          "ffff2222333344441111222233334444"}) {
    const index::KnownFile file = index::known_file(key, file_state());
    bytes.append(reinterpret_cast<const char*>(&file), sizeof file);
  }
  seed("known_files/list", bytes);
}

void write_messages() {
  index::Article article;
  article.fragment = "12";
  article.meta.title = "A table of peace";
  article.meta.authors = {"Ann Lee"};
  article.meta.published = index::Published{{2018, 4, 28}, schema::DateSource::kMeta};
  article.meta.language = "en";
  article.meta.tags = {"peace"};
  article.paragraphs = {{schema::Zone::kHeading, "One", 1}, {schema::Zone::kQuote, "Two", 7}};
  article.comments = {{1, "Bo", PartialDate{2020, 0, 0}, 0, {"Yes.", "No."}},
                      {2, "", {}, 1, {"?"}}};
  article.furniture = {{schema::FurnitureReason::kForm, "Leave a reply"}};
  seed("message/article", 'A' + encode(article));
  seed("message/finding", 'F' + encode(index::Finding{index::Severity::kCut, "", "cut", "at 7"}));
  index::ReadRequest request;
  request.path = "notes/\xff.zip";
  request.has_row = true;
  request.row.title = "A title";
  request.member_rows = {{"talks.txt", request.row}};
  request.companions = {"1.yml"};
  seed("message/request", 'R' + encode(request));
  seed("message/end", 'E' + encode(index::ReadEnd{"text", true, 1234567}));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: write_fuzz_seeds tests/fuzz/corpus\n", stderr);
    return 2;
  }
  g_corpus = argv[1];
  write_tables("one_leaf", 5);
  write_tables("levels", 90);
  write_positions("one", {17});
  write_positions("few", {3, 5, 1000, 1001, 70000});
  write_positions("run", {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 40});
  write_columns("records", 40);
  write_columns("few_records", 3);
  write_records();
  write_known_files();
  write_messages();
  return 0;
}
