#include "indexer/extract/html/page_dates.h"

#include <algorithm>
#include <string>

#include "core/text/utf8.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/html/regions.h"
#include "indexer/model/date_text.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestLine = 200;  // bytes
constexpr std::size_t kShortLine = 100;
constexpr std::uint32_t kHeadBlocks = 30;
constexpr std::uint32_t kIntoBody = 6;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int number(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (!is_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

std::optional<PartialDate> made(int year, int month, int day) {
  if (year < 1990 || year > 2099 || month < 1 || month > 12) return std::nullopt;
  const PartialDate date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                         static_cast<std::uint8_t>(std::max(day, 0))};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

class Dates {
 public:
  Dates(const MarkedParts& page, NodeId main, const PageFacts& facts, std::string_view address)
      : page_(page), facts_(facts), address_(address), body_(page.range(main)) {
    first_ = body_.begin > kHeadBlocks ? body_.begin - kHeadBlocks : 0;
    last_ = std::min(body_.begin + kIntoBody, page.size());
    headline_ = headline_before(page, body_);
    prose_ = body_.begin;
    while (prose_ < body_.end && (!page.open(prose_) || gain_of(page.block(prose_)) <= 0)) ++prose_;
  }

  std::vector<DateClaim> run() {
    add(DatePlace::kJsonLd, facts_.json.published);
    add(DatePlace::kMeta, facts_.meta.published);
    read_elements();
    add(DatePlace::kTime, time_);
    add(DatePlace::kNamed, named_);
    std::optional<PartialDate> line = byline();
    if (!line && !time_ && !named_) line = lines_around();
    add(DatePlace::kByline, line);
    add(DatePlace::kUrl, date_of_url(address_.empty() ? facts_.meta.url : address_));
    return std::move(claims_);
  }

 private:
  void add(DatePlace place, const std::optional<PartialDate>& date) {
    if (date) claims_.push_back({place, *date});
  }

  // Around the body or its headline: then its name says nothing of what else is in it.
  bool is_around(BlockRange range) const {
    return range.has(prose_) || range.has(headline_) || range.size() * 2 > page_.size();
  }

  bool is_elsewhere(NodeId node) const {
    const BlockRange range = page_.range(node);
    if (range.begin < page_.size() && page_.parts[range.begin] == Part::kComment) return true;
    for (NodeId up = node; up != 0; up = page_.tree[up].parent) {
      constexpr std::uint32_t kOther =
          kCueComment | kCueRelated | kCueTeaser | kCueAside | kCueFoot | kCueNavigation;
      if ((page_.cues[up] & kOther) != 0 && !is_around(page_.range(up))) return true;
    }
    return false;
  }

  // "updated", "modified" in the names of the element.
  bool is_update(NodeId node) const {
    for (int steps = 0; node != 0 && steps < 3; node = page_.tree[node].parent, ++steps) {
      for (const Attr attribute : {Attr::kClass, Attr::kItemprop, Attr::kId}) {
        for (const std::string& word : words_of_name(page_.tree.attribute(node, attribute))) {
          if (word == "updated" || word == "modified" || word == "update" || word == "lastmod" ||
              word == "aktualisiert") {
            // WordPress says "published updated" where both are one.
            const std::string_view names = page_.tree.attribute(node, Attr::kClass);
            return names.find("publi") == std::string_view::npos;
          }
        }
      }
    }
    return false;
  }

  // In one of several dated entries: of news, of events.
  bool is_listed(NodeId node) const {
    constexpr std::uint32_t kLargestEntry = 4;
    constexpr int kOthers = 2;
    for (int steps = 0; node != 0 && steps < 6; node = page_.tree[node].parent, ++steps) {
      const BlockRange range = page_.range(node);
      if (range.size() > kLargestEntry || range.has(headline_)) return false;
      int others = 0;
      for (NodeId each = page_.tree[page_.tree[node].parent].first; each != 0 && others < kOthers;
           each = page_.tree[each].next) {
        const bool is_other = each != node && page_.tree[each].tag == page_.tree[node].tag &&
                              page_.range(each).size() <= kLargestEntry;
        if (is_other && is_dated(page_.range(each))) ++others;
      }
      if (others >= kOthers) return true;
    }
    return false;
  }

  bool is_dated(BlockRange range) const {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::string& text = page_.block(i).text;
      if (text.size() <= kLongestLine && find_date(text)) return true;
    }
    return false;
  }

  void read_elements() {
    for (NodeId node = 1; node != 0; node = page_.tree.next_in(node, 0)) {
      if (page_.tree[node].tag == Tag::kText || (page_.cues[node] & kCueDate) == 0) continue;
      const std::string_view prop = page_.tree.attribute(node, Attr::kItemprop);
      const bool declared = prop == "datePublished";
      const BlockRange range = page_.range(node);
      if (!declared && (range.begin < first_ || range.begin > std::max(last_, body_.end))) continue;
      if (is_elsewhere(node) || is_update(node)) continue;
      const bool early = declared || range.begin <= last_;
      const bool time = page_.tree[node].tag == Tag::kTime || declared;
      std::optional<PartialDate> date;
      for (const Attr attribute : {Attr::kDatetime, Attr::kContent, Attr::kTitle}) {
        const std::string_view value = page_.tree.attribute(node, attribute);
        if (!date && !value.empty()) date = read_date(value);
      }
      if (!date) {
        const std::string text = short_text(page_.tree, node);
        if (text.size() <= kLongestLine) date = find_date(text);
      }
      if (!date || is_listed(node)) continue;
      if (time && early && !time_) time_ = date;
      if (!time && early && !named_) named_ = date;
    }
  }

  std::optional<PartialDate> byline() const {
    for (std::uint32_t i = first_; i < last_; ++i) {
      const FlowBlock& block = page_.block(i);
      if (block.text.size() > kLongestLine || page_.parts[i] == Part::kComment) continue;
      if (is_elsewhere(block.element)) continue;
      const auto line = read_byline(block.text, page_.languages);
      if (line && line->published && !is_listed(block.element)) return line->published;
    }
    return std::nullopt;
  }

  // Where nothing near the head is dated: the only date that stands in short lines of the page's
  // own text.
  std::optional<PartialDate> lines_around() const {
    std::optional<PartialDate> only;
    for (std::uint32_t i = 0; i < page_.size(); ++i) {
      const FlowBlock& block = page_.block(i);
      if (block.text.size() > kShortLine || page_.parts[i] == Part::kComment) continue;
      if (block.links() > 0.5F || is_elsewhere(block.element)) continue;
      const auto date = find_date(block.text);
      if (!date || date->day == 0) continue;
      if (is_listed(block.element)) continue;
      if (only && *only != *date) return std::nullopt;
      only = date;
    }
    return only;
  }

  const MarkedParts& page_;
  const PageFacts& facts_;
  std::string_view address_;
  BlockRange body_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  std::uint32_t headline_ = 0;
  std::uint32_t prose_ = 0;  // the first of the body
  std::optional<PartialDate> time_;
  std::optional<PartialDate> named_;
  std::vector<DateClaim> claims_;
};

}  // namespace

std::vector<DateClaim> date_claims(const MarkedParts& page, NodeId main, const PageFacts& facts,
                                   std::string_view address) {
  return Dates(page, main, facts, address).run();
}

std::optional<PartialDate> date_of_url(std::string_view address) {
  const std::size_t scheme = address.find("://");
  const std::size_t path = address.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (path == std::string_view::npos) return std::nullopt;
  address =
      address.substr(path, std::min(address.find_first_of("?#", path), address.size()) - path);
  std::optional<PartialDate> month;
  for (std::size_t i = 1; i + 6 <= address.size(); ++i) {
    if (is_digit(address[i - 1]) || number(address, i, 4) < 0) continue;
    const int year = number(address, i, 4);
    const char separator = i + 4 < address.size() ? address[i + 4] : '\0';
    if (is_digit(separator)) {
      const bool eight =
          number(address, i, 8) >= 0 && (i + 8 == address.size() || !is_digit(address[i + 8]));
      if (eight) {
        if (auto date = made(year, number(address, i + 4, 2), number(address, i + 6, 2))) {
          if (date->day != 0) return date;
        }
      }
      continue;
    }
    if (separator != '/' && separator != '-' && separator != '_') continue;
    const std::size_t digits = number(address, i + 5, 2) >= 0 ? 2 : 1;
    const int written_month = number(address, i + 5, digits);
    const std::size_t behind = i + 5 + digits;
    if (behind < address.size() && address[behind] == separator) {
      const std::size_t day_digits = number(address, behind + 1, 2) >= 0 ? 2 : 1;
      const std::size_t end = behind + 1 + day_digits;
      const int day = number(address, behind + 1, day_digits);
      if (day > 0 && (end >= address.size() || !is_digit(address[end]))) {
        if (auto date = made(year, written_month, day)) return date;
      }
    }
    if (!month && separator == '/' && (behind >= address.size() || address[behind] == '/')) {
      month = made(year, written_month, 0);
    }
  }
  return month;
}

std::optional<Published> choose_date(const std::vector<DateClaim>& claims) {
  if (claims.empty()) return std::nullopt;
  // What readers see is what the editors stand by; machines' dates are often of a later save.
  static constexpr int kRank[] = {4, 3, 0, 1, 2, 5};
  const DateClaim& best =
      *std::min_element(claims.begin(), claims.end(), [](const DateClaim& a, const DateClaim& b) {
        return kRank[static_cast<std::size_t>(a.place)] < kRank[static_cast<std::size_t>(b.place)];
      });
  using schema::DateSource;
  static constexpr DateSource kSources[] = {DateSource::kJsonLd, DateSource::kMeta,
                                            DateSource::kMeta,   DateSource::kByline,
                                            DateSource::kByline, DateSource::kUrl};
  return Published{best.date, kSources[static_cast<std::size_t>(best.place)]};
}

}  // namespace postil::index
