// An answer for people: articles with their passages and comments, the facets, and how much there
// is.
//
// Matches are shown in colour. Without colour (in a pipe, with NO_COLOR) they are not marked, as
// with grep: the text then is the source's own, letter by letter, and can be quoted and counted.
// Scripts that want the matches take --format json.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "core/schema/zone.h"
#include "query/output/facet_columns.h"
#include "query/output/formats.h"
#include "query/output/labels.h"
#include "query/output/page.h"
#include "query/output/totals.h"

namespace postil::query {
namespace {

constexpr int kPassageIndent = 2;
constexpr int kPassageText = 7;          // behind "¶20  "
constexpr std::size_t kShownPlaces = 5;  // of a text's other versions

void print_passage(const Passage& passage, int indent, Page& page) {
  Line line;
  line.add(place_label(passage.paragraph, passage.page, schema::name(passage.zone)), Style::kLabel)
      .pad_to(kPassageText - kPassageIndent);
  if (!passage.starts_paragraph) line.add("… ", Style::kFaint);
  add_marked(passage, Style::kPlain, Style::kMatch, line);
  if (!passage.ends_paragraph) line.add(" …", Style::kFaint);
  page.wrapped(line, {indent + kPassageIndent, indent + kPassageText});
}

// Where other versions of a text are.
void print_also_in(const std::vector<std::string>& places, int indent, Page& page) {
  const std::size_t shown = places.size() <= kShownPlaces + 1 ? places.size() : kShownPlaces;
  for (std::size_t i = 0; i < shown; ++i) {
    page.unbroken(Line().add("also in ", Style::kFaint).add(places[i], Style::kPath), indent);
  }
  if (shown == places.size()) return;
  const std::string more = fmt::format("also in {} more places", places.size() - shown);
  page.unbroken(Line().add(more, Style::kFaint), indent);
}

// `path` is that of the article above.
void print_comment(const CommentHit& comment, const std::string& path, int indent, Page& page) {
  page.wrapped(comment_heading(comment), {indent + kPassageIndent, indent + kPassageText});
  if (!comment.path.empty() && comment.path != path) {
    page.unbroken(Line().add("below ", Style::kFaint).add(comment.path, Style::kPath),
                  indent + 2 * kPassageIndent);
  }
  print_also_in(comment.also_in, indent + 2 * kPassageIndent, page);
  for (const Passage& passage : comment.passages) {
    print_passage(passage, indent + kPassageIndent, page);
  }
}

// Comments without a passage (only filters were given) are counted and not listed.
void print_comments(const ArticleHit& hit, int indent, Page& page) {
  std::uint64_t shown = 0;
  for (const CommentHit& comment : hit.comments) {
    if (comment.passages.empty()) continue;
    print_comment(comment, hit.path, indent, page);
    ++shown;
  }
  if (hit.matching_comments <= shown) return;
  const std::uint64_t more = hit.matching_comments - shown;
  const std::string text = shown == 0
                               ? counted(more, "matching comment")
                               : fmt::format("and {} more comment{}", more, more == 1 ? "" : "s");
  page.unbroken(Line().add(text, Style::kFaint), indent + kPassageIndent);
}

// The file, and which article of it if it holds several.
void print_place(const ArticleHit& hit, int indent, Page& page) {
  Line line;
  line.add(hit.path, Style::kPath);
  const std::size_t fragment = hit.id.find('#');  // a # of the file's own name is escaped in an id
  if (fragment != std::string::npos) line.add(hit.id.substr(fragment), Style::kFaint);
  page.unbroken(line, indent);
}

void print_article(const ArticleHit& hit, int indent, Page& page) {
  Line title;
  if (hit.title.text.empty()) {
    title.add("untitled", Style::kFaint);
  } else {
    add_marked(hit.title, Style::kTitle, Style::kMatchInTitle, title);
  }
  page.wrapped(title, {indent, indent + kPassageIndent});
  page.wrapped(byline(hit), {indent, indent + kPassageIndent});
  print_place(hit, indent, page);
  print_also_in(hit.also_in, indent, page);
  for (const Passage& passage : hit.passages) {
    // The title stands above already.
    if (passage.zone != schema::Zone::kTitle) print_passage(passage, indent, page);
  }
  print_comments(hit, indent, page);
}

void print_spelling(const Answer& answer, Page& page) {
  if (!answer.spelling) return;
  page.wrapped(Line().add("Did you mean ").add(*answer.spelling, Style::kTitle).add("?"),
               {0, kPassageIndent});
}

void print_nothing_found(const Answer& answer, Page& page) {
  Line line;
  if (answer.query.empty()) {
    line.add("No article passes these filters.");
  } else {
    line.add("No match for ").add(answer.query, Style::kTitle).add(".");
  }
  page.wrapped(line, {0, kPassageIndent});
  print_spelling(answer, page);
  if (answer.nearby.empty()) return;
  page.blank();
  page.wrapped(Line().add("Near it, not hits:", Style::kTitle));
  std::set<std::string_view> shown;
  for (const Nearby& near : answer.nearby) {
    Line found;
    found.add(near.query).add("   ");
    found.add(totals_text(near.total), Style::kFaint);
    page.wrapped(found, {kPassageIndent, kPassageIndent * 2});
    for (const ArticleHit& hit : near.best) {
      // Several questions often lead to the same place; it is shown once.
      if (shown.insert(hit.id).second) print_article(hit, kPassageIndent * 2, page);
    }
  }
}

// "articles 11–20 of 57, 2 comments, 5 occurrences", "versions 11–20 of 50: 57 articles in …"; with
// all results shown, just the totals.
std::string summary_of(const Answer& answer) {
  const std::string totals = totals_text(answer.total);
  const std::uint64_t shown = answer.results.size();
  if (shown == answer.result_count()) return totals;
  if (shown == 0) return totals + fmt::format(" (none shown from {} on)", answer.offset + 1);
  const std::string page =
      fmt::format("{}–{} of {}", answer.offset + 1, answer.offset + shown, answer.result_count());
  if (answer.result_count() < answer.total.articles) return "versions " + page + ": " + totals;
  return "articles " + page + totals.substr(totals.find(','));
}

void print_found(const Answer& answer, Page& page) {
  for (const ArticleHit& hit : answer.results) {
    print_article(hit, 0, page);
    page.blank();
  }
}

bool has_values(const Facet& facet) { return !facet.values.empty(); }

}  // namespace

void print_text(const Answer& answer, const OutputOptions& options, std::string& out) {
  Page page(out, options.width, options.colour);
  if (options.count_only) {
    Line line;
    if (!options.question_id.empty()) line.add(options.question_id, Style::kTitle).add("   ");
    page.unbroken(line.add(totals_text(answer.total)));
    return;
  }
  if (!options.question_id.empty()) {
    page.wrapped(Line().add(options.question_id, Style::kTitle).add("   ").add(answer.query));
    page.blank();
  }
  if (answer.total.articles == 0) {
    print_nothing_found(answer, page);
  } else {
    print_found(answer, page);
  }
  // Facets follow on nothing found too: a selected value may be what stands in the way.
  if (std::any_of(answer.facets.begin(), answer.facets.end(), has_values)) {
    if (answer.total.articles == 0) page.blank();
    print_facets(answer.facets, page);
    page.blank();
  }
  if (answer.total.articles > 0) {
    page.wrapped(Line().add(summary_of(answer), Style::kTitle));
    print_spelling(answer, page);
  }
  if (!options.question_id.empty()) page.blank();
}

}  // namespace postil::query
