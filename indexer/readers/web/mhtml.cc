#include "indexer/readers/web/mhtml.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/text/utf8.h"
#include "indexer/model/date_text.h"
#include "indexer/readers/container.h"
#include "indexer/readers/encoding/binary.h"
#include "indexer/readers/mail/mail_message.h"
#include "indexer/readers/mail/mime.h"
#include "indexer/readers/report.h"

namespace postil::index {
namespace {

// With all its pictures.
constexpr std::size_t kLargestPage = 64UL * 1024 * 1024;

bool is_page(const MimePart& part) {
  const std::string& type = part.type().value;
  return type == "text/html" || type == "application/xhtml+xml";
}

// Browsers name themselves in From, or the page in Snapshot-Content-Location.
int sniff_mhtml(const Sample& sample) {
  if (!looks_like_mail(sample.bytes)) return 0;
  const MimePart message(sample.bytes);
  if (message.type().value != "multipart/related" && !is_page(message)) return 0;
  const std::string ending = ending_of(sample.path);
  const bool named = ending == "mht" || ending == "mhtml";
  const std::string from = message.field("from");
  const bool saved = from.find("<Saved by") == 0 || from.find("Saved by ") != std::string::npos ||
                     !message.field("snapshot-content-location").empty();
  return named || saved ? 90 : 0;
}

// The page itself: the part that "start" names, or the first that is one.
const MimePart* find_page(const MimePart& message, const std::vector<MimePart>& parts) {
  const std::string_view start = message.type().parameter("start");
  const MimePart* first = nullptr;
  for (const MimePart& part : parts) {
    if (!is_page(part)) continue;
    if (!start.empty() && part.field("content-id") == start) return &part;
    if (first == nullptr) first = &part;
  }
  return first;
}

std::string address_of(const MimePart& message, const MimePart& page) {
  for (const std::string& given :
       {message.field("snapshot-content-location"), page.field("content-location")}) {
    if (given.substr(0, 7) == "http://" || given.substr(0, 8) == "https://") {
      return text::to_valid_utf8(given);
    }
  }
  return "";
}

// The page's own name is the file's: there is only one.
class OnlyPage final : public RawArticleSink {
 public:
  OnlyPage(RawArticleSink& sink, const std::string& address) : sink_(sink), address_(address) {}

  void article(RawArticle article) override {
    if (article.fragment == address_) article.fragment.clear();
    sink_.article(std::move(article));
  }
  void finding(Severity severity, std::string_view reason, std::string detail) override {
    sink_.finding(severity, reason, std::move(detail));
  }

 private:
  RawArticleSink& sink_;
  const std::string& address_;
};

void read_as_mhtml(Source& source, RawArticleSink& sink) {
  std::string bytes;
  if (!load_whole(source, kLargestPage, sink, bytes)) return;
  const MimePart message(bytes);
  std::vector<MimePart> parts = message.parts();
  if (parts.empty() && is_page(message)) parts.push_back(message);
  // Some programs put the page and its frames a level deeper.
  for (std::size_t i = 0; i < parts.size() && i < 10; ++i) {
    for (const MimePart& inner : parts[i].parts()) parts.push_back(inner);
  }
  const MimePart* page = find_page(message, parts);
  if (page == nullptr) {
    sink.finding(Severity::kSkipped, "no-text", "There is no page in it");
    return;
  }
  MemberFacts facts;
  facts.address = address_of(message, *page);
  facts.charset = page->type().parameter("charset");
  facts.captured = read_date(message.text_field("date"));
  OnlyPage only(sink, facts.address);
  Members members(source, only);
  members.read_page(facts, page->body());
  members.finish();
}

}  // namespace

const Reader kMhtmlReader = {"mhtml", "web pages saved as one file (.mht, .mhtml)", sniff_mhtml,
                             read_as_mhtml};

}  // namespace postil::index
