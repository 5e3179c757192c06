#include "indexer/readers/mail/mime.h"

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "indexer/readers/encoding/encoding.h"
#include "indexer/readers/encoding/transfer.h"

namespace postil::index {
namespace {

constexpr std::size_t kMostFields = 2000;
constexpr std::size_t kMostParts = 1000;
constexpr std::size_t kLongestField = 256UL * 1024;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// Takes a line off `rest`, without its end.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

// The name of a field if the line begins one.
std::string_view field_name(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return {};
  const std::string_view name = trim(line.substr(0, colon));
  const bool is_name =
      std::all_of(name.begin(), name.end(), [](char c) { return c > 0x20 && c < 0x7F; });
  return is_name ? name : std::string_view();
}

bool is_mail_trace(std::string_view name) {
  return name == "received" || name == "message-id" || name == "mime-version" ||
         name == "return-path" || name == "delivered-to" || name == "dkim-signature" ||
         name == "content-transfer-encoding" || name == "x-mailer";
}

// Whether a field leaves an angle bracket open. A hostile one is asked about again and again while
// it grows: each of its bytes is looked at once.
class OpenAngle {
 public:
  bool is_left_by(std::string_view value) {
    if (value.data() != start_) *this = {};
    const std::string_view more = value.substr(seen_);
    const std::size_t last = more.find_last_of("<>");
    if (last != std::string_view::npos) is_open_ = more[last] == '<';
    start_ = value.data();
    seen_ = value.size();
    return is_open_;
  }

 private:
  const char* start_ = nullptr;  // of the field that was asked about last
  std::size_t seen_ = 0;
  bool is_open_ = false;
};

// Whether a line of a header that begins no field is an accident within it: the line below it
// begins one that only a header has, or it closes an angle bracket that the field above it opened.
// Else a body begins there without a blank line.
bool is_stray(std::string_view line, std::string_view rest, std::string_view value_above,
              OpenAngle& angle) {
  if (line.find('>') < line.find('<') && angle.is_left_by(value_above)) return true;
  const std::string below = text::lower(field_name(take_line(rest)));
  return is_mail_trace(below) || below == "from" || below == "to" || below == "date" ||
         below == "subject" || below == "content-type";
}

// What stands in quotes, with backslashes undone, or up to one of `ends`. Comments are dropped.
std::string take_value(std::string_view& rest, std::string_view ends) {
  std::string value;
  bool quoted = false;
  int comments = 0;
  while (!rest.empty()) {
    const char c = rest.front();
    if (!quoted && comments == 0 && ends.find(c) != std::string_view::npos) break;
    rest.remove_prefix(1);
    if (c == '\\' && (quoted || comments > 0) && !rest.empty()) {
      if (comments == 0) value += rest.front();
      rest.remove_prefix(1);
    } else if (c == '"' && comments == 0) {
      quoted = !quoted;
    } else if (c == '(' && !quoted) {
      ++comments;
    } else if (c == ')' && !quoted && comments > 0) {
      --comments;
    } else if (comments == 0) {
      value += c;
    }
  }
  return value;
}

struct EncodedWord {
  std::string charset;
  std::string bytes;
};

// An encoded word at the beginning of `rest`, which is moved behind it.
bool take_encoded_word(std::string_view& rest, EncodedWord& word) {
  const std::size_t charset_end = rest.find('?', 2);
  if (rest.substr(0, 2) != "=?" || charset_end == std::string_view::npos || charset_end > 80) {
    return false;
  }
  if (charset_end + 2 >= rest.size() || rest[charset_end + 2] != '?') return false;
  const char kind = text::lower(rest[charset_end + 1]);
  const std::size_t end = rest.find("?=", charset_end + 3);
  if ((kind != 'q' && kind != 'b') || end == std::string_view::npos) return false;
  const std::string_view text = rest.substr(charset_end + 3, end - charset_end - 3);
  std::string_view charset = rest.substr(2, charset_end - 2);
  word.charset = charset.substr(0, charset.find('*'));
  word.bytes = kind == 'b' ? decode_base64(text) : decode_quoted_printable(text, true);
  rest.remove_prefix(end + 2);
  return true;
}

std::string decode_uuencoded(std::string_view text) {
  std::string bytes;
  bool begun = false;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (!begun) {
      begun = line.substr(0, 6) == "begin ";
      continue;
    }
    if (line.empty() || line == "end" || line[0] == '`') break;
    const auto value = [&](std::size_t i) {
      return i < line.size() ? (static_cast<unsigned char>(line[i]) - 32U) & 0x3FU : 0U;
    };
    const std::size_t size = value(0);
    std::string piece;
    for (std::size_t i = 1; piece.size() < size && i < line.size(); i += 4) {
      const unsigned bits =
          value(i) << 18U | value(i + 1) << 12U | value(i + 2) << 6U | value(i + 3);
      for (const unsigned shift : {16U, 8U, 0U}) piece += static_cast<char>(bits >> shift & 0xFFU);
    }
    bytes.append(piece, 0, size);
  }
  return bytes;
}

}  // namespace

std::string_view MimeValue::parameter(std::string_view name) const {
  for (const auto& [known, text] : parameters) {
    if (known == name) return text;
  }
  return {};
}

MimePart::MimePart(std::string_view bytes) {
  std::string_view rest = bytes;
  OpenAngle angle;
  while (!rest.empty()) {
    const std::string_view before = rest;
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    const bool continued = line.front() == ' ' || line.front() == '\t';
    if (continued && !fields_.empty()) {
      std::string_view& value = fields_.back().value;
      value = {value.data(), static_cast<std::size_t>(line.data() + line.size() - value.data())};
      continue;
    }
    const std::string_view name = field_name(line);
    if (name.empty()) {
      if (line.substr(0, 5) == "From " && fields_.empty()) continue;  // of an mbox
      if (!fields_.empty() && is_stray(line, rest, fields_.back().value, angle)) continue;
      is_header_whole_ = rest.empty() && before.back() != '\n';  // cut off, or a body
      rest = before;
      break;
    }
    if (fields_.size() == kMostFields) continue;
    fields_.push_back({text::lower(name), line.substr(line.find(':') + 1)});
  }
  body_ = rest;
  type_ = read_mime_value(field("content-type"));
  if (type_.value.find('/') == std::string::npos) type_.value = "text/plain";
}

std::string MimePart::field(std::string_view name) const {
  for (const Field& field : fields_) {
    if (field.name == name) return std::string(trim(field.value.substr(0, kLongestField)));
  }
  return "";
}

bool MimePart::has_trace() const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [](const Field& field) { return is_mail_trace(field.name); });
}

std::string MimePart::text_field(std::string_view name) const { return decode_words(field(name)); }

bool MimePart::is_attachment() const {
  return read_mime_value(field("content-disposition")).value == "attachment";
}

std::string MimePart::file_name() const {
  const MimeValue disposition = read_mime_value(field("content-disposition"));
  const std::string_view given = disposition.parameter("filename");
  return decode_words(given.empty() ? type_.parameter("name") : given);
}

std::string MimePart::body() const {
  const std::string encoding = read_mime_value(field("content-transfer-encoding")).value;
  if (encoding == "base64") return decode_base64(body_);
  if (encoding == "quoted-printable") return decode_quoted_printable(body_);
  if (encoding == "x-uuencode" || encoding == "uuencode" || encoding == "x-uue") {
    return decode_uuencoded(body_);
  }
  return std::string(body_);
}

std::string MimePart::text() const { return text_in_charset(body(), type_.parameter("charset")); }

std::vector<MimePart> MimePart::parts() const {
  std::vector<MimePart> parts;
  const std::string_view boundary = type_.parameter("boundary");
  if (type_.value.substr(0, 10) != "multipart/" || boundary.empty()) return parts;
  const std::string mark = "--" + std::string(boundary);
  std::string_view rest = body_;
  const char* start = nullptr;
  bool ended = false;
  while (!ended && parts.size() < kMostParts) {
    const bool at_end = rest.empty();
    const char* const at = rest.data();
    std::string_view line = at_end ? std::string_view() : take_line(rest);
    const bool marked = line.substr(0, mark.size()) == mark;
    line = marked ? trim(line.substr(mark.size())) : line;
    // A longer boundary may begin with this one.
    if (!at_end && (!marked || (!line.empty() && line != "--"))) continue;
    if (start != nullptr) {
      parts.emplace_back(std::string_view(start, static_cast<std::size_t>(at - start)));
    }
    start = rest.data();
    ended = at_end || line == "--";
  }
  return parts;
}

MimeValue read_mime_value(std::string_view field) {
  MimeValue read;
  std::string_view rest = field;
  read.value = text::lower(trim(take_value(rest, ";")));
  std::vector<std::pair<std::string, std::string>> continued;  // name*0, name*1 … in their order
  while (!rest.empty() && read.parameters.size() + continued.size() < 100) {
    rest.remove_prefix(1);  // the semicolon
    std::string name = text::lower(trim(take_value(rest, "=;")));
    if (rest.empty() || rest.front() != '=') continue;
    rest.remove_prefix(1);
    std::string value(trim(take_value(rest, ";")));
    const std::size_t star = name.find('*');
    if (star == std::string::npos) {
      read.parameters.emplace_back(std::move(name), std::move(value));
      continue;
    }
    const bool escaped = name.back() == '*';
    name.resize(star);
    if (escaped) value = decode_percent(value);
    const auto before = std::find_if(continued.begin(), continued.end(),
                                     [&](const auto& each) { return each.first == name; });
    if (before != continued.end()) {
      before->second += value;
    } else {
      continued.emplace_back(std::move(name), std::move(value));
    }
  }
  for (auto& [name, value] : continued) {
    // charset'language'text
    const std::size_t first = value.find('\'');
    const std::size_t second = first == std::string::npos ? first : value.find('\'', first + 1);
    if (second != std::string::npos) {
      value = text_in_charset(value.substr(second + 1), value.substr(0, first));
    }
    read.parameters.emplace_back(std::move(name), std::move(value));
  }
  return read;
}

std::string decode_words(std::string_view field) {
  std::string text;
  EncodedWord pending;  // words of one charset are joined before they are decoded
  const auto flush = [&] {
    if (!pending.bytes.empty()) text += text_in_charset(pending.bytes, pending.charset);
    pending.bytes.clear();
  };
  std::string plain;
  const auto flush_plain = [&] {
    text += text::is_valid_utf8(plain) ? plain : decode(plain).text;
    plain.clear();
  };
  for (std::string_view rest = field; !rest.empty();) {
    EncodedWord word;
    if (rest.front() == '=' && take_encoded_word(rest, word)) {
      const bool only_space = trim(plain).empty() && !pending.bytes.empty();
      if (only_space) {
        plain.clear();
      } else {
        flush();
        flush_plain();
      }
      if (text::lower(word.charset) != text::lower(pending.charset)) flush();
      pending.charset = word.charset;
      pending.bytes += word.bytes;
      continue;
    }
    if (!pending.bytes.empty() && !is_blank(rest.front())) flush();
    plain += rest.front();
    rest.remove_prefix(1);
  }
  flush();
  flush_plain();
  return text::squeeze(text);
}

std::vector<std::string> display_names(std::string_view field) {
  std::vector<std::string> names;
  std::string_view rest = field;
  while (!rest.empty() && names.size() < 100) {
    std::string_view raw = rest;
    std::string mailbox = take_value(rest, ",;");
    raw = raw.substr(0, raw.size() - rest.size());
    if (!rest.empty()) rest.remove_prefix(1);
    const std::size_t angle = mailbox.find('<');
    std::string name;
    if (angle != std::string::npos) {
      name = decode_words(trim(std::string_view(mailbox).substr(0, angle)));
      const std::size_t group = name.find(": ");
      if (group != std::string::npos) name.erase(0, group + 2);
    } else if (raw.find('(') != std::string_view::npos) {
      // The old form: ann@example.org (Ann Example)
      const std::size_t open = raw.find('(');
      name = decode_words(raw.substr(open + 1, raw.rfind(')') - open - 1));
    }
    while (name.size() > 1 && (name.front() == '\'' || name.front() == '"') &&
           name.back() == name.front()) {
      name = name.substr(1, name.size() - 2);
    }
    if (!name.empty() && name.find('@') == std::string::npos) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace postil::index
