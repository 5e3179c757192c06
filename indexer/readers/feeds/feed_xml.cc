#include "indexer/readers/feeds/feed_xml.h"

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "indexer/model/date_text.h"
#include "indexer/readers/encoding/transfer.h"
#include "indexer/readers/feeds/feed_names.h"
#include "indexer/readers/feeds/feed_text.h"

namespace postil::index {
namespace {

using Event = XmlReader::Event;

constexpr std::size_t kMostTags = 1000;

enum Field : int {
  kTitle,
  kLink,
  kId,
  kAuthor,
  kPublished,
  kUpdated,
  kContent,
  kSummary,
  kCategory,
  kSource,
  kInReplyTo,
  kLanguage,
  kControl,
};

// Each name of a field, the best first: what has been read under a better one stays.
struct FieldName {
  std::string_view name;
  Field field;
};
constexpr FieldName kFieldNames[] = {
    {"title", kTitle},
    {"dc:title", kTitle},
    {"dcterms:title", kTitle},
    {"media:title", kTitle},
    {"feedburner:origlink", kLink},
    {"link", kLink},
    {"a", kLink},
    {"id", kId},
    {"guid", kId},
    {"dc:identifier", kId},
    {"author", kAuthor},
    {"dc:creator", kAuthor},
    {"dcterms:creator", kAuthor},
    {"dc:author", kAuthor},
    {"itunes:author", kAuthor},
    {"published", kPublished},
    {"pubdate", kPublished},
    {"issued", kPublished},
    {"dcterms:issued", kPublished},
    {"dc:date", kPublished},
    {"created", kPublished},
    {"dcterms:created", kPublished},
    {"dcterms:date", kPublished},
    {"updated", kUpdated},
    {"modified", kUpdated},
    {"dcterms:modified", kUpdated},
    {"content:encoded", kContent},
    {"content", kContent},
    {"xhtml:body", kContent},
    {"body", kContent},
    {"fullitem", kContent},
    {"description", kSummary},
    {"summary", kSummary},
    {"abstract", kSummary},
    {"dc:description", kSummary},
    {"dcterms:abstract", kSummary},
    {"itunes:summary", kSummary},
    {"media:description", kSummary},
    {"category", kCategory},
    {"tags", kCategory},
    {"dc:subject", kCategory},
    {"source", kSource},
    {"thr:in-reply-to", kInReplyTo},
    {"dc:language", kLanguage},
    {"app:control", kControl},
};

bool is_markup_type(std::string_view type) {
  return type == "xhtml" || type == "application/xhtml+xml" || type == "html" ||
         type == "text/html" || type == "application/xml" || type == "text/xml";
}

bool is_plain_type(std::string_view type) { return type == "text" || type == "text/plain"; }

// Text in base64, as Atom 0.3 may have it; "" if what comes out is none.
std::string text_from_base64(std::string_view encoded) {
  std::string decoded = decode_base64(encoded);
  return text::is_valid_utf8(decoded) && decoded.find('\0') == std::string::npos ? decoded : "";
}

}  // namespace

const FeedXml::Scope& FeedXml::enter() {
  scopes_.resize(std::min(scopes_.size(), reader_.depth() - 1));
  Scope scope;
  if (!scopes_.empty()) scope = scopes_.back();
  for (const XmlAttribute& each : reader_.attributes()) {
    if (each.prefix != "xml") continue;
    if (each.local == "base") scope.base = resolve(scope.base, each.value);
    if (each.local == "lang") scope.language = each.value;
  }
  scope.name = feed_name(reader_);
  // Elements that were passed over left no scope.
  while (scopes_.size() + 1 < reader_.depth()) scopes_.push_back(scope);
  scopes_.push_back(std::move(scope));
  return scopes_.back();
}

std::string FeedXml::resolved(std::string_view reference) const {
  return resolve(scope().base.empty() ? std::string_view(head_.link) : scope().base, reference);
}

void FeedXml::run() {
  for (Event event = reader_.next(); event != Event::kDone; event = reader_.next()) {
    if (event != Event::kStart) continue;
    const std::string name = enter().name;
    if (name == "item" || name == "entry") {
      if (name == "item" && reader_.attribute("resource") != nullptr) continue;
      take_(read_entry());
      continue;
    }
    const std::size_t depth = scopes_.size();
    const std::string parent = depth > 1 ? scopes_[depth - 2].name : "";
    if (parent == "channel" || parent == "feed") read_head(name);
  }
}

// Elements that are none of these are passed through, for a list of entries may be inside of them.
void FeedXml::read_head(std::string_view name) {
  if (name == "title" || name == "dc:title") {
    FeedText title = read_feed_text();
    if (head_.title.empty()) head_.title = std::move(title);
  } else if (name == "link") {
    FeedEntry entry;
    Ranks ranks;
    read_link(entry, ranks);
    if (head_.link.empty()) head_.link = std::move(entry.link);
  } else if (name == "language" || name == "dc:language") {
    const std::string language = text::squeeze(reader_.read_text(100));
    if (head_.language.empty()) head_.language = language;
  } else if (name == "author") {
    read_person(head_.authors);
  }
}

FeedEntry FeedXml::read_entry() {
  FeedEntry entry;
  Ranks ranks;
  entry.language = scope().language;
  source_authors_.clear();
  for (const XmlAttribute& each : reader_.attributes()) {
    if (each.local == "about" && entry.id.empty()) entry.id = each.value;
    if (each.local == "href") entry.link = resolved(each.value);  // CDF
    if (each.local == "lastmod" || each.local == "LASTMOD")
      entry.updated = read_feed_date(each.value);
    if (each.local == "HREF") entry.link = resolved(each.value);
  }
  const std::size_t inside = reader_.depth();
  for (Event event = reader_.next(); event != Event::kDone; event = reader_.next()) {
    if (event == Event::kEnd && reader_.depth() < inside) break;
    if (event != Event::kStart) continue;
    const std::string name = enter().name;
    if (name == "media:group") continue;  // holds fields of the entry, as in feeds of videos
    read_field(name, entry, ranks);
    // Markup that nobody escaped may have left its elements open.
    if (reader_.depth() < inside) break;
  }
  if (entry.authors.empty()) entry.authors = source_authors_;
  const bool is_address = entry.id.find("://") != std::string::npos;
  if (entry.link.empty() && is_address) entry.link = entry.id;
  return entry;
}

void FeedXml::read_field(std::string_view name, FeedEntry& entry, Ranks& ranks) {
  const auto* const known =
      std::find_if(std::begin(kFieldNames), std::end(kFieldNames),
                   [name](const FieldName& each) { return each.name == name; });
  if (known == std::end(kFieldNames)) {
    reader_.skip();
    return;
  }
  const int rank = static_cast<int>(known - std::begin(kFieldNames));
  const auto best = ranks.find(known->field);
  const bool is_better = best == ranks.end() || rank < best->second;
  const auto take = [&](FeedText& to) {
    const std::string language = scope().language;
    FeedText text = read_feed_text();
    if (text.empty() || (!is_better && !to.empty())) return;
    ranks[known->field] = rank;
    to = std::move(text);
    if (!language.empty() && known->field != kTitle) entry.language = language;
  };
  switch (known->field) {
    case kTitle:
      return take(entry.title);
    case kContent:
      return take(entry.content);
    case kSummary:
      return take(entry.summary);
    case kLink:
      return read_link(entry, ranks);
    case kId:
      return read_id(name, entry);
    case kAuthor:
      return read_person(entry.authors);
    case kPublished:
    case kUpdated: {
      std::optional<PartialDate> date;
      read_date_field(date);
      if (!date || !is_better) return;
      ranks[known->field] = rank;
      (known->field == kPublished ? entry.published : entry.updated) = date;
      return;
    }
    case kCategory:
      return read_category(entry);
    case kSource:
      return read_source(entry);
    case kInReplyTo:
      return read_in_reply_to(entry);
    case kLanguage:
      entry.language = text::squeeze(reader_.read_text(100));
      return;
    case kControl:
      entry.is_draft = text::trim(reader_.read_text(100)) == "yes";
      return;
  }
}

void FeedXml::read_id(std::string_view name, FeedEntry& entry) {
  const std::string* const permalink = reader_.attribute("isPermaLink");
  const bool is_link = name == "guid" && (permalink == nullptr || *permalink != "false");
  const std::string id = text::squeeze(reader_.read_text(2000));
  if (!id.empty()) entry.id = id;
  if (is_link && entry.link.empty() && id.find("://") != std::string::npos) entry.link = id;
}

void FeedXml::read_in_reply_to(FeedEntry& entry) {
  const std::string* ref = reader_.attribute("ref");
  if (ref == nullptr) ref = reader_.attribute("href");
  if (ref != nullptr) entry.in_reply_to = *ref;
  reader_.skip();
}

// Atom's <link rel="…" href="…"/>, RSS's <link>…</link>.
void FeedXml::read_link(FeedEntry& entry, Ranks& ranks) {
  const std::string* href = reader_.attribute("href");
  if (href == nullptr) href = reader_.attribute("HREF");
  const std::string* const rel = reader_.attribute("rel");
  const std::string* const type = reader_.attribute("type");
  const bool is_original = scope().name == "feedburner:origlink";
  if (href == nullptr) {
    const std::string link = text::squeeze(reader_.read_text(4000));
    if (link.empty()) return;
    if (is_original || entry.link.empty() || ranks[kLink] > 0) entry.link = resolved(link);
    ranks[kLink] = is_original ? -1 : 0;
    return;
  }
  const bool is_page = type == nullptr || type->find("html") != std::string::npos;
  const bool is_alternate = rel == nullptr || *rel == "alternate" ||
                            *rel == "http://www.iana.org/assignments/relation/alternate";
  const int rank = is_page ? 1 : 2;
  if (is_alternate && (entry.link.empty() || rank < ranks[kLink])) {
    entry.link = resolved(*href);
    ranks[kLink] = rank;
  }
  reader_.skip();
}

// Atom's <author><name>…</name></author>, RSS's <author>ann@example.org (Ann Lee)</author>.
void FeedXml::read_person(std::vector<std::string>& authors) {
  const std::size_t outside = reader_.depth() - 1;
  std::string text;
  std::string name;
  for (Event event = reader_.next(); event != Event::kDone; event = reader_.next()) {
    if (event == Event::kEnd && reader_.depth() <= outside) break;
    if (event == Event::kText && reader_.depth() == outside + 1) text += reader_.text();
    if (event != Event::kStart) continue;
    const std::string local = text::lower(reader_.local());
    if (local == "name") {
      name = reader_.read_text(1000);
    } else if (local != "person" && local != "agent" && local != "li" && local != "seq") {
      reader_.skip();
    }
  }
  add_names(text::trim(name).empty() ? text : name, authors);
}

// The feed that the entry was taken over from.
void FeedXml::read_source(FeedEntry& entry) {
  const std::size_t outside = reader_.depth() - 1;
  FeedText title;
  for (Event event = reader_.next(); event != Event::kDone; event = reader_.next()) {
    if (event == Event::kEnd && reader_.depth() <= outside) break;
    if (event == Event::kText && reader_.depth() == outside + 1) title.value += reader_.text();
    if (event != Event::kStart) continue;
    const std::string name = enter().name;
    if (name == "title") {
      title = read_feed_text();
    } else if (name == "author") {
      read_person(source_authors_);
    } else {
      reader_.skip();
    }
  }
  const std::string line = line_of(title);
  if (line.find("://") == std::string::npos) entry.outlet = line;
}

void FeedXml::read_category(FeedEntry& entry) {
  const std::string* tag = reader_.attribute("label");
  if (tag == nullptr || tag->empty()) tag = reader_.attribute("term");
  const std::string* const scheme = reader_.attribute("scheme");
  std::string value = tag == nullptr ? "" : *tag;
  const bool is_kind = scheme != nullptr && scheme->find("#kind") != std::string::npos;
  if (is_kind) entry.kind = value.substr(value.rfind('#') + 1);  // npos + 1 is 0
  const std::string text = reader_.read_text(1000);
  if (is_kind) return;
  value = line_of({FeedText::Kind::kUnstated, text::trim(value).empty() ? text : value});
  if (!value.empty() && entry.tags.size() < kMostTags) entry.tags.push_back(std::move(value));
}

void FeedXml::read_date_field(std::optional<PartialDate>& date) {
  const std::string text = text::squeeze(reader_.read_text(300));
  if (text.empty()) return;
  date = read_feed_date(text);
  if (!date && doubtful_dates_++ == 0) {
    first_doubt_ =
        text.substr(0, text::floor_boundary(text, std::min<std::size_t>(60, text.size())));
  }
}

FeedText FeedXml::read_feed_text() {
  const std::string* const given = reader_.attribute("type");
  const std::string* const mode = reader_.attribute("mode");
  const std::string type = given == nullptr ? "" : *given;
  const bool is_atom = reader_.space().find("tom") != std::string_view::npos;  // Atom, atom
  // What is neither text nor XML is in base64 by the rules of Atom 1.0.
  const bool is_binary = is_atom && type == "application/octet-stream";
  const bool is_encoded = is_binary || (mode != nullptr && *mode == "base64");
  const bool is_foreign = !type.empty() && !is_plain_type(type) && !is_markup_type(type) &&
                          type.find("xml") == std::string::npos &&
                          type.find('/') != std::string::npos;
  FeedText text;
  if (is_foreign && is_atom && !is_encoded) {  // a picture, a sound
    reader_.skip();
    return text;
  }
  bool is_markup = false;
  text.value = reader_.read_content(is_markup);
  if (is_encoded) text.value = text_from_base64(text.value);
  if (is_markup || (is_atom && is_markup_type(type))) {
    text.kind = FeedText::Kind::kHtml;
    // Markup that was escaped within markup's own type.
    const bool is_escaped = !is_markup && text.value.find('<') == std::string::npos;
    if (is_escaped) text.kind = FeedText::Kind::kUnstated;
  } else if (is_atom && (is_plain_type(type) || type.empty())) {
    text.kind = FeedText::Kind::kPlain;
  }
  if (text::trim(text.value).empty()) text.value.clear();
  return text;
}

std::optional<PartialDate> read_feed_date(std::string_view text) {
  text = text::trim(text);
  if (const auto date = read_date(text)) return date;
  // "Thurs., 1 Jan 2004 …", and a weekday in any language.
  const std::size_t comma = text.find(',');
  if (comma < 20) {  // npos is far
    if (const auto date = read_date(text::trim(text.substr(comma + 1)))) return date;
  }
  return find_date(text);
}

}  // namespace postil::index
