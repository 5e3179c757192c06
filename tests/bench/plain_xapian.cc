// The measure of scripts/bench-index: a program that indexes a folder of plain text as Xapian's
// documentation has it, with TermGenerator (exact words with positions beside stems), the text as
// data, and Xapian's own settings.
//
//   plain_xapian DATABASE FOLDER [WORD...]
//
// Prints for each WORD in how many documents it is.

#include <xapian.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

namespace fs = std::filesystem;

void index_folder(Xapian::WritableDatabase& database, const std::string& folder) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(text);
    document.set_data(text);
    database.add_document(document);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: plain_xapian DATABASE FOLDER [WORD...]\n", stderr);
    return 2;
  }
  try {
    Xapian::WritableDatabase database(argv[1], Xapian::DB_CREATE_OR_OVERWRITE);
    index_folder(database, argv[2]);
    database.commit();
    for (int i = 3; i < argc; ++i) std::printf("%u\n", database.get_termfreq(argv[i]));
    return 0;
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "plain_xapian: %s\n", error.get_description().c_str());
  } catch (const fs::filesystem_error& error) {
    std::fprintf(stderr, "plain_xapian: %s\n", error.what());
  }
  return 2;
}
