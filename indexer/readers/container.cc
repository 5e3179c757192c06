#include "indexer/readers/container.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/readers/registry.h"
#include "indexer/readers/web/html.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestLabel = 1000;
constexpr std::size_t kPiece = 256UL * 1024;

bool is_drive(std::string_view part) { return part.size() == 2 && part[1] == ':'; }

}  // namespace

std::string member_label(std::string_view name) {
  std::string clean = text::to_valid_utf8(name.substr(0, 4 * kLongestLabel));
  for (char& c : clean) {
    if (c == '\\') c = '/';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  std::string label;
  for (std::string_view rest = clean; !rest.empty();) {
    const std::string_view part = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    if (part.empty() || part == "." || part == ".." || (label.empty() && is_drive(part))) continue;
    if (!label.empty()) label += '/';
    label += part;
  }
  label.resize(text::floor_boundary(label, std::min(label.size(), kLongestLabel)));
  return label;
}

bool is_hidden_member(std::string_view label) {
  return label.substr(0, 9) == "__MACOSX/" || label.substr(0, 1) == "." ||
         label.find("/.") != std::string_view::npos;
}

// Names what comes out of one member.
class Members::Sink final : public RawArticleSink {
 public:
  Sink(Members& members, const std::string& label) : members_(members), label_(label) {}

  void article(RawArticle article) override {
    if (!label_.empty()) {
      article.member = article.member.empty() ? label_ : label_ + '/' + article.member;
    }
    ++members_.articles_;
    members_.sink_.article(std::move(article));
  }

  void finding(Severity severity, std::string_view reason, std::string detail) override {
    members_.finding(label_, severity, reason, std::move(detail));
  }

 private:
  Members& members_;
  const std::string& label_;
};

// Names what comes out of a page. What the page says of itself stands.
class Members::PageSink final : public RawArticleSink {
 public:
  PageSink(Members& members, const MemberFacts& facts) : members_(members), facts_(facts) {}

  void article(RawArticle article) override {
    std::string name = facts_.address;
    if (!article.member.empty()) name += '/' + std::exchange(article.member, "");
    if (!article.fragment.empty()) name += '#' + article.fragment;
    article.fragment = std::move(name);
    article.own_id.clear();
    Metadata& declared = article.declared;
    if (declared.url.empty()) declared.url = facts_.address;
    if (!declared.captured) declared.captured = facts_.captured;
    ++members_.articles_;
    members_.sink_.article(std::move(article));
  }

  void finding(Severity severity, std::string_view reason, std::string detail) override {
    members_.finding(facts_.address, severity, reason, std::move(detail));
  }

 private:
  Members& members_;
  const MemberFacts& facts_;
};

bool Members::read_page(const MemberFacts& facts, std::string bytes) {
  if (!may_read()) return false;
  PageSink sink(*this, facts);
  // Of a web page more is known here than its bytes say.
  const Sample sample{facts.address, std::string_view(bytes).substr(0, kSampleBytes),
                      bytes.size() <= kSampleBytes};
  if (choose(sample).reader == &kHtmlReader) {
    auto article = read_html_page(bytes, {facts.charset, facts.address}, sink);
    if (article) sink.article(std::move(*article));
    return may_read();
  }
  Source member = Source::of_member(container_, facts.address, std::move(bytes));
  if (member.depth() > kMostDepth) {
    sink.finding(Severity::kSkipped, "too-deep",
                 fmt::format("It lies in more than {} containers, one in the other", kMostDepth));
    return true;
  }
  read_file(member, sink);
  return may_read();
}

bool Members::read(const std::string& label, Source& member) {
  if (!may_read()) return false;
  Sink sink(*this, label);
  if (member.depth() > kMostDepth) {
    sink.finding(Severity::kSkipped, "too-deep",
                 fmt::format("It lies in more than {} containers, one in the other", kMostDepth));
    return true;
  }
  read_file(member, sink);
  return may_read();
}

bool Members::may_read() {
  if (is_full_) return false;
  if (container_.is_bomb()) {
    is_full_ = true;
    // Told where it was noticed, and once here, in case the one who noticed kept it quiet.
    if (told_.count("expands-too-much") == 0) {
      finding("", Severity::kCut, "expands-too-much",
              fmt::format("It unfolds to more than {} times its size: it was read up to there",
                          kMostExpansion));
    }
  } else if (!container_.count_member()) {
    is_full_ = true;
    finding("", Severity::kCut, "too-many",
            fmt::format("It has more than {} members: the rest was not read", kMostMembers));
  }
  return !is_full_;
}

void Members::finding(const std::string& label, Severity severity, std::string_view reason,
                      std::string detail) {
  auto told = told_.find(reason);
  if (told == told_.end()) told = told_.emplace(std::string(reason), 0).first;
  if (severity == Severity::kSkipped) severity = Severity::kCut;
  one_by_one_.tell(told->second, severity, reason,
                   label.empty() ? std::move(detail) : label + ": " + detail);
}

void Members::finish() {
  for (const auto& [reason, count] : told_) one_by_one_.finish(count, Severity::kCut, reason);
}

bool report_if_empty(Source& source, RawArticleSink& sink) {
  const auto head = source.head(1);
  if (!head || !head->empty()) return false;
  report_empty(source, sink);
  return true;
}

bool load_whole(Source& source, std::size_t most, RawArticleSink& sink, std::string& bytes) {
  bytes.clear();
  if (report_if_empty(source, sink)) return false;
  for (bool more = true; more;) {
    const std::size_t at = bytes.size();
    bytes.resize(at + kPiece);
    const auto got = source.read(bytes.data() + at, kPiece);
    bytes.resize(at + (got ? *got : 0));
    if (!got) {
      report_unreadable(source, got.error(), sink);
      return false;
    }
    if (bytes.size() > most) {
      sink.finding(
          Severity::kSkipped, "too-large",
          fmt::format("It has more than {}, which is the most that can be read of its kind",
                      format_size(most)));
      return false;
    }
    more = *got != 0;
  }
  return true;
}

}  // namespace postil::index
