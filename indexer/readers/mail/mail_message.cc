#include "indexer/readers/mail/mail_message.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/model/date_text.h"
#include "indexer/readers/encoding/transfer.h"
#include "indexer/readers/text/html_text.h"

namespace postil::index {
namespace {

constexpr int kDeepestPart = 30;
constexpr std::size_t kMostPartsInAll = 5000;

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// How many ">" a line begins with; they are taken off.
std::size_t take_quote_marks(std::string_view& line) {
  std::size_t marks = 0;
  while (!line.empty() && (line.front() == '>' || (marks > 0 && line.front() == ' '))) {
    if (line.front() == '>') ++marks;
    line.remove_prefix(1);
  }
  return marks;
}

// A line that ends so early was not broken at a width: what follows is a paragraph of its own.
constexpr std::size_t kShortLine = 50;

std::size_t size_of(const std::vector<Paragraph>& paragraphs) {
  std::size_t size = 0;
  for (const Paragraph& paragraph : paragraphs) size += paragraph.text.size();
  return size;
}

// What of a message is its text, and what else it carries.
class Collector {
 public:
  explicit Collector(bool keeps_messages) : keeps_messages_(keeps_messages) {}

  std::vector<Paragraph> collect(const MimePart& part, int depth) {
    const std::string& type = part.type().value;
    if (depth > kDeepestPart || ++parts_ > kMostPartsInAll) {
      is_too_deep_ = true;
      return {};
    }
    if (starts_with(type, "multipart/")) return collect_parts(part, depth);
    if (type == "message/rfc822" || type == "message/global") {
      if (keeps_messages_) messages.push_back(part);
      return {};
    }
    if (part.is_attachment() || !starts_with(type, "text/")) {
      keep_attachment(part);
      return {};
    }
    if (type == "text/html") return html_to_paragraphs(part.text());
    if (type == "text/plain" || type == "text/enriched") return plain_paragraphs(part.text());
    return {};
  }

  bool is_too_deep() const { return is_too_deep_; }

  std::vector<MimePart> messages;     // inside the message
  std::vector<MimePart> attachments;  // that may have text

 private:
  std::vector<Paragraph> collect_parts(const MimePart& part, int depth) {
    const std::string& type = part.type().value;
    std::vector<MimePart> parts = part.parts();
    // A multipart whose boundary is missing or lies is text as it stands.
    if (parts.empty()) return plain_paragraphs(text_in_charset(part.raw_body(), ""));
    if (type == "multipart/alternative") return collect_best(parts, depth);
    if (type == "multipart/related" || type == "multipart/signed") {
      parts.erase(parts.begin() + 1, parts.end());
    }
    std::vector<Paragraph> all;
    for (const MimePart& each : parts) {
      for (Paragraph& paragraph : collect(each, depth + 1)) all.push_back(std::move(paragraph));
    }
    return all;
  }

  // The last is the richest, by the standard; unless it is a shell without the text.
  std::vector<Paragraph> collect_best(const std::vector<MimePart>& parts, int depth) {
    std::vector<Paragraph> best;
    for (const MimePart& each : parts) {
      std::vector<Paragraph> next = collect(each, depth + 1);
      if (2 * size_of(next) >= size_of(best)) best = std::move(next);
    }
    return best;
  }

  // Pictures and sounds, signatures and appointments are no text.
  void keep_attachment(const MimePart& part) {
    const std::string& type = part.type().value;
    for (const std::string_view none :
         {"image/", "audio/", "video/", "font/", "text/calendar", "text/x-vcard", "text/vcard",
          "text/rfc822-headers", "text/css", "message/", "application/pgp-", "application/pkcs7-",
          "application/x-pkcs7-", "application/ms-tnef"}) {
      if (starts_with(type, none)) return;
    }
    attachments.push_back(part);
  }

  bool keeps_messages_;
  std::size_t parts_ = 0;
  bool is_too_deep_ = false;
};

Metadata metadata_of(const MimePart& message) {
  Metadata meta;
  meta.title = message.text_field("subject");
  meta.authors = display_names(message.field("from"));
  const std::vector<std::string> list = display_names(message.field("list-id"));
  if (!list.empty()) meta.outlet = list.front();
  if (const auto date = read_date(message.text_field("date"))) {
    meta.published = Published{*date, schema::DateSource::kMeta};
  }
  meta.language = message.text_field("content-language");
  std::string archived = message.text_field("archived-at");
  if (archived.size() > 2 && archived.front() == '<' && archived.back() == '>') {
    archived = archived.substr(1, archived.size() - 2);
  }
  if (starts_with(archived, "http://") || starts_with(archived, "https://")) meta.url = archived;
  return meta;
}

std::string name_of(const MimePart& part, std::size_t number) {
  std::string label = member_label(part.file_name());
  const std::size_t slash = label.rfind('/');
  if (slash != std::string::npos) label.erase(0, slash + 1);
  return label.empty() ? fmt::format("attachment-{}", number) : label;
}

class MessageReader {
 public:
  MessageReader(Source& source, Members& members, RawArticleSink& sink)
      : source_(source), members_(members), sink_(sink) {}

  bool read(std::string_view bytes, const std::string& fragment, int depth) {
    const MimePart message(bytes);
    Collector collector(depth < kMostDepth);
    std::vector<Paragraph> paragraphs = collector.collect(message, 0);
    if (collector.is_too_deep()) {
      sink_.finding(Severity::kCut, "too-deep",
                    fmt::format("{}has too many parts, or parts in parts: the rest was not read",
                                fragment.empty() ? "The mail " : "Mail " + fragment + " "));
    }
    RawArticle article;
    article.fragment = fragment;
    article.declared = metadata_of(message);
    const bool has_text = !paragraphs.empty();
    article.content = MarkedBody{std::move(paragraphs)};
    if (has_text) {
      ++articles_;
      sink_.article(std::move(article));
    }
    std::size_t number = 0;
    for (const MimePart& part : collector.messages) {
      const std::string inner =
          fmt::format("{}message-{}", fragment.empty() ? "" : fragment + ".", ++number);
      if (!members_.may_read() || !read(part.body(), inner, depth + 1)) return false;
    }
    number = 0;
    for (const MimePart& part : collector.attachments) {
      std::string name = name_of(part, ++number);
      if (!fragment.empty()) name.insert(0, fragment + '/');
      Source member = Source::of_member(source_, name, part.body());
      if (!members_.read(name, member)) return false;
    }
    return true;
  }

  std::size_t articles() const { return articles_; }

 private:
  Source& source_;
  Members& members_;
  RawArticleSink& sink_;
  std::size_t articles_ = 0;
};

}  // namespace

bool looks_like_mail(std::string_view head) {
  const MimePart mail(head);
  if (!mail.is_header_whole()) return false;
  const auto has = [&](std::string_view name) { return !mail.field(name).empty(); };
  const bool sender = mail.field("from").find('@') != std::string::npos;
  const bool envelope = has("to") || has("date") || has("subject") || has("cc");
  return (mail.has_trace() && mail.field_count() > 1) || (sender && envelope);
}

bool read_message(std::string_view bytes, const std::string& fragment, Source& source,
                  Members& members, RawArticleSink& sink) {
  MessageReader reader(source, members, sink);
  const bool more = reader.read(bytes, fragment, 0);
  if (reader.articles() == 0 && more) {
    members.finding(fragment, Severity::kSkipped, "no-text", "There is no text in the mail");
  }
  return more;
}

std::vector<Paragraph> plain_paragraphs(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  std::size_t last_marks = 0;
  bool joins = false;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line == "-- " || line == "--") break;
    const std::size_t marks = take_quote_marks(line);
    const std::string words = text::squeeze(line);
    if (words.empty()) {
      joins = false;
      continue;
    }
    const schema::Zone zone = marks > 0 ? schema::Zone::kQuote : schema::Zone::kBody;
    if (joins && marks == last_marks) {
      paragraphs.back().text.append(" ").append(words);
    } else {
      Paragraph& paragraph = paragraphs.emplace_back();
      paragraph.zone = zone;
      paragraph.text = words;
    }
    last_marks = marks;
    joins = line.size() >= kShortLine;
  }
  return paragraphs;
}

}  // namespace postil::index
