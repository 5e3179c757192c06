#include "indexer/worker/messages.h"

#include "core/schema/varint.h"
#include "core/text/utf8.h"

namespace postil::index {
namespace {

using schema::put_number;
using schema::put_string;

// Every struct is taken apart by a structured binding of all its members: one that is added to the
// model is an error of the compiler here, not a loss on the way.

class Putter {
 public:
  std::string take() { return std::move(out_); }

  void put(std::string_view text) { put_string(out_, text); }
  void number(std::uint64_t number) { put_number(out_, number); }
  void put(bool value) { put_number(out_, value ? 1 : 0); }
  void put(int number) { put_number(out_, static_cast<std::uint64_t>(number)); }

  template <class Item>
  void put(const std::vector<Item>& items) {
    put_number(out_, items.size());
    for (const Item& item : items) put(item);
  }
  template <class Value>
  void put(const std::optional<Value>& value) {
    put_number(out_, value ? 1 : 0);
    if (value) put(*value);
  }
  template <class First, class Second>
  void put(const std::pair<First, Second>& pair) {
    put(pair.first);
    put(pair.second);
  }

  void put(const std::string& text) { put(std::string_view(text)); }
  void put(const PartialDate& date) { put(to_string(date)); }
  void put(const Published& published) {
    const auto& [date, source] = published;
    put(date);
    number(static_cast<std::uint64_t>(source));
  }
  void put(const Metadata& meta) {
    const auto& [title, authors, outlet, published, updated, captured, language, url, tags,
                 standfirst, author_note] = meta;
    put(title), put(authors), put(outlet), put(published), put(updated), put(captured);
    put(language), put(url), put(tags), put(standfirst), put(author_note);
  }
  void put(const Paragraph& paragraph) {
    const auto& [zone, text, page] = paragraph;
    number(static_cast<std::uint64_t>(zone));
    put(text), put(page);
  }
  void put(const Comment& comment) {
    const auto& [own_number, author, published, parent, paragraphs] = comment;
    put(own_number), put(author), put(published), put(parent), put(paragraphs);
  }
  void put(const Furniture& furniture) {
    const auto& [reason, text] = furniture;
    number(static_cast<std::uint64_t>(reason));
    put(text);
  }
  void put(const Article& article) {
    const auto& [member, fragment, own_id, meta, paragraphs, comments, furniture] = article;
    put(member), put(fragment), put(own_id), put(meta), put(paragraphs), put(comments);
    put(furniture);
  }
  void put(const Limits& limits) {
    const auto& [cpu, wall, memory, output] = limits;
    number(cpu), number(wall), number(memory), number(output);
  }

 private:
  std::string out_;
};

// Once something is wrong everything further comes out empty, and good() stays false.
class Taker {
 public:
  explicit Taker(std::string_view in) : in_(in) {}

  bool is_done() const { return good_ && in_.empty(); }

  std::uint64_t number(std::uint64_t most = UINT64_MAX) {
    std::uint64_t value = 0;
    good_ = good_ && schema::take_number(in_, value) && value <= most;
    return good_ ? value : 0;
  }
  template <class Enum>
  void take(Enum& value, Enum last) {
    value = static_cast<Enum>(number(static_cast<std::uint64_t>(last)));
  }
  void take(bool& value) { value = number(1) != 0; }
  void take(int& value) { value = static_cast<int>(number(INT32_MAX)); }
  void take(std::uint32_t& value) { value = static_cast<std::uint32_t>(number(UINT32_MAX)); }
  void take(std::uint64_t& value) { value = number(); }

  // Bytes of any kind, as of a path.
  void bytes(std::string& bytes) {
    std::string_view view;
    good_ = good_ && schema::take_string(in_, view);
    bytes = good_ ? view : std::string_view();
  }
  void bytes(std::vector<std::string>& items) {
    for (std::uint64_t left = number(in_.size()); good_ && left > 0; --left) {
      bytes(items.emplace_back());
    }
  }
  void take(std::string& text) {
    bytes(text);
    good_ = good_ && text::is_valid_utf8(text);
  }

  // An item takes a byte at least, so that a count that is a lie ends soon.
  template <class Item>
  void take(std::vector<Item>& items) {
    for (std::uint64_t left = number(in_.size()); good_ && left > 0; --left) {
      take(items.emplace_back());
    }
  }
  template <class Value>
  void take(std::optional<Value>& value) {
    if (number(1) != 0) take(value.emplace());
  }
  template <class First, class Second>
  void take(std::pair<First, Second>& pair) {
    take(pair.first);
    take(pair.second);
  }

  void take(PartialDate& date) {
    std::string text;
    take(text);
    const std::optional<PartialDate> read = parse_partial_date(text);
    good_ = good_ && read;
    if (good_) date = *read;
  }
  void take(Published& published) {
    auto& [date, source] = published;
    take(date);
    take(source, schema::DateSource::kFeed);
  }
  void take(Metadata& meta) {
    auto& [title, authors, outlet, published, updated, captured, language, url, tags, standfirst,
           author_note] = meta;
    take(title), take(authors), take(outlet), take(published), take(updated), take(captured);
    take(language), take(url), take(tags), take(standfirst), take(author_note);
  }
  void take(Paragraph& paragraph) {
    auto& [zone, text, page] = paragraph;
    take(zone, schema::Zone::kCaption);
    take(text), take(page);
  }
  void take(Comment& comment) {
    auto& [own_number, author, published, parent, paragraphs] = comment;
    take(own_number), take(author), take(published), take(parent), take(paragraphs);
  }
  void take(Furniture& furniture) {
    auto& [reason, text] = furniture;
    take(reason, schema::FurnitureReason::kRepeated);
    take(text);
  }
  void take(Article& article) {
    auto& [member, fragment, own_id, meta, paragraphs, comments, furniture] = article;
    take(member), take(fragment), take(own_id), take(meta), take(paragraphs), take(comments);
    take(furniture);
  }
  void take(Limits& limits) {
    auto& [cpu, wall, memory, output] = limits;
    take(cpu), take(wall), take(memory), take(output);
  }

 private:
  std::string_view in_;
  bool good_ = true;
};

}  // namespace

std::string encode(const Article& article) {
  Putter out;
  out.put(article);
  return out.take();
}

std::string encode(const Finding& finding) {
  Putter out;
  out.number(static_cast<std::uint64_t>(finding.severity));
  out.put(finding.reason);
  out.put(finding.detail);
  return out.take();
}

std::string encode(const ReadRequest& request) {
  const auto& [path, begun, is_file, limits, has_row, row, member_rows, companions] = request;
  Putter out;
  out.put(path), out.put(begun), out.put(is_file), out.put(limits), out.put(has_row), out.put(row);
  out.put(member_rows), out.put(companions);
  return out.take();
}

std::string encode(const ReadEnd& end) {
  const auto& [reader, has_changed, peak_bytes] = end;
  Putter out;
  out.put(reader), out.put(has_changed), out.number(peak_bytes);
  return out.take();
}

bool decode(std::string_view bytes, Article& article) {
  Taker in(bytes);
  in.take(article);
  return in.is_done();
}

bool decode(std::string_view bytes, Finding& finding) {
  Taker in(bytes);
  in.take(finding.severity, Severity::kSkipped);
  in.take(finding.reason);
  in.take(finding.detail);
  return in.is_done();
}

bool decode(std::string_view bytes, ReadRequest& request) {
  auto& [path, begun, is_file, limits, has_row, row, member_rows, companions] = request;
  Taker in(bytes);
  in.bytes(path), in.bytes(begun), in.take(is_file), in.take(limits), in.take(has_row);
  in.take(row), in.take(member_rows), in.bytes(companions);
  return in.is_done();
}

bool decode(std::string_view bytes, ReadEnd& end) {
  auto& [reader, has_changed, peak_bytes] = end;
  Taker in(bytes);
  in.take(reader), in.take(has_changed), in.take(peak_bytes);
  return in.is_done();
}

}  // namespace postil::index
