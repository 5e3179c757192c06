#include "indexer/readers/documents/rtf.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "indexer/readers/container.h"
#include "indexer/readers/documents/office_text.h"
#include "indexer/readers/encoding/transfer.h"

namespace postil::index {
namespace {

using schema::Zone;

// With pictures in it, which are written as hexadecimal digits.
constexpr std::size_t kLargestFile = 64UL * 1024 * 1024;

// Groups below this many others are read as if they were that one.
constexpr std::size_t kDeepest = 500;

int sniff_rtf(const Sample& sample) { return sample.bytes.substr(0, 5) == "{\\rtf" ? 95 : 0; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What \fcharset names (a Windows charset) as a codepage; 0 for the document's own.
int codepage_of(int charset) {
  switch (charset) {
    case 77:
      return 10000;
    case 128:
      return 932;
    case 129:
      return 949;
    case 134:
      return 936;
    case 136:
      return 950;
    case 161:
      return 1253;
    case 162:
      return 1254;
    case 163:
      return 1258;
    case 177:
      return 1255;
    case 178:
      return 1256;
    case 186:
      return 1257;
    case 204:
      return 1251;
    case 222:
      return 874;
    case 238:
      return 1250;
    default:
      return 0;
  }
}

std::string charset_name(int codepage) {
  switch (codepage) {
    case 932:
      return "Shift_JIS";
    case 936:
      return "GBK";
    case 949:
      return "windows-949";
    case 950:
      return "Big5";
    case 10000:
      return "macintosh";
    case 65001:
      return "UTF-8";
    case 437:
    case 850:
    case 852:
    case 866:
      return fmt::format("ibm-{}", codepage);
    default:
      return fmt::format("windows-{}", codepage);
  }
}

// What a group's text is for.
enum class Place : char { kText, kNote, kTitle, kAuthor, kComment, kFonts, kNowhere };

constexpr std::string_view kNowhere[] = {
    "colortbl",     "stylesheet", "pict",      "object",    "header",
    "headerl",      "headerr",    "headerf",   "footer",    "footerl",
    "footerr",      "footerf",    "fldinst",   "listtable", "listoverridetable",
    "rsidtbl",      "generator",  "xmlnstbl",  "themedata", "datastore",
    "latentstyles", "bkmkstart",  "bkmkend",   "datafield", "revtbl",
    "template",     "pntext",     "pntxta",    "pntxtb",    "listtext",
    "mmathPr",      "filetbl",    "operator",  "creatim",   "revtim",
    "printim",      "company",    "doccomm",   "subject",   "keywords",
    "manager",      "category",   "hlinkbase", "atnid",     "atnref",
    "atntime",      "atndate",    "atnparent", "xe",        "tc",
    "private"};

constexpr std::string_view kSymbols[][2] = {{"emdash", "\xE2\x80\x94"},
                                            {"endash", "\xE2\x80\x93"},
                                            {"lquote", "\xE2\x80\x98"},
                                            {"rquote", "\xE2\x80\x99"},
                                            {"ldblquote", "\xE2\x80\x9C"},
                                            {"rdblquote", "\xE2\x80\x9D"},
                                            {"bullet", "\xE2\x80\xA2"},
                                            {"tab", " "},
                                            {"line", " "},
                                            {"emspace", " "},
                                            {"enspace", " "}};

class RtfReader {
 public:
  explicit RtfReader(std::string_view bytes) : rest_(bytes) {}

  OfficeDocument read() {
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '{') {
        flush();
        open_group();
      } else if (c == '}') {
        close_group();
      } else if (c == '\\') {
        read_control();
      } else if (c != '\r' && c != '\n') {
        if (to_skip_ > 0) {
          --to_skip_;
        } else {
          bytes_ += c;
        }
      }
    }
    flush();
    end_paragraph(Place::kText);
    end_paragraph(Place::kNote);
    document_.title = text::squeeze(title_);
    document_.author = text::squeeze(author_);
    return std::move(document_);
  }

 private:
  struct Group {
    Place place = Place::kText;
    int codepage = 0;      // of the font, 0 for the document's
    int unicode_skip = 1;  // bytes that stand in for a \u
    bool hidden = false;
    bool is_new = true;     // no control word yet
    bool optional = false;  // began with \*
  };

  Group& group() { return groups_.back(); }

  void open_group() {
    if (groups_.size() >= kDeepest) {
      ++too_deep_;
      return;
    }
    groups_.push_back(groups_.back());
    group().is_new = true;
    group().optional = false;
  }

  void close_group() {
    flush();
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    const Place place = group().place;
    if (groups_.size() > 1) groups_.pop_back();
    if (place == Place::kNote && group().place != Place::kNote) end_paragraph(Place::kNote);
  }

  void read_control() {
    if (rest_.empty()) return;
    const char c = rest_.front();
    if (!is_letter(c)) {
      rest_.remove_prefix(1);
      read_symbol(c);
      return;
    }
    std::size_t size = 0;
    while (size < rest_.size() && size < 32 && is_letter(rest_[size])) ++size;
    const std::string_view word = rest_.substr(0, size);
    rest_.remove_prefix(size);
    bool negative = false;
    bool given = false;
    std::int64_t number = 0;
    if (rest_.size() > 1 && rest_[0] == '-' && is_digit(rest_[1])) {
      negative = true;
      rest_.remove_prefix(1);
    }
    while (!rest_.empty() && is_digit(rest_.front())) {
      given = true;
      number = std::min<std::int64_t>(number * 10 + (rest_.front() - '0'), 1'000'000'000);
      rest_.remove_prefix(1);
    }
    if (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    read_word(word, given ? static_cast<int>(negative ? -number : number) : 1, given);
    group().is_new = false;
  }

  void read_symbol(char c) {
    if (c == '\'') {
      const int value = text::hex_byte(rest_, 0);
      if (value < 0) return;
      const char byte = static_cast<char>(value);
      rest_.remove_prefix(2);
      if (to_skip_ > 0) {
        --to_skip_;
      } else {
        bytes_ += byte;
      }
    } else if (c == '*') {
      group().optional = true;
    } else if (c == '~') {
      flush();
      add(" ");
    } else if (c == '_') {
      flush();
      add("-");
    } else if (c == '\r' || c == '\n') {
      flush();
      end_paragraph(group().place);
    } else if (c == '{' || c == '}' || c == '\\') {
      bytes_ += c;
    }
  }

  void read_word(std::string_view word, int number, bool given) {
    flush();
    if (word != "u") to_skip_ = 0;
    if (word == "u") {
      read_unicode(number);
    } else if (word == "uc") {
      group().unicode_skip = std::clamp(number, 0, 16);
    } else if (word == "par" || word == "sect" || word == "page" || word == "row" ||
               word == "cell") {
      end_paragraph(group().place);
    } else if (word == "pard") {
      zone_ = Zone::kBody;
    } else if (word == "outlinelevel") {
      zone_ = given && number >= 0 && number < 9 ? Zone::kHeading : Zone::kBody;
    } else if (word == "ls" || word == "pn") {
      if (zone_ == Zone::kBody) zone_ = Zone::kList;
    } else if (word == "v" || word == "deleted") {
      group().hidden = number != 0;
    } else if (word == "plain") {
      group().hidden = false;
    } else if (word == "ansicpg") {
      codepage_ = number;
    } else if (word == "mac") {
      codepage_ = 10000;
    } else if (word == "pc") {
      codepage_ = 437;
    } else if (word == "pca") {
      codepage_ = 850;
    } else if (word == "bin") {
      rest_.remove_prefix(std::min(rest_.size(), static_cast<std::size_t>(std::max(number, 0))));
    } else if (word == "f" || word == "fcharset") {
      read_font(word, number);
    } else if (!read_place(word)) {
      for (const auto& [name, text] : kSymbols) {
        if (name == word) add(text);
      }
    }
  }

  void read_font(std::string_view word, int number) {
    if (word == "fcharset") {
      if (group().place == Place::kFonts && fonts_.size() < 10'000) {
        fonts_[font_] = codepage_of(number);
      }
      return;
    }
    font_ = number;
    if (group().place == Place::kFonts) return;
    const auto font = fonts_.find(number);
    group().codepage = font == fonts_.end() ? 0 : font->second;
  }

  // A word that says what its group is for.
  bool read_place(std::string_view word) {
    Place place = Place::kText;
    if (word == "footnote") {
      place = Place::kNote;
    } else if (word == "annotation") {
      place = Place::kComment;
      document_.comments.emplace_back();
    } else if (word == "atnauthor") {
      place = Place::kComment;
      is_author_ = true;
    } else if (word == "fonttbl") {
      place = Place::kFonts;
    } else if (word == "info") {
      return true;
    } else if (word == "title") {
      place = Place::kTitle;
    } else if (word == "author") {
      place = Place::kAuthor;
    } else if (std::find(std::begin(kNowhere), std::end(kNowhere), word) != std::end(kNowhere)) {
      place = Place::kNowhere;
    } else if (group().optional && word != "shppict" && word != "nonshppict" && word != "shpinst" &&
               word != "shptxt") {
      place = Place::kNowhere;
      group().optional = false;
    } else {
      return false;
    }
    // A place inside one that leads nowhere leads nowhere too.
    if (group().place != Place::kNowhere) group().place = place;
    return true;
  }

  void read_unicode(int number) {
    const auto unit = static_cast<char16_t>(number);
    if (unit >= 0xD800 && unit < 0xDC00) {
      high_ = unit;
    } else {
      char32_t point = unit;
      if (unit >= 0xDC00 && unit < 0xE000) {
        point = high_ == 0 ? 0xFFFD : 0x10000 + ((high_ - 0xD800U) << 10U) + (unit - 0xDC00U);
      }
      high_ = 0;
      if (point == 0) point = ' ';
      std::string text;
      text::append_code_point(point, text);
      add(text);
    }
    to_skip_ = group().unicode_skip;
  }

  // Bytes of the font's charset become text together: a letter may have two of them.
  void flush() {
    if (bytes_.empty()) return;
    const int codepage = group().codepage != 0 ? group().codepage : codepage_;
    const std::string bytes = std::exchange(bytes_, "");
    add(text::is_ascii(bytes) ? bytes : text_in_charset(bytes, charset_name(codepage)));
  }

  void add(std::string_view text) {
    if (group().hidden) return;
    switch (group().place) {
      case Place::kText:
        text_ += text;
        break;
      case Place::kNote:
        note_ += text;
        break;
      case Place::kTitle:
        title_ += text;
        break;
      case Place::kAuthor:
        author_ += text;
        break;
      case Place::kComment:
        if (is_author_) {
          // It stands before the comment that it is the author of; names of one's own are kept out
          // of the text.
          is_author_ = false;
        } else if (!document_.comments.empty()) {
          document_.comments.back().text += text;
        }
        break;
      case Place::kFonts:
      case Place::kNowhere:
        break;
    }
  }

  void end_paragraph(Place place) {
    if (place == Place::kText) add_paragraph(document_.paragraphs, zone_, text_), text_.clear();
    if (place == Place::kNote) add_paragraph(document_.notes, Zone::kBody, note_), note_.clear();
    if (place == Place::kComment && !document_.comments.empty()) {
      document_.comments.back().text += "\n\n";
    }
  }

  std::string_view rest_;
  std::vector<Group> groups_ = {Group{}};
  std::size_t too_deep_ = 0;
  std::string bytes_;  // not yet text
  int to_skip_ = 0;    // bytes that stand in for a \u
  char16_t high_ = 0;  // a surrogate that waits for its other half
  int codepage_ = 1252;
  int font_ = 0;
  std::map<int, int> fonts_;  // codepages
  bool is_author_ = false;
  Zone zone_ = Zone::kBody;
  std::string text_;
  std::string note_;
  std::string title_;
  std::string author_;
  OfficeDocument document_;
};

void read_as_rtf(Source& source, RawArticleSink& sink) {
  std::string bytes;
  if (!load_whole(source, kLargestFile, sink, bytes)) return;
  hand_over(RtfReader(bytes).read(), sink);
}

}  // namespace

const Reader kRtfReader = {"rtf", "Rich Text Format", sniff_rtf, read_as_rtf};

}  // namespace postil::index
