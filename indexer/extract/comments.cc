#include "indexer/extract/comments.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/text/fold.h"
#include "indexer/extract/comment_heads.h"
#include "indexer/extract/numbered_comments.h"

namespace postil::index {
namespace {

constexpr std::size_t kFarthestHeading = 16;  // blocks between a heading and the first comment,
constexpr std::size_t kFarthestPlain = 6;     // and if that has a name and a date only
constexpr float kEnough = 5;

// Where the comments are: blocks [begin, …), the first of heads that are theirs.
struct Section {
  std::size_t begin = 0;
  std::size_t first_head = 0;
  bool has_heading = false;
};

bool article_precedes(const PageParts& page, std::size_t begin) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < begin; ++i) {
    words += page.features[i].prose ? page.features[i].words : 0;
  }
  return words >= 20;
}

// Evidence that the heads from `first` on head comments, beyond being heads.
float weigh_section(const PageParts& page, const std::vector<HeadAt>& heads,
                    const Section& section) {
  const std::size_t count = heads.size() - section.first_head;
  float actions = 0;
  bool form = false;
  for (std::size_t i = section.begin; i < page.size(); ++i) {
    actions += page.features[i].action_only ? 1.0F : 0.0F;
    form = form ||
           (page.certain_furniture(i) && page.features[i].reason == schema::FurnitureReason::kForm);
  }
  float strongest = 0;
  float says = 0;
  for (std::size_t i = section.first_head; i < heads.size(); ++i) {
    strongest = std::max(strongest, static_cast<float>(heads[i].strength));
    says += heads[i].strength >= 3 && heads[i].head.dated ? 1.0F : 0.0F;
  }
  float score = strongest + (section.has_heading ? 3.0F : 0.0F);
  score += std::min(2.0F, 2 * actions / static_cast<float>(count));
  score += std::min(2.0F, says);
  score += form && (strongest >= 3 || actions > 0) ? 1.0F : 0.0F;
  score += count >= 3 && actions * 2 >= static_cast<float>(count) ? 1.0F : 0.0F;
  return score;
}

// The first heading of comments that is followed by a head soon and has the article before it.
std::optional<Section> below_heading(const PageParts& page, const std::vector<HeadAt>& heads) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!page.features[i].comments_head || page.features[i].comments_told == 0) {
      continue;
    }
    while (next < heads.size() && heads[next].begin <= i) {
      ++next;
    }
    const std::size_t farthest =
        next < heads.size() && heads[next].strength >= 3 ? kFarthestHeading : kFarthestPlain;
    if (next < heads.size() && heads[next].begin - i <= farthest && heads[next].strength >= 2 &&
        article_precedes(page, i)) {
      return Section{i, next, true};
    }
  }
  return std::nullopt;
}

// A comment's button follows the head, before the next head.
bool has_button(const PageParts& page, const std::vector<HeadAt>& heads, std::size_t at) {
  const std::size_t end = at + 1 < heads.size() ? heads[at + 1].begin : page.size();
  for (std::size_t i = heads[at].end; i < std::min(end, heads[at].end + kFarthestHeading); ++i) {
    if (page.features[i].action_only) {
      return true;
    }
  }
  return false;
}

// Without a heading only the plainest heads will do, and the first of them begins the section.
std::optional<Section> without_heading(const PageParts& page, const std::vector<HeadAt>& heads) {
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const bool says = heads[i].strength >= 3 && heads[i].head.text.empty();
    const bool plain = says || (heads[i].strength == 2 && has_button(page, heads, i) &&
                                (i + 1 >= heads.size() || has_button(page, heads, i + 1)));
    if (plain && article_precedes(page, heads[i].begin)) {
      return Section{heads[i].begin, i, false};
    }
  }
  return std::nullopt;
}

// Takes the section apart, block by block.
class Reader {
 public:
  Reader(PageParts& page, const std::vector<HeadAt>& heads, const Section& section)
      : page_(page), heads_(heads), section_(section) {}

  std::vector<Comment> read() {
    if (section_.has_heading) {
      page_.set_furniture(section_.begin, schema::FurnitureReason::kNavigation);
    }
    std::size_t i = section_.has_heading ? section_.begin + 1 : section_.begin;
    for (std::size_t h = section_.first_head; i < page_.size();) {
      if (h < heads_.size() && heads_[h].begin == i) {
        start(heads_[h]);
        i = heads_[h++].end;
      } else {
        read_block(i, h >= heads_.size());
        ++i;
      }
    }
    drop_empty();
    return std::move(comments_);
  }

 private:
  void start(const HeadAt& head) {
    for (std::size_t i = head.begin; i < head.end; ++i) {
      page_.parts[i] = Part::kComment;
    }
    Comment& comment = comments_.emplace_back();
    comment.author = head.head.name;
    comment.published = head.head.date;
    comment.parent = parent_of(head);
    if (!head.head.text.empty()) {
      comment.paragraphs.push_back(head.head.text);
    }
    dated_ = head.head.dated;
    closed_ = false;
    const auto number = static_cast<int>(comments_.size());
    latest_by_name_[text::fold(comment.author)] = number;
    const std::uint16_t indent = page_.blocks[head.begin].indent;
    while (!open_.empty() && open_.back().indent >= indent) {
      open_.pop_back();
    }
    open_.push_back({indent, number});
  }

  // "in reply to Bo" first; else the nearest comment above that starts further left.
  int parent_of(const HeadAt& head) const {
    if (!head.head.reply_to.empty()) {
      const auto found = latest_by_name_.find(text::fold(head.head.reply_to));
      return found != latest_by_name_.end() ? found->second : 0;
    }
    const std::uint16_t indent = page_.blocks[head.begin].indent;
    const auto outer = std::find_if(open_.rbegin(), open_.rend(),
                                    [indent](const auto& above) { return above.indent < indent; });
    return outer == open_.rend() ? 0 : outer->number;
  }

  void read_block(std::size_t i, bool last) {
    const Features& features = page_.features[i];
    if (features.action || features.wordless) {
      page_.set_furniture(i, schema::FurnitureReason::kForm);
      closed_ = closed_ || (features.action_only && has_text());
      return;
    }
    if (page_.certain_furniture(i)) {
      page_.set_furniture(i, features.reason);
      closed_ = closed_ || has_text() || comments_.empty();
      return;
    }
    if (comments_.empty() || (last && (closed_ || looks_like_footer(i)))) {
      closed_ = true;
      page_.set_furniture(
          i, features.furniture >= 2 ? features.reason : schema::FurnitureReason::kNavigation);
      return;
    }
    page_.parts[i] = Part::kComment;
    const CommentHead head = head_of(page_, i);
    if (head.kind == HeadKind::kDate && !dated_) {
      comments_.back().published = head.date;  // some pages print the date below the text
      dated_ = true;
    } else if (head.kind != HeadKind::kBadge) {
      comments_.back().paragraphs.push_back(shown_text(page_.blocks[i]));
    }
  }

  bool has_text() const { return !comments_.empty() && !comments_.back().paragraphs.empty(); }

  // Behind the last comment nothing tells where it ends but the look of the page's foot.
  bool looks_like_footer(std::size_t i) const {
    const Features& features = page_.features[i];
    return has_text() && !features.ends_sentence &&
           (features.furniture >= 1.5F || (features.words <= 4 && !features.runs_lower));
  }

  // Heads without text were no comments: their blocks are the page's own.
  void drop_empty() {
    std::vector<int> renumbered(comments_.size() + 1, 0);
    std::vector<Comment> kept;
    for (std::size_t i = 0; i < comments_.size(); ++i) {
      if (comments_[i].paragraphs.empty()) {
        continue;
      }
      kept.push_back(std::move(comments_[i]));
      kept.back().number = static_cast<int>(kept.size());
      renumbered[i + 1] = kept.back().number;
    }
    for (Comment& comment : kept) {
      comment.parent = renumbered[static_cast<std::size_t>(comment.parent)];
    }
    comments_ = std::move(kept);
  }

  struct Nesting {
    std::uint16_t indent;
    int number;
  };

  PageParts& page_;
  const std::vector<HeadAt>& heads_;
  const Section section_;
  std::vector<Comment> comments_;
  std::vector<Nesting> open_;  // indents grow
  std::unordered_map<std::string, int> latest_by_name_;
  bool dated_ = false;
  bool closed_ = false;  // the current comment's buttons were seen
};

// Where any comment has its date, a name without one is only a short comment.
void drop_weak(std::vector<HeadAt>& heads) {
  const auto strong = std::count_if(heads.begin(), heads.end(),
                                    [](const HeadAt& head) { return head.strength >= 2; });
  if (strong > 1) {
    std::erase_if(heads, [](const HeadAt& head) { return head.strength < 2; });
  }
}

}  // namespace

std::vector<Comment> take_comments(PageParts& page) {
  std::vector<HeadAt> heads = find_comment_heads(page, 0);
  drop_weak(heads);
  for (const auto& find : {below_heading, without_heading}) {
    const std::optional<Section> section = find(page, heads);
    if (section && weigh_section(page, heads, *section) >= kEnough) {
      const std::vector<Part> before = page.parts;
      const std::vector<schema::FurnitureReason> reasons = page.reasons;
      std::vector<Comment> comments = Reader(page, heads, *section).read();
      if (!comments.empty()) {
        return comments;
      }
      page.parts = before;
      page.reasons = reasons;
    }
  }
  return take_numbered_comments(page);
}

}  // namespace postil::index
