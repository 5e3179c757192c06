// Prints each paragraph of a database that is furniture, or an author note, because it recurs: a
// line for each time. For tests/quality/furniture.py, which counts them.
//
// Usage: list_furniture DATABASE

#include <xapian.h>

#include <cstdio>
#include <string>
#include <string_view>

#include "core/schema/fields.h"
#include "core/schema/record.h"
#include "indexer/recurring/recurrence.h"

using namespace postil;

namespace {

void print_line(std::string_view mark, std::string_view text) {
  std::string line(mark);
  line.append(text).push_back('\n');
  std::fwrite(line.data(), 1, line.size(), stdout);
}

void list(const Xapian::Document& document) {
  const std::string data = document.get_data();
  const auto record = schema::decode(data);
  const auto recurrence = index::decode_recurrence(document.get_value(schema::kRecurrenceSlot));
  if (!record || !recurrence) return;
  std::size_t moved = 0;
  for (const index::RecurringParagraph& each : recurrence->paragraphs) {
    moved += each.fate == index::Fate::kFurniture;
    if (each.fate == index::Fate::kNote) print_line("[note] ", record->author_note.text);
  }
  for (std::size_t i = record->furniture.size() - moved; i < record->furniture.size(); ++i) {
    print_line("", record->furniture[i].text);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: list_furniture DATABASE\n", stderr);
    return 2;
  }
  try {
    const Xapian::Database database(argv[1]);
    for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
      list(database.get_document(*id));
    }
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "list_furniture: %s\n", error.get_description().c_str());
    return 2;
  }
  return 0;
}
