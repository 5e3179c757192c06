#include "indexer/extract/html/page_metadata.h"

#include <algorithm>
#include <utility>

#include "core/text/language_code.h"
#include "core/text/utf8.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/html/page_authors.h"
#include "indexer/extract/html/page_dates.h"
#include "indexer/extract/html/page_title.h"
#include "indexer/extract/metadata.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestOutlet = 80;  // bytes; longer text is a slogan

const std::string& first_of_two(const std::string& a, const std::string& b) {
  return a.empty() ? b : a;
}

std::string outlet_of(const PageFacts& facts) {
  const std::string& outlet = first_of_two(facts.meta.outlet, facts.json.outlet);
  return outlet.size() > kLongestOutlet || outlet.find("://") != std::string::npos ? "" : outlet;
}

// Blocks near the head of the body that say the title, the authors or the date, and nothing else.
void mark_head(MarkedParts& page, NodeId main, const Metadata& found) {
  constexpr std::uint32_t kNear = 8;
  constexpr std::size_t kShort = 300;
  const BlockRange body = page.range(main);
  const std::string title = squashed(found.title);
  for (std::uint32_t i = body.begin; i-- > 0 && i + 40 > body.begin;) {
    const FlowBlock& block = page.block(i);
    if (block.text.size() > found.title.size() + 16 || title.empty()) continue;
    if (page.parts[i] == Part::kComment || squashed(block.text) != title) continue;
    page.parts[i] = Part::kHead;
    break;
  }
  for (std::uint32_t i = body.begin; i < body.end; ++i) {
    const FlowBlock& block = page.block(i);
    if (!page.open(i) || block.text.size() > kShort) continue;
    const bool near = i < body.begin + kNear;
    if (!title.empty() && block.text.size() <= found.title.size() + 16 &&
        squashed(block.text) == title) {
      page.parts[i] = Part::kHead;
      continue;
    }
    const std::uint32_t around = page.cues_around(i, main);
    const bool named = (around & (kCueAuthor | kCueDate | kCueMeta)) != 0 &&
                       (around & kCueLead) == 0 && block.text.size() < 160;
    if (!near && !named) continue;
    const auto byline = read_byline(block.text, page.languages);
    const bool said =
        byline && (byline->date_line || byline->published || !byline->authors.empty());
    if (said || named) page.parts[i] = Part::kHead;
  }
}

}  // namespace

Metadata find_metadata(MarkedParts& page, NodeId main, const PageFacts& facts,
                       std::string_view address) {
  Metadata found;
  found.outlet = outlet_of(facts);
  found.url = first_of_two(facts.meta.url, std::string(address));
  const std::string_view host = address.empty() ? std::string_view(facts.meta.url) : address;
  found.title = find_page_title(page, main, facts, found.outlet, host);
  found.authors = choose_authors(author_claims(page, main, facts, found.outlet, host));
  found.published = choose_date(date_claims(page, main, facts, host));
  found.updated = facts.json.updated ? facts.json.updated : facts.meta.updated;
  if (found.updated && found.published && found.updated == found.published->date) {
    found.updated.reset();
  }
  found.language = text::language_code(first_of_two(facts.meta.language, facts.json.language));
  found.tags = tidy_tags(facts.meta.tags.empty() ? facts.json.tags : facts.meta.tags);
  mark_head(page, main, found);
  return found;
}

}  // namespace postil::index
