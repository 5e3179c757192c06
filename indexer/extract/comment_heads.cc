#include "indexer/extract/comment_heads.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace postil::index {
namespace {

constexpr std::size_t kFarthestDate = 3;  // blocks between a name and its date, at most

bool may_stand_between(const PageParts& page, std::size_t i, const CommentHead& head) {
  return head.kind == HeadKind::kBadge || page.features[i].wordless || page.features[i].action;
}

// A name at i, and its date in one of the next blocks.
std::optional<HeadAt> name_then_date(const PageParts& page, std::size_t i, CommentHead name) {
  for (std::size_t j = i + 1; j < page.size() && j <= i + kFarthestDate; ++j) {
    CommentHead next = head_of(page, j);
    if (next.kind == HeadKind::kDate) {
      name.dated = true;
      name.date = next.date;
      return HeadAt{i, j + 1, 2, std::move(name)};
    }
    // The name stands twice where a picture's description was saved too.
    const bool again = (next.kind == HeadKind::kName || next.kind == HeadKind::kNameDate ||
                        next.kind == HeadKind::kSays) &&
                       next.name == name.name;
    if (again && next.kind != HeadKind::kName) {
      return HeadAt{i, j + 1, next.kind == HeadKind::kSays ? 3 : 2, std::move(next)};
    }
    if (!again && !may_stand_between(page, j, next)) {
      break;
    }
  }
  return std::nullopt;
}

// "Ann says:" and in the next block the date.
HeadAt with_date_below(const PageParts& page, std::size_t i, CommentHead head) {
  HeadAt found{i, i + 1, head.kind == HeadKind::kSays ? 3 : 2, std::move(head)};
  if (!found.head.dated && found.head.text.empty() && i + 1 < page.size()) {
    const CommentHead next = head_of(page, i + 1);
    if (next.kind == HeadKind::kDate) {
      found.head.dated = true;
      found.head.date = next.date;
      found.end = i + 2;
    }
  }
  return found;
}

// A date above the name that belongs to it: "3 May 2024", "Ann says:".
std::optional<HeadAt> date_then_says(const PageParts& page, std::size_t i,
                                     const CommentHead& date) {
  if (i + 1 >= page.size()) {
    return std::nullopt;
  }
  CommentHead next = head_of(page, i + 1);
  if (next.kind != HeadKind::kSays || next.dated) {
    return std::nullopt;
  }
  next.dated = true;
  next.date = date.date;
  return HeadAt{i, i + 2, 3, std::move(next)};
}

std::optional<HeadAt> head_at(const PageParts& page, std::size_t i) {
  if (page.certain_furniture(i) && !page.features[i].action) {
    return std::nullopt;
  }
  CommentHead head = head_of(page, i);
  switch (head.kind) {
    case HeadKind::kSays:
    case HeadKind::kNameDate:
      return with_date_below(page, i, std::move(head));
    case HeadKind::kDate:
      return date_then_says(page, i, head);
    case HeadKind::kName: {
      const bool below_button = i > 0 && page.features[i - 1].action_only;
      std::optional<HeadAt> found = name_then_date(page, i, head);
      if (!found && below_button && !page.features[i].action && page.features[i].furniture < 2) {
        found = HeadAt{i, i + 1, 1, std::move(head)};
      }
      return found;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace

CommentHead head_of(const PageParts& page, std::size_t i) {
  return read_comment_head(page.blocks[i], page.wording(i), page.languages);
}

std::vector<HeadAt> find_comment_heads(const PageParts& page, std::size_t from) {
  std::vector<HeadAt> heads;
  for (std::size_t i = from; i < page.size();) {
    std::optional<HeadAt> found = head_at(page, i);
    const std::size_t next = found ? found->end : i + 1;
    if (found) {
      heads.push_back(std::move(*found));
    }
    i = next;
  }
  return heads;
}

}  // namespace postil::index
