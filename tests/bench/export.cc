#include "tests/bench/export.h"

#include <functional>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/schema/fields.h"
#include "core/schema/record.h"
#include "core/schema/terms.h"
#include "core/text/analyser.h"
#include "core/text/stem.h"

namespace postil::bench {
namespace {

class Writer {
 public:
  explicit Writer(std::ostream& out) : out_(out) {}

  void number(std::uint64_t value) {
    for (; value >= 128; value >>= 7) out_.put(static_cast<char>(value % 128 + 128));
    out_.put(static_cast<char>(value));
  }
  void text(std::string_view bytes) {
    number(bytes.size());
    raw(bytes);
  }
  void raw(std::string_view bytes) {
    out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }

 private:
  std::ostream& out_;
};

// UTF-16 units of valid UTF-8.
std::uint64_t units(std::string_view text) {
  std::uint64_t count = 0;
  for (const char byte : text) {
    const auto bits = static_cast<unsigned char>(byte);
    count += (bits & 0xc0) != 0x80;  // not the first byte of a character
    count += bits >= 0xf0;           // a character of two units
  }
  return count;
}

// The searched text of one record and its words.
class Words {
 public:
  Words(text::Analyser& analyser, text::Stemmer& stemmer)
      : analyser_(analyser), stemmer_(stemmer), writer_(words_) {}

  void add(const schema::Stretch& stretch) {
    if (stretch.first_position == 0 || stretch.text.empty()) return;
    if (!text_.empty()) text_ += "\n\n";
    const std::size_t base = text_.size();
    text_ += stretch.text;
    std::uint32_t position = stretch.first_position;
    text::WordStream stream(analyser_, stretch.text);
    for (text::Word word; stream.next(word);) {
      writer_.text(word.term);
      const std::string_view stem = stemmer_.stem(word.term);
      writer_.text(stem == word.term ? std::string_view() : stem);
      writer_.number(position - last_position_);
      const std::size_t begin = base + word.begin;
      const std::size_t end = base + word.end;
      const std::string_view all(text_);
      writer_.number(units(all.substr(last_end_, begin - last_end_)));
      writer_.number(units(all.substr(begin, end - begin)));
      last_position_ = position++;
      last_end_ = end;
      ++count_;
    }
  }

  void write(Writer& out) {
    out.text(text_);
    out.number(count_);
    out.raw(words_.str());
  }

 private:
  text::Analyser& analyser_;
  text::Stemmer& stemmer_;
  std::string text_;
  std::ostringstream words_;
  Writer writer_;
  std::uint64_t count_ = 0;
  std::uint32_t last_position_ = 0;
  std::size_t last_end_ = 0;
};

void write_facets(const Xapian::Document& document, Writer& out) {
  std::vector<std::pair<std::string_view, std::string>> values;
  for (const schema::Field& field : schema::kFields) {
    if (!field.is_facet()) continue;
    const std::string bytes = document.get_value(field.slot);
    for (const std::string_view value : schema::decode_values(bytes)) {
      if (!value.empty()) values.emplace_back(field.name, value);
    }
  }
  out.number(values.size());
  for (const auto& [field, value] : values) {
    out.text(field);
    out.text(value);
  }
}

}  // namespace

std::uint64_t export_records(const Xapian::Database& database, std::ostream& out) {
  text::Analyser analyser;
  std::map<std::string, text::Stemmer, std::less<>> stemmers;
  Writer writer(out);
  std::uint64_t count = 0;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Xapian::Document document = database.get_document(*id);
    const std::string data = document.get_data();
    const auto record = schema::decode(data);
    if (!record) throw std::runtime_error(record.error().message);
    const auto stemmer = stemmers.try_emplace(std::string(record->language), record->language);
    Words words(analyser, stemmer.first->second);
    words.add(record->title);
    words.add(record->standfirst);
    for (const schema::StoredParagraph& paragraph : record->paragraphs) words.add(paragraph.body);
    writer.text(record->title.text);
    writer.text(record->path);
    words.write(writer);
    write_facets(document, writer);
    ++count;
  }
  return count;
}

}  // namespace postil::bench
