#include "indexer/readers/web/warc.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/model/date_text.h"
#include "indexer/readers/container.h"
#include "indexer/readers/mail/mime.h"
#include "indexer/readers/report.h"
#include "indexer/readers/web/http_response.h"
#include "indexer/readers/web/warc_record.h"

namespace postil::index {
namespace {

int sniff_warc(const Sample& sample) { return looks_like_warc(sample.bytes) ? 95 : 0; }

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// Kinds of content that are no text, whatever bytes they have: not worth a word each.
bool is_never_text(std::string_view type) {
  for (const std::string_view none :
       {"image/", "audio/", "video/", "font/", "text/css", "text/javascript",
        "application/javascript", "application/x-javascript", "application/font",
        "application/x-font", "application/vnd.ms-fontobject", "application/wasm",
        "application/octet-stream", "application/x-shockwave-flash", "text/dns"}) {
    if (starts_with(type, none)) return true;
  }
  return false;
}

// "2016-01-05T17:29:39Z" or, in an ARC, "20160105172939".
std::optional<PartialDate> capture_date(std::string_view text) {
  if (text.size() == 14 && text.find_first_not_of("0123456789") == std::string_view::npos) {
    return parse_partial_date(
        fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)));
  }
  return read_date(text);
}

class Crawl {
 public:
  Crawl(Source& source, RawArticleSink& sink)
      : source_(source), sink_(sink), members_(source, sink), records_(source) {}

  void run() {
    WarcRecord record;
    for (;;) {
      const auto more = records_.next(record);
      if (!more) {
        report_failure(more.error());
        break;
      }
      if (!*more || !read_record(record)) break;
    }
    if (not_found_ > 0) {
      members_.finding("", Severity::kCut, "no-page",
                       fmt::format("{} responses are errors or redirections of their servers, "
                                   "not pages",
                                   not_found_));
    }
    members_.finish();
    if (members_.articles() == 0 && !is_failed_) {
      sink_.finding(
          Severity::kSkipped, records_.number() == 0 ? "empty" : "no-text",
          records_.number() == 0
              ? "There is no record in it"
              : fmt::format("None of its {} records is a page with text", records_.number()));
    }
  }

 private:
  bool read_record(WarcRecord& record) {
    MemberFacts facts;
    facts.address = text::to_valid_utf8(record.uri);
    facts.captured = capture_date(record.date);
    if (record.type == "response") return read_response(record, facts);
    if (record.type == "resource" || record.type == "conversion") {
      const MimeValue type = read_mime_value(record.content_type);
      if (is_never_text(type.value)) return true;
      facts.charset = type.parameter("charset");
      return read_page(record, facts, std::move(record.block));
    }
    return true;
  }

  bool read_response(WarcRecord& record, MemberFacts& facts) {
    std::optional<HttpResponse> response = read_http_response(record.block, kLargestBlock);
    if (!response) {
      // An FTP listing, or a body that was stored without its header.
      if (is_never_text(read_mime_value(record.content_type).value)) return true;
      return record.block.empty() || read_page(record, facts, std::move(record.block));
    }
    if (response->status != 0 && (response->status < 200 || response->status > 299)) {
      ++not_found_;
      return true;
    }
    if (is_never_text(response->content_type)) return true;
    if (!response->encoding.empty()) {
      members_.finding(facts.address, Severity::kSkipped, "no-reader",
                       fmt::format("Its body is compressed as '{}', which cannot be undone",
                                   text::to_valid_utf8(response->encoding)));
      return true;
    }
    facts.charset = response->charset;
    return response->body.empty() || read_page(record, facts, std::move(response->body));
  }

  bool read_page(const WarcRecord& record, const MemberFacts& facts, std::string bytes) {
    if (record.is_cut) {
      members_.finding(facts.address, Severity::kCut, "truncated",
                       fmt::format("Of {} there are only {}", format_size(record.length),
                                   format_size(bytes.size())));
    }
    return members_.read_page(facts, std::move(bytes));
  }

  void report_failure(const Error& error) {
    is_failed_ = true;
    const bool some = members_.articles() > 0;
    if (source_.has_changed() && !some) {
      report_unreadable(source_, error, sink_);
      return;
    }
    const std::string_view reason = source_.is_bomb() ? "expands-too-much" : "damaged";
    sink_.finding(some ? Severity::kCut : Severity::kSkipped, reason,
                  fmt::format("Read up to record {}: {}", records_.number(), error.message));
  }

  Source& source_;
  RawArticleSink& sink_;
  Members members_;
  WarcRecords records_;
  std::size_t not_found_ = 0;
  bool is_failed_ = false;
};

void read_as_warc(Source& source, RawArticleSink& sink) { Crawl(source, sink).run(); }

}  // namespace

const Reader kWarcReader = {"warc", "web archives of crawlers (WARC, ARC, also in gzip)",
                            sniff_warc, read_as_warc};

}  // namespace postil::index
