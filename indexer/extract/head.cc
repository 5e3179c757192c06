#include "indexer/extract/head.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "indexer/extract/author_note.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/characters.h"
#include "indexer/extract/metadata.h"
#include "indexer/extract/names.h"
#include "indexer/extract/title.h"
#include "indexer/extract/words.h"

namespace postil::index {
namespace {

constexpr std::size_t kAbove = 40;       // blocks above the body in which the title may stand
constexpr std::size_t kBelow = 14;       // blocks below the title in which its byline may stand
constexpr std::size_t kMostBetween = 2;  // paragraphs between title and byline: standfirst, caption
constexpr std::uint32_t kLongestStandfirst = 80;  // words
constexpr std::size_t kFoot = 4;                  // blocks at the foot among which a note may stand
constexpr std::size_t kSurnameTexts = 4000;       // paragraphs searched for a surname

std::size_t first_paragraph(const PageParts& page, const Span& body) {
  std::size_t i = body.begin;
  while (i < body.end && !(page.open(i) && page.features[i].prose)) {
    ++i;
  }
  return i;
}

// The surname stands in the article's paragraphs: its bearer is whom it is about, or one of its
// headings, rather than who wrote it.
bool is_subject(const PageParts& page, std::string_view name, const Span& body) {
  const std::size_t space = name.rfind(' ');
  const std::string surname =
      text::fold(space == std::string_view::npos ? name : name.substr(space + 1));
  std::size_t looked_at = 0;
  for (std::size_t i = body.begin; i < body.end && looked_at < kSurnameTexts; ++i) {
    const Features& features = page.features[i];
    if (!page.open(i) || !features.prose) {
      continue;
    }
    ++looked_at;
    if (text::fold(page.blocks[i].text).find(surname) != std::string::npos &&
        !read_author_note(page.blocks[i], page.wording(i), features, {std::string(name)},
                          page.languages)) {
      return true;
    }
  }
  return false;
}

// A note about `name` stands near the head or the foot.
bool is_confirmed(const PageParts& page, const std::string& name, std::size_t title,
                  const Span& body) {
  const auto tells = [&](std::size_t i) {
    const std::optional<AuthorNote> note =
        read_author_note(page.blocks[i], page.wording(i), page.features[i], {name}, page.languages);
    return note && note->is_known;
  };
  for (std::size_t i = title + 1; i < page.size() && i <= title + kBelow; ++i) {
    if (tells(i)) {
      return true;
    }
  }
  const std::size_t end = std::min(page.size(), body.end + kFoot);
  for (std::size_t i = body.end > kFoot ? body.end - kFoot : 0; i < end; ++i) {
    if (tells(i)) {
      return true;
    }
  }
  return false;
}

class HeadReader {
 public:
  HeadReader(PageParts& page, const Span& body)
      : page_(page), body_(body), whole_page_(is_whole_page(page)) {}

  Metadata read() {
    const std::size_t labels_end = read_labels();
    const std::size_t paragraph = first_paragraph(page_, body_);
    const std::size_t from = whole_page_ && paragraph > kAbove ? paragraph - kAbove : labels_end;
    std::optional<std::size_t> title;
    if (found_.title.empty()) {
      title = find_title(page_, from, paragraph, whole_page_);
    }
    if (title) {
      set_title(*title);
    }
    if (title || labels_end > 0) {
      read_below(title ? *title + 1 : labels_end);
    }
    if (title) {
      read_above(*title);
    }
    return std::move(found_);
  }

 private:
  // "Title: …", "Author: …" at the very top. Returns the block behind them.
  std::size_t read_labels() {
    std::size_t i = 0;
    for (; i < page_.size() && i < kBelow; ++i) {
      const Label label = read_label(page_.blocks[i].text, page_.languages);
      if (!page_.open(i) || label.kind == LabelKind::kNone || !use_label(label)) {
        break;
      }
      page_.parts[i] = Part::kHead;
    }
    return i;
  }

  bool use_label(const Label& label) {
    switch (label.kind) {
      case LabelKind::kTitle:
        found_.title = label.value;
        return true;
      case LabelKind::kAuthor:
        // "Author: Hamilton Or Madison" says what it says, if it is as short as names are.
        found_.authors = labelled_names(label.value, page_.languages);
        if (found_.authors.empty() && page_words(label.value).size() <= 6 &&
            !ends_sentence(label.value)) {
          found_.authors = author_names(label.value);
        }
        return !found_.authors.empty();
      case LabelKind::kDate:
      case LabelKind::kUpdated: {
        const std::optional<Byline> date = read_byline(label.value, page_.languages);
        if (date && date->date_line) {
          set_dates(*date, label.kind == LabelKind::kUpdated);
        }
        return date && date->date_line;
      }
      case LabelKind::kTags:
        found_.tags = tidy_tags({std::string(label.value)});
        return true;
      case LabelKind::kSummary:
        found_.standfirst = label.value;
        return true;
      default:
        return false;
    }
  }

  void set_title(std::size_t at) {
    page_.parts[at] = Part::kHead;
    const std::string& line = page_.blocks[at].text;
    found_.title = shown_text(page_.blocks[at]);
    const std::optional<NameAndTitle> split = split_name_and_title(line, page_.languages);
    if (!split) {
      return;
    }
    // "Ann Lee: a life" is about her; only a dash, or a note, makes her the author.
    const bool dash = line.substr(split->name.size()).starts_with(" –") ||
                      line.substr(split->name.size()).starts_with(" —");
    if (is_confirmed(page_, split->name, at, body_) ||
        (dash && !is_subject(page_, split->name, body_))) {
      found_.authors = {split->name};
      found_.title = split->title;
    }
  }

  void set_dates(const Byline& byline, bool updated) {
    if (byline.updated && !found_.updated) {
      found_.updated = byline.updated;
    }
    if (updated && byline.published) {
      found_.updated = byline.published;
    } else if (byline.published && !found_.published) {
      found_.published = Published{*byline.published, schema::DateSource::kByline};
    }
  }

  void use_byline(std::size_t i, const Byline& byline) {
    page_.parts[i] = Part::kHead;
    set_dates(byline, false);
    if (found_.authors.empty()) {
      found_.authors = byline.authors;
    }
  }

  void use_note(std::size_t i, const AuthorNote& note) {
    page_.parts[i] = Part::kHead;
    found_.author_note += (found_.author_note.empty() ? "" : "\n") + page_.blocks[i].text;
    if (found_.authors.empty() && !note.name.empty()) {
      found_.authors = author_names(note.name);
    }
  }

  // What stands between the title and the body. Blocks that are passed over on the way to a byline
  // are the standfirst.
  void read_below(std::size_t from) {
    std::vector<std::size_t> passed;
    std::vector<std::size_t> between;  // passed, and a byline, date or note came after
    for (std::size_t i = from; i < page_.size() && i < from + kBelow; ++i) {
      if (!page_.open(i) || page_.certain_furniture(i)) {
        continue;
      }
      if (read_meta(i)) {
        between = passed;
        continue;
      }
      if (page_.features[i].wordless || page_.features[i].action) {
        if (whole_page_) {
          page_.set_furniture(i, schema::FurnitureReason::kShare);
        }
        continue;
      }
      passed.push_back(i);
      if (passed.size() > kMostBetween || page_.features[i].words > kLongestStandfirst) {
        break;
      }
    }
    set_standfirst(between, passed);
  }

  void set_standfirst(const std::vector<std::size_t>& between,
                      const std::vector<std::size_t>& passed) {
    if (!found_.standfirst.empty()) {
      return;
    }
    for (const std::size_t i : between) {
      if (page_.features[i].words >= 4 && !page_.features[i].caption) {
        take_standfirst(i);
        return;
      }
    }
    // Without a byline behind it, only a line that is no sentence is certainly not the first
    // paragraph.
    if (passed.size() >= 2 && passed.front() + 1 < page_.size()) {
      const Features& features = page_.features[passed.front()];
      if (!features.ends_sentence && features.words >= 12 && features.words <= 50 &&
          features.runs_lower && !features.caption &&
          !page_.blocks[passed.front()].text.ends_with(':') &&
          page_.blocks[passed.front()].marker == Marker::kNone &&
          page_.blocks[passed[1]].blank_before > 0 && page_.features[passed[1]].prose &&
          !starts_lower(page_.blocks[passed[1]].text)) {
        take_standfirst(passed.front());
      }
    }
  }

  void take_standfirst(std::size_t i) {
    found_.standfirst = page_.blocks[i].text;
    page_.parts[i] = Part::kHead;
  }

  // Reads block i as byline, date, note or tags, if it is one.
  bool read_meta(std::size_t i) {
    const Block& block = page_.blocks[i];
    const Features& features = page_.features[i];
    if (features.tags_row) {
      const Label label = read_label(block.text, page_.languages);
      if (label.kind == LabelKind::kTags) {
        found_.tags = tidy_tags({std::string(label.value)});
        page_.set_furniture(i, schema::FurnitureReason::kNavigation);
        return true;
      }
    }
    if (const std::optional<Byline> byline = read_byline(block.text, page_.languages)) {
      use_byline(i, *byline);
      return true;
    }
    const std::optional<AuthorNote> note =
        read_author_note(block, page_.wording(i), features, found_.authors, page_.languages);
    if (note && (note->is_known || note->name.empty() ||
                 (found_.authors.empty() && !is_subject(page_, note->name, body_)))) {
      use_note(i, *note);
      return true;
    }
    if (found_.authors.empty() && is_name_line(i)) {
      page_.parts[i] = Part::kHead;
      found_.authors = author_names(block.text);
      return true;
    }
    return false;
  }

  // Nothing but a name, above a date, a note or the first paragraph.
  bool is_name_line(std::size_t i) const {
    const Block& block = page_.blocks[i];
    if (block.marker != Marker::kNone || block.hashes != 0 || page_.features[i].words > 5 ||
        !is_person_name(block.text, page_.languages) || is_subject(page_, block.text, body_)) {
      return false;
    }
    for (std::size_t j = i + 1; j < page_.size() && j <= i + 4; ++j) {
      const Features& features = page_.features[j];
      if (!page_.open(j) || features.furniture >= 2 || features.wordless) {
        continue;
      }
      const std::optional<Byline> byline = read_byline(page_.blocks[j].text, page_.languages);
      return features.prose || byline ||
             read_author_note(page_.blocks[j], page_.wording(j), features, {block.text},
                              page_.languages);
    }
    return false;
  }

  // A date or a byline may stand right above the title.
  void read_above(std::size_t title) {
    std::size_t seen = 0;
    for (std::size_t i = title; i-- > 0 && seen < 2;) {
      if (!page_.open(i) || page_.features[i].wordless) {
        continue;
      }
      ++seen;
      const std::optional<Byline> byline = read_byline(page_.blocks[i].text, page_.languages);
      if (byline && !found_.published) {
        use_byline(i, *byline);
      }
    }
  }

  PageParts& page_;
  const Span body_;
  const bool whole_page_;
  Metadata found_;
};

}  // namespace

Metadata take_head(PageParts& page, const Span& body) { return HeadReader(page, body).read(); }

void take_foot(PageParts& page, const Span& body, Metadata& found) {
  std::size_t seen = 0;
  for (std::size_t i = std::min(page.size(), body.end + kFoot); i-- > body.begin && seen < kFoot;) {
    if (!page.open(i) || page.certain_furniture(i)) {
      continue;
    }
    ++seen;
    if (page.features[i].tags_row && found.tags.empty()) {
      const Label label = read_label(page.blocks[i].text, page.languages);
      if (label.kind == LabelKind::kTags) {
        found.tags = tidy_tags({std::string(label.value)});
        page.set_furniture(i, schema::FurnitureReason::kNavigation);
        --seen;
        continue;
      }
    }
    const std::optional<AuthorNote> note = read_author_note(
        page.blocks[i], page.wording(i), page.features[i], found.authors, page.languages);
    if (!note || !found.author_note.empty()) {
      continue;
    }
    const bool stranger = !note->is_known && !note->name.empty();
    if (stranger && (!found.authors.empty() || seen > 1 || is_subject(page, note->name, body))) {
      continue;
    }
    page.parts[i] = Part::kHead;
    found.author_note = page.blocks[i].text;
    if (stranger) {
      found.authors = author_names(note->name);
    }
    if (i > 0 && page.open(i - 1) && page.features[i - 1].about_head) {
      page.set_furniture(i - 1, schema::FurnitureReason::kNavigation);
    }
  }
}

}  // namespace postil::index
