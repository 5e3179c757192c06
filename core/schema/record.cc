#include "core/schema/record.h"

#include <algorithm>

#include "core/schema/varint.h"

namespace postil::schema {
namespace {

// First byte of every record. Raised when the layout below changes.
constexpr char kRecordVersion = 2;

// Sizes that a damaged count must not make us reserve.
constexpr std::uint64_t kMaxItems = 16'000'000;

void put_date(std::string& out, const std::optional<PartialDate>& date) {
  const PartialDate known = date.value_or(PartialDate{});
  put_number(out, static_cast<std::uint64_t>(known.year));
  if (known.year == 0) return;
  put_number(out, static_cast<std::uint64_t>(known.month) * 32 + known.day);
}

void put_stretch(std::string& out, const Stretch& stretch) {
  put_number(out, stretch.first_position);
  put_string(out, stretch.text);
}

void put_strings(std::string& out, const std::vector<std::string_view>& strings) {
  put_number(out, strings.size());
  for (std::string_view text : strings) put_string(out, text);
}

// Zones, positions and lengths of all paragraphs stand before their text, so that the paragraph of
// a position is found without touching the text.
void put_paragraphs(std::string& out, const std::vector<StoredParagraph>& paragraphs) {
  put_number(out, paragraphs.size());
  std::uint32_t position = 0;
  for (const StoredParagraph& paragraph : paragraphs) {
    put_number(out, static_cast<std::uint64_t>(paragraph.zone));
    put_number(out, paragraph.body.first_position - position);
    put_number(out, paragraph.body.text.size());
    position = paragraph.body.first_position;
  }
  for (const StoredParagraph& paragraph : paragraphs) out.append(paragraph.body.text);
}

// Pages never go back, so that most are a byte of 0 or 1; a text without pages takes one byte.
void put_pages(std::string& out, const std::vector<StoredParagraph>& paragraphs) {
  const bool has_pages = !paragraphs.empty() && paragraphs.back().page > 0;
  put_number(out, has_pages ? 1 : 0);
  if (!has_pages) return;
  std::uint32_t page = 0;
  for (const StoredParagraph& paragraph : paragraphs) {
    const std::uint32_t next = std::max(paragraph.page, page);
    put_number(out, next - page);
    page = next;
  }
}

// Takes the parts of a record in the order in which encode() puts them. Once one is damaged all
// further ones come out empty and good() stays false.
class Taker {
 public:
  explicit Taker(std::string_view in) : in_(in) {}

  bool good() const { return good_; }
  bool at_end() const { return in_.empty(); }

  std::uint64_t number(std::uint64_t max = UINT32_MAX) {
    std::uint64_t value = 0;
    good_ = good_ && take_number(in_, value) && value <= max;
    return good_ ? value : 0;
  }
  std::uint32_t number32() { return static_cast<std::uint32_t>(number()); }

  std::string_view string() {
    std::string_view text;
    good_ = good_ && take_string(in_, text);
    return good_ ? text : std::string_view();
  }

  std::optional<PartialDate> date() {
    PartialDate date;
    date.year = static_cast<std::int16_t>(number(9999));
    if (date.year == 0) return std::nullopt;
    const std::uint64_t rest = number(12 * 32 + 31);
    date.month = static_cast<std::uint8_t>(rest / 32);
    date.day = static_cast<std::uint8_t>(rest % 32);
    good_ = good_ && is_valid(date);
    return date;
  }

  Stretch stretch() {
    const std::uint32_t first = number32();
    return {string(), first};
  }

  std::vector<std::string_view> strings() {
    std::vector<std::string_view> all;
    for (std::uint64_t left = number(kMaxItems); good_ && left > 0; --left) all.push_back(string());
    return all;
  }

  std::vector<StoredParagraph> paragraphs() {
    std::vector<StoredParagraph> all;
    std::vector<std::uint64_t> sizes;
    std::uint32_t position = 0;
    for (std::uint64_t left = number(kMaxItems); good_ && left > 0; --left) {
      StoredParagraph paragraph;
      paragraph.zone = static_cast<Zone>(number(static_cast<std::uint64_t>(Zone::kComment)));
      position += number32();
      paragraph.body.first_position = position;
      sizes.push_back(number());
      all.push_back(paragraph);
    }
    for (std::size_t i = 0; good_ && i < all.size(); ++i) all[i].body.text = bytes(sizes[i]);
    return all;
  }

 private:
  std::string_view bytes(std::uint64_t size) {
    good_ = good_ && size <= in_.size();
    if (!good_) return {};
    const std::string_view text = in_.substr(0, static_cast<std::size_t>(size));
    in_.remove_prefix(static_cast<std::size_t>(size));
    return text;
  }

  std::string_view in_;
  bool good_ = true;
};

void put_article(std::string& out, const Record& record) {
  put_stretch(out, record.title);
  put_strings(out, record.authors);
  put_string(out, record.outlet);
  put_strings(out, record.tags);
  put_stretch(out, record.standfirst);
  put_stretch(out, record.author_note);
  put_number(out, record.comment_count);
}

void put_furniture(std::string& out, const Record& record) {
  put_number(out, record.furniture.size());
  for (const StoredFurniture& furniture : record.furniture) {
    put_number(out, static_cast<std::uint64_t>(furniture.reason));
    put_string(out, furniture.text);
  }
}

void put_comment(std::string& out, const Record& record) {
  put_string(out, record.article_id);
  put_number(out, record.number);
  put_number(out, record.parent);
  put_string(out, record.commenter);
}

void take_article(Taker& in, Record& record) {
  record.title = in.stretch();
  record.authors = in.strings();
  record.outlet = in.string();
  record.tags = in.strings();
  record.standfirst = in.stretch();
  record.author_note = in.stretch();
  record.comment_count = in.number32();
}

void take_pages(Taker& in, std::vector<StoredParagraph>& paragraphs) {
  if (in.number(1) == 0) return;
  std::uint32_t page = 0;
  for (StoredParagraph& paragraph : paragraphs) {
    page += in.number32();
    paragraph.page = page;
  }
}

void take_furniture(Taker& in, Record& record) {
  for (std::uint64_t left = in.number(kMaxItems); in.good() && left > 0; --left) {
    const auto reason = static_cast<FurnitureReason>(
        in.number(static_cast<std::uint64_t>(FurnitureReason::kRepeated)));
    record.furniture.push_back({reason, in.string()});
  }
}

void take_comment(Taker& in, Record& record) {
  record.article_id = in.string();
  record.number = in.number32();
  record.parent = in.number32();
  record.commenter = in.string();
}

}  // namespace

std::string encode(const Record& record) {
  std::string out(1, kRecordVersion);
  put_number(out, static_cast<std::uint64_t>(record.kind));
  put_string(out, record.id);
  put_string(out, record.own_id);
  put_string(out, record.path);
  put_string(out, record.url);
  put_string(out, record.language);
  put_date(out, record.published);
  put_number(out, static_cast<std::uint64_t>(record.published_from));
  put_date(out, record.updated);
  put_date(out, record.captured);
  put_number(out, record.words);
  record.kind == Kind::kArticle ? put_article(out, record) : put_comment(out, record);
  put_paragraphs(out, record.paragraphs);
  put_pages(out, record.paragraphs);
  if (record.kind == Kind::kArticle) put_furniture(out, record);
  return out;
}

Result<Record> decode(std::string_view data) {
  if (data.empty() || data.front() != kRecordVersion) {
    return Error{ErrorKind::kDatabase, "a stored record has an unknown version",
                 "rebuild the database with postil-index --full"};
  }
  Taker in(data.substr(1));
  Record record;
  record.kind = static_cast<Kind>(in.number(static_cast<std::uint64_t>(Kind::kComment)));
  record.id = in.string();
  record.own_id = in.string();
  record.path = in.string();
  record.url = in.string();
  record.language = in.string();
  record.published = in.date();
  record.published_from =
      static_cast<DateSource>(in.number(static_cast<std::uint64_t>(DateSource::kFeed)));
  record.updated = in.date();
  record.captured = in.date();
  record.words = in.number32();
  record.kind == Kind::kArticle ? take_article(in, record) : take_comment(in, record);
  record.paragraphs = in.paragraphs();
  take_pages(in, record.paragraphs);
  if (record.kind == Kind::kArticle) take_furniture(in, record);
  if (!in.good() || !in.at_end()) {
    return Error{ErrorKind::kDatabase, "a stored record is damaged",
                 "rebuild the database with postil-index --full"};
  }
  return record;
}

}  // namespace postil::schema
