#include "indexer/readers/xml/xml_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/readers/html/entities.h"

namespace postil::index {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kMostSpaces = 200;      // namespaces in scope
constexpr std::size_t kMostAttributes = 200;  // of a tag
constexpr std::size_t kLongestName = 1000;
constexpr std::size_t kLongestReference = 40;
constexpr std::size_t kLongestDoctype = 1024UL * 1024;
constexpr std::size_t kMostEntities = 1000;
constexpr std::size_t kLongestEntity = 200;  // of its text, which is never expanded
constexpr std::string_view kWhite = " \t\n";

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_name_end(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '/' || c == '>' || c == '=' || c == '<';
}

std::string_view first_name(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && !is_name_end(text[end])) ++end;
  return text.substr(0, end);
}

// Prefix and local name, which make the whole again: a colon at an end divides nothing from it.
std::pair<std::string_view, std::string_view> split_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == kNowhere || colon == 0 || colon + 1 == name.size()) return {"", name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

}  // namespace

XmlReader::XmlReader(Source& source) : stream_(source, &xml_declaration) {}

// --- The bytes ---

// Whether that many bytes are at hand; reads more if not.
bool XmlReader::need(std::size_t bytes) {
  while (buffer_.size() - at_ < bytes && !is_source_done_) {
    if (at_ > 0) {
      buffer_.erase(0, at_);
      at_ = 0;
    }
    const auto more = stream_.more(buffer_);
    if (!more) error_ = more.error();
    is_source_done_ = !more || !*more;
  }
  return buffer_.size() - at_ >= bytes;
}

// The place of `what`, counted from the current one; kNowhere if it does not come within `most`.
std::size_t XmlReader::find(std::string_view what, std::size_t from, std::size_t most) {
  for (;;) {
    const std::string_view rest = std::string_view(buffer_).substr(at_);
    const std::size_t found = rest.substr(0, most).find(what, from);
    if (found != kNowhere) return found;
    from = rest.size() < what.size() ? from : std::max(from, rest.size() - what.size() + 1);
    if (rest.size() >= most || !need(rest.size() + 1)) return kNowhere;
  }
}

void XmlReader::consume(std::size_t bytes) {
  const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(at_);
  line_ +=
      static_cast<std::uint64_t>(std::count(from, from + static_cast<std::ptrdiff_t>(bytes), '\n'));
  at_ += bytes;
}

void XmlReader::fault(std::string_view what) {
  if (faults_++ == 0) first_fault_ = fmt::format("line {}: {}", line_, what);
}

// --- The events ---

XmlReader::Event XmlReader::next() {
  if (closing_ > 0) {
    --closing_;
    close_element();
    return Event::kEnd;
  }
  Event event = Event::kDone;
  while (need(1)) {
    if (step(event)) return event;
  }
  if (open_.empty()) return Event::kDone;
  if (!error_) fault(fmt::format("the element '{:.40}' is not closed", open_.back().local));
  closing_ = open_.size() - 1;
  close_element();
  return Event::kEnd;
}

// One piece of the document; true if it makes an event.
bool XmlReader::step(Event& event) {
  event = Event::kText;
  if (in_cdata_) return read_cdata();
  if (buffer_[at_] == '<') return read_markup_start(event);
  if (buffer_[at_] == '&') return read_reference();
  return read_characters();
}

bool XmlReader::read_characters() {
  const std::string_view rest = std::string_view(buffer_).substr(at_);
  const std::string_view piece = rest.substr(0, rest.find_first_of("<&"));
  text_ = piece;
  consume(piece.size());
  return !open_.empty();
}

bool XmlReader::read_reference() {
  need(kLongestReference);
  const std::string_view rest = std::string_view(buffer_).substr(at_, kLongestReference);
  const std::size_t end = rest.find(';');
  text_.clear();
  const std::string* const declared =
      end == kNowhere ? nullptr : declared_entity(rest.substr(1, end - 1));
  std::size_t length = end + 1;
  if (declared != nullptr) {
    text_ = *declared;
  } else {
    length = decode_entity(rest, text_);
  }
  if (length == 0) {
    fault("an & that begins no known reference");
    text_ = "&";
    length = 1;
  }
  consume(length);
  return !open_.empty() && !text_.empty();
}

bool XmlReader::read_markup_start(Event& event) {
  need(12);
  const std::string_view rest = std::string_view(buffer_).substr(at_);
  const auto starts = [rest](std::string_view with) { return rest.substr(0, with.size()) == with; };
  if (starts("<!--")) {
    skip_to("-->", 4);
  } else if (starts("<![CDATA[")) {
    consume(9);
    in_cdata_ = true;
  } else if (starts("<!DOCTYPE") || starts("<!doctype")) {
    read_doctype();
  } else if (starts("<?")) {
    skip_to("?>", 2);
  } else if (starts("<!")) {
    skip_to(">", 2);
  } else if (starts("</")) {
    return read_end_tag(event);
  } else if (rest.size() > 1 && is_name_start(rest[1])) {
    return read_start_tag(event);
  } else {
    fault("a < that begins no tag");
    text_ = "<";
    consume(1);
    return !open_.empty();
  }
  return false;
}

bool XmlReader::read_cdata() {
  need(3);
  const std::string_view rest = std::string_view(buffer_).substr(at_);
  const std::size_t end = rest.find("]]>");
  // A ] at the end of what is at hand may be the beginning of the end.
  std::size_t size = std::min(end, rest.size());
  const bool goes_on = end == kNowhere && !is_source_done_;
  for (int held = 0; goes_on && held < 2 && size > 1 && rest[size - 1] == ']'; ++held) --size;
  if (end == kNowhere && is_source_done_) fault("a CDATA section is not closed");
  text_ = rest.substr(0, size);
  consume(size);
  if (end != kNowhere) {
    consume(3);
    in_cdata_ = false;
  }
  return !open_.empty() && !text_.empty();
}

// Passes over what is of no interest, of any length.
void XmlReader::skip_to(std::string_view end, std::size_t opening) {
  consume(std::min(opening, buffer_.size() - at_));
  for (;;) {
    const std::string_view rest = std::string_view(buffer_).substr(at_);
    const std::size_t found = rest.find(end);
    if (found != kNowhere) {
      consume(found + end.size());
      return;
    }
    const std::size_t kept = std::min(rest.size(), end.size() - 1);
    consume(rest.size() - kept);
    if (!need(kept + 1)) break;
  }
  consume(buffer_.size() - at_);
  fault("a comment or declaration is not closed");
}

// --- Tags ---

// Behind the > of the tag here, counted from its <; kNowhere if it is none: XML has no < in a tag.
std::size_t XmlReader::find_tag_end() {
  char quote = 0;
  std::size_t i = 1;
  while (i < kLongestTag && need(i + 1)) {
    const std::string_view rest = std::string_view(buffer_).substr(at_);
    for (; i < rest.size(); ++i) {
      const char c = rest[i];
      if (c == '<') return kNowhere;
      if (quote != 0) {
        quote = c == quote ? '\0' : quote;
      } else if (c == '>') {
        return i + 1;
      } else if ((c == '"' || c == '\'') && rest.find_last_not_of(kWhite, i - 1) != kNowhere &&
                 rest[rest.find_last_not_of(kWhite, i - 1)] == '=') {
        quote = c;
      }
    }
  }
  return kNowhere;
}

bool XmlReader::read_start_tag(Event& event) {
  const std::size_t end = find_tag_end();
  if (end == kNowhere) {
    fault("a tag is not closed");
    text_ = "<";
    consume(1);
    return !open_.empty();
  }
  std::string_view tag = std::string_view(buffer_).substr(at_ + 1, end - 2);
  const bool is_empty = !tag.empty() && tag.back() == '/';
  if (is_empty) tag.remove_suffix(1);
  const std::string_view name = first_name(tag);
  attributes_.clear();
  // What follows the root is another document, or rubbish; it is read like the first.
  if (open_.size() >= kDeepest || name.size() > kLongestName) {
    fault("elements nest too deeply");
    too_deep_ += is_empty ? 0 : 1;
    consume(end);
    return false;
  }
  read_attributes(tag.substr(name.size()));
  open_element(name);
  consume(end);
  closing_ = is_empty ? 1 : 0;
  event = Event::kStart;
  return true;
}

bool XmlReader::read_end_tag(Event& event) {
  const std::size_t end = find(">", 2, kLongestName);
  if (end == kNowhere) {
    fault("an end tag is not closed");
    text_ = "<";
    consume(1);
    return !open_.empty();
  }
  const std::string name(first_name(std::string_view(buffer_).substr(at_ + 2, end - 2)));
  consume(end + 1);
  const auto named = open_names_.find(name);
  if (named == open_names_.end()) {
    if (too_deep_ > 0) {
      --too_deep_;
    } else {
      fault(fmt::format("the end tag '{:.40}' closes nothing", text::to_valid_utf8(name)));
    }
    return false;
  }
  std::size_t inner = 0;
  const auto is_named = [&name](const Open& open) {
    return open.prefix.empty()
               ? open.local == name
               : name.size() == open.prefix.size() + open.local.size() + 1 &&
                     name.compare(0, open.prefix.size(), open.prefix) == 0 &&
                     name.compare(open.prefix.size() + 1, kNowhere, open.local) == 0;
  };
  while (!is_named(open_[open_.size() - 1 - inner])) ++inner;
  if (inner > 0) {
    fault(fmt::format("'{:.40}' ends within '{:.40}'", text::to_valid_utf8(name),
                      open_.back().local));
  }
  closing_ = inner;
  close_element();
  event = Event::kEnd;
  return true;
}

void XmlReader::read_attributes(std::string_view tag) {
  while (attributes_.size() < kMostAttributes) {
    const std::size_t start = tag.find_first_not_of(" \t\n/");
    if (start == kNowhere) return;
    tag.remove_prefix(start);
    const std::string_view name = first_name(tag);
    tag.remove_prefix(std::max<std::size_t>(name.size(), 1));
    if (name.empty() || name.size() > kLongestName) continue;
    tag.remove_prefix(std::min(tag.find_first_not_of(kWhite), tag.size()));
    std::string_view value;
    if (!tag.empty() && tag[0] == '=') {
      tag.remove_prefix(std::min(tag.find_first_not_of(kWhite, 1), tag.size()));
      const bool quoted = !tag.empty() && (tag[0] == '"' || tag[0] == '\'');
      const std::size_t end = quoted ? tag.find(tag[0], 1) : tag.find_first_of(kWhite);
      value = tag.substr(quoted ? 1 : 0, end == kNowhere ? kNowhere : end - (quoted ? 1 : 0));
      tag.remove_prefix(end == kNowhere ? tag.size() : end + (quoted ? 1 : 0));
      if (!quoted) fault("the value of an attribute has no quotes");
    }
    const auto [prefix, local] = split_name(name);
    attributes_.push_back({std::string(prefix), std::string(local), decode(value)});
  }
}

std::string XmlReader::decode(std::string_view value) {
  std::string decoded;
  decoded.reserve(value.size());
  while (!value.empty()) {
    const std::size_t mark = std::min(value.find('&'), value.size());
    for (const char c : value.substr(0, mark)) decoded += c == '\n' || c == '\t' ? ' ' : c;
    value.remove_prefix(mark);
    if (value.empty()) break;
    const std::size_t end = value.substr(0, kLongestReference).find(';');
    const std::string* const declared =
        end == kNowhere ? nullptr : declared_entity(value.substr(1, end - 1));
    if (declared != nullptr) decoded += *declared;
    std::size_t length = declared != nullptr ? end + 1 : decode_entity(value, decoded);
    if (length == 0) {
      // Addresses with a bare & are in half of all feeds.
      decoded += '&';
      length = 1;
    }
    value.remove_prefix(length);
  }
  return decoded;
}

void XmlReader::open_element(std::string_view name) {
  const auto [prefix, local] = split_name(name);
  Open open{std::string(prefix), std::string(local), "", spaces_.size()};
  for (const XmlAttribute& each : attributes_) {
    const bool is_default = each.prefix.empty() && each.local == "xmlns";
    if (!is_default && each.prefix != "xmlns") continue;
    if (spaces_.size() < kMostSpaces) spaces_.push_back({is_default ? "" : each.local, each.value});
  }
  open.space = space_of(prefix);
  ++open_names_[std::string(name)];
  prefix_ = open.prefix;
  local_ = open.local;
  space_ = open.space;
  open_.push_back(std::move(open));
}

void XmlReader::close_element() {
  Open& last = open_.back();
  prefix_ = std::move(last.prefix);
  local_ = std::move(last.local);
  space_ = std::move(last.space);
  spaces_.resize(last.spaces);
  open_.pop_back();
  const auto named = open_names_.find(prefix_.empty() ? local_ : prefix_ + ":" + local_);
  if (named != open_names_.end() && --named->second == 0) open_names_.erase(named);
}

std::string_view XmlReader::space_of(std::string_view prefix) const {
  for (auto space = spaces_.rbegin(); space != spaces_.rend(); ++space) {
    if (space->prefix == prefix) return space->uri;
  }
  return prefix == "xml" ? "http://www.w3.org/XML/1998/namespace" : "";
}

const std::string* XmlReader::attribute(std::string_view local) const {
  for (const XmlAttribute& each : attributes_) {
    if (each.local == local && each.prefix != "xmlns") return &each.value;
  }
  return nullptr;
}

// --- The document type ---

// Of it only the short entities that stand for plain text are kept.
void XmlReader::read_doctype() {
  std::size_t bracket = find("[", 9, 4096);
  const std::size_t end = find(">", 9, kLongestTag);
  if (end == kNowhere || bracket == kNowhere || end < bracket) {
    skip_to(">", 9);
    return;
  }
  consume(bracket + 1);
  for (std::size_t read = 0; read < kLongestDoctype && need(1);) {
    const std::string_view rest = std::string_view(buffer_).substr(at_);
    if (rest[0] == ']') break;
    if (rest[0] != '<') {
      consume(1);
      continue;
    }
    need(4);
    if (std::string_view(buffer_).substr(at_, 4) == "<!--") {
      skip_to("-->", 4);
      continue;
    }
    const std::size_t close = find(">", 1, kLongestTag);
    if (close == kNowhere) break;
    read_declaration(std::string_view(buffer_).substr(at_, close));
    read += close;
    consume(close + 1);
  }
  skip_to(">", 1);
}

// <!ENTITY name "text"; those with a SYSTEM or PUBLIC address have no quote there.
void XmlReader::read_declaration(std::string_view declaration) {
  constexpr std::string_view kEntity = "<!ENTITY";
  if (declaration.substr(0, kEntity.size()) != kEntity) return;
  declaration = text::trim(declaration.substr(kEntity.size()));
  const std::string_view name = declaration.substr(0, declaration.find_first_of(kWhite));
  std::string_view value = text::trim(declaration.substr(name.size()));
  const bool quoted = value.size() > 1 && (value[0] == '"' || value[0] == '\'');
  if (!quoted || entities_.size() >= kMostEntities || name.size() > kLongestReference) return;
  value = value.substr(1, value.find(value[0], 1) - 1);
  if (value.size() > kLongestEntity) return;
  std::string text;
  for (std::size_t at = 0; at < value.size();) {
    const bool is_number = value.substr(at, 2) == "&#";
    const std::size_t length = is_number ? decode_entity(value.substr(at), text) : 0;
    if (length == 0) text += value[at];
    at += std::max<std::size_t>(length, 1);
  }
  // "&#38;#60;" and the like name one of XML's own five.
  const bool is_own =
      name == "lt" || name == "gt" || name == "amp" || name == "quot" || name == "apos";
  if (!is_own) entities_.try_emplace(std::string(name), std::move(text));
}

const std::string* XmlReader::declared_entity(std::string_view name) const {
  if (entities_.empty()) return nullptr;
  const auto found = entities_.find(std::string(name));
  return found == entities_.end() ? nullptr : &found->second;
}

}  // namespace postil::index
