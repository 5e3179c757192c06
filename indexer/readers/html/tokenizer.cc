#include "indexer/readers/html/tokenizer.h"

#include <algorithm>
#include <cstring>

#include "core/text/ascii.h"
#include "indexer/readers/html/entities.h"

namespace postil::index::html {
namespace {

constexpr std::size_t kNowhere = std::string::npos;
constexpr std::size_t kLongestReference = 40;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_alphanumeric(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

TextRange range(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
}

std::size_t find(std::string_view text, char c, std::size_t from) {
  if (from >= text.size()) return text.size();
  const void* found = std::memchr(text.data() + from, c, text.size() - from);
  return found == nullptr ? text.size()
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

}  // namespace

bool Tokenizer::is_at(std::size_t at, std::string_view wanted) const {
  if (page_.size() - at < wanted.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (text::lower(page_[at + i]) != wanted[i]) return false;
  }
  return true;
}

// Decodes [begin, end) in place. In an attribute a reference without its semicolon before a letter,
// a digit or = is none: "?a=1&copy=2".
TextRange Tokenizer::decode(std::size_t begin, std::size_t end, bool attribute) {
  std::size_t next = find(std::string_view(page_).substr(0, end), '&', begin);
  if (next == end) return range(begin, end);
  std::size_t out = next;
  std::string decoded;
  while (next < end) {
    const std::string_view rest =
        std::string_view(page_).substr(next, std::min(end - next, kLongestReference));
    decoded.clear();
    std::size_t length = decode_html_entity(rest, decoded);
    const bool open = length != 0 && rest[length - 1] != ';';
    if (attribute && open && rest[1] != '#' && length < rest.size() &&
        (is_alphanumeric(rest[length]) || rest[length] == '=')) {
      length = 0;
    }
    if (length == 0 || decoded.size() > length) {
      page_[out++] = page_[next++];
    } else {
      std::memcpy(page_.data() + out, decoded.data(), decoded.size());
      out += decoded.size();
      next += length;
    }
    const std::size_t stop = find(std::string_view(page_).substr(0, end), '&', next);
    std::memmove(page_.data() + out, page_.data() + next, stop - next);
    out += stop - next;
    next = stop;
  }
  return range(begin, out);
}

void Tokenizer::give_text(std::size_t begin, std::size_t end) {
  token_.kind = TokenKind::kText;
  token_.range = decode(begin, end, false);
  const char* const first = page_.data() + token_.range.at;
  token_.blank = std::all_of(first, first + token_.range.size, is_space);
}

const Token& Tokenizer::next() {
  std::size_t begin = at_;
  while (at_ < page_.size()) {
    at_ = find(page_, '<', at_);
    const char c = at_ + 1 < page_.size() ? page_[at_ + 1] : '\0';
    const bool is_markup =
        is_letter(c) || c == '!' || c == '?' || (c == '/' && at_ + 2 < page_.size());
    if (!is_markup) {
      at_ = std::min(at_ + 1, page_.size());
      continue;
    }
    if (at_ > begin) {
      give_text(begin, at_);
      return token_;
    }
    if (read_markup()) return token_;
    begin = at_;
  }
  if (begin < page_.size()) {
    give_text(begin, page_.size());
  } else {
    token_.kind = TokenKind::kEndOfPage;
  }
  return token_;
}

// At a < that is markup. False if it was passed over and is no token.
bool Tokenizer::read_markup() {
  const char c = page_[at_ + 1];
  if (is_letter(c)) return read_tag(at_ + 1, TokenKind::kStart);
  if (c == '/' && is_letter(page_[at_ + 2])) return read_tag(at_ + 2, TokenKind::kEnd);
  if (c == '!') return read_declaration();
  at_ = std::min(find(page_, '>', at_) + 1, page_.size());
  return false;
}

bool Tokenizer::read_declaration() {
  if (is_at(at_, "<!--")) {
    at_ = find_comment_end(at_ + 4);
    return false;
  }
  if (foreign_ && std::string_view(page_).substr(at_, 9) == "<![CDATA[") {
    const std::size_t end = std::min(page_.find("]]>", at_ + 9), page_.size());
    token_.kind = TokenKind::kText;
    token_.range = range(at_ + 9, end);
    token_.blank = false;
    at_ = std::min(end + 3, page_.size());
    return true;
  }
  at_ = std::min(find(page_, '>', at_) + 1, page_.size());
  return false;
}

// Behind the end of a comment whose text begins at `at`; the end of the page if it has none.
std::size_t Tokenizer::find_comment_end(std::size_t at) {
  if (is_at(at, ">")) return at + 1;
  if (is_at(at, "->")) return at + 2;
  if (no_comment_end_) return page_.size();
  for (std::size_t end = page_.find("--", at); end != kNowhere; end = page_.find("--", end + 1)) {
    if (is_at(end + 2, ">")) return end + 3;
    if (is_at(end + 2, "!>")) return end + 4;
  }
  no_comment_end_ = true;
  return page_.size();
}

bool Tokenizer::read_tag(std::size_t name_at, TokenKind kind) {
  std::size_t i = name_at;
  for (; i < page_.size() && !is_space(page_[i]) && page_[i] != '/' && page_[i] != '>'; ++i) {
    page_[i] = text::lower(page_[i]);
  }
  token_.kind = kind;
  token_.range = range(name_at, i);
  token_.self_closing = false;
  token_.attributes.clear();
  intact_ = at_;
  const std::size_t name_end = i;
  i = has_broken_quotes_ ? page_.size() : read_attributes(i);
  if (i >= page_.size() && is_scrap_) {
    if (!read_broken_tag(name_end)) return true;
  } else {
    at_ = std::min(i + 1, page_.size());
    // A tag that the page's end cuts is no tag; its text is lost, as in browsers.
    if (i >= page_.size()) return false;
  }
  token_.tag = tag_named(std::string_view(page_).substr(name_at, name_end - name_at));
  if (token_.tag == Tag::kOther && kind == TokenKind::kStart && is_at(name_at, "image") &&
      name_end - name_at == 5) {
    token_.tag = Tag::kImg;  // as browsers have it
  }
  return true;
}

// Returns where the tag's > stands.
std::size_t Tokenizer::read_attributes(std::size_t at) {
  while (at < page_.size() && page_[at] != '>') {
    if (page_[at] == '/') {
      token_.self_closing = at + 1 < page_.size() && page_[at + 1] == '>';
      ++at;
    } else if (is_space(page_[at])) {
      ++at;
    } else {
      at = read_attribute(at);
    }
  }
  return at;
}

// Of a scrap, a tag in which a quote is not closed: it ends with the next > behind what was read of
// it. If there is none it is text up to the end; then false.
bool Tokenizer::read_broken_tag(std::size_t name_end) {
  has_broken_quotes_ = true;
  token_.attributes.clear();
  token_.self_closing = false;
  const std::size_t end = find(page_, '>', std::max(name_end, intact_));
  if (end == page_.size()) {
    give_text(intact_, end);
    at_ = end;
    return false;
  }
  at_ = end + 1;
  return true;
}

// Returns where it ends.
std::size_t Tokenizer::read_attribute(std::size_t at) {
  const std::size_t name_at = at;
  // An = in front belongs to the name.
  do {
    page_[at] = text::lower(page_[at]);
    ++at;
  } while (at < page_.size() && !is_space(page_[at]) && page_[at] != '/' && page_[at] != '>' &&
           page_[at] != '=');
  const TextRange attribute = range(name_at, at);
  std::size_t sign = at;
  while (sign < page_.size() && is_space(page_[sign])) ++sign;
  if (sign >= page_.size() || page_[sign] != '=') {
    keep_attribute(attribute, range(at, at));
    return sign;
  }
  at = sign + 1;
  while (at < page_.size() && is_space(page_[at])) ++at;
  if (at >= page_.size() || page_[at] == '>') return at;
  const char quote = page_[at];
  if (quote == '"' || quote == '\'') {
    const std::size_t end = find(page_, quote, at + 1);
    if (end == page_.size() && is_scrap_) return end;
    keep_attribute(attribute, range(at + 1, end));
    intact_ = std::min(end + 1, page_.size());
    return intact_;
  }
  const std::size_t value_at = at;
  while (at < page_.size() && !is_space(page_[at]) && page_[at] != '>') ++at;
  keep_attribute(attribute, range(value_at, at));
  intact_ = at;
  return at;
}

void Tokenizer::keep_attribute(TextRange name, TextRange value) {
  const Attr attribute = attribute_named(std::string_view(page_).substr(name.at, name.size));
  if (attribute == Attr::kNone || token_.kind == TokenKind::kEnd) return;
  for (const PageAttribute& known : token_.attributes) {
    if (known.attribute == attribute) return;
  }
  token_.attributes.push_back({attribute, decode(value.at, value.at + value.size, true)});
}

// Where "</name" stands that ends raw text; the end of the page if nowhere.
std::size_t Tokenizer::find_end_tag(std::string_view name, std::size_t from) {
  for (std::size_t i = find(page_, '<', from); i < page_.size(); i = find(page_, '<', i + 1)) {
    if (i + 2 + name.size() >= page_.size() || page_[i + 1] != '/' || !is_at(i + 2, name)) continue;
    const char behind = page_[i + 2 + name.size()];
    if (is_space(behind) || behind == '/' || behind == '>') return i;
  }
  return page_.size();
}

// As find_end_tag, but "<!-- <script> … </script> -->" inside a script does not end it.
std::size_t Tokenizer::find_script_end(std::size_t from) {
  bool escaped = false;
  bool doubly = false;
  for (std::size_t i = from; i < page_.size(); ++i) {
    const char c = page_[i];
    if (c == '-' && escaped) {
      if (is_at(i, "-->")) escaped = doubly = false;
    } else if (c == '<') {
      if (is_at(i, "<!--")) {
        escaped = true;
      } else if (is_at(i, "</script") && i + 8 < page_.size() && !is_alphanumeric(page_[i + 8])) {
        if (!doubly) return i;
        doubly = false;
      } else if (escaped && is_at(i, "<script") && i + 7 < page_.size() &&
                 !is_alphanumeric(page_[i + 7])) {
        doubly = true;
      }
    } else if (!escaped) {
      i = find(page_, '<', i) - 1;
    }
  }
  return page_.size();
}

TextRange Tokenizer::raw_text(Tag tag, bool decoded) {
  const std::size_t begin = at_;
  const std::string_view name = index::name(tag);
  std::size_t end = tag == Tag::kScript ? find_script_end(begin) : find_end_tag(name, begin);
  at_ = std::min(find(page_, '>', end) + 1, page_.size());
  if (decoded && begin < end && page_[begin] == '\n' && tag == Tag::kTextarea) {
    return decode(begin + 1, end, false);
  }
  return decoded ? decode(begin, end, false) : range(begin, end);
}

TextRange Tokenizer::rest() {
  const TextRange all = range(at_, page_.size());
  at_ = page_.size();
  return all;
}

}  // namespace postil::index::html
