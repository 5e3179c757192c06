#include "query/search/answering.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <unordered_set>

#include "query/parse/parser.h"
#include "query/search/author_names.h"
#include "query/search/explain.h"
#include "query/search/feedback.h"
#include "query/search/hits.h"
#include "query/search/nearby.h"
#include "query/search/nearness.h"
#include "query/search/ranking.h"
#include "query/search/scorer.h"
#include "query/search/selector.h"
#include "query/search/spelling.h"
#include "query/search/stored.h"
#include "query/search/tally.h"

namespace postil::query {
namespace {

// This many of the best articles are put in order anew by how close together the question's words
// stand in them.
constexpr std::uint64_t kReordered = 50;

// How much closeness can add to an article's score, as a share of it. Not with --any, where it does
// harm: see "The order of results" in ARCHITECTURE.md.
constexpr double kClosenessWeight = 0.5;

// As many other questions are offered where one finds nothing.
constexpr std::size_t kMaxOffers = 4;

// Who finds so few articles may have mistyped.
constexpr std::uint64_t kFewArticles = 2;

void mark_selected(const Filters& filters, AuthorNames& names, Facet& facet) {
  for (const FacetFilter& filter : filters.facets) {
    if (filter.field != facet.field) continue;
    for (const std::string& value : filter.any_of) {
      const std::string wanted = names.key(facet.field, value);
      for (FacetValue& found : facet.values) {
        found.selected = found.selected || names.key(facet.field, found.value) == wanted;
      }
    }
  }
}

// Drill-sideways: a facet with a filter of its own is counted as if that filter were not there.
Status count_sideways(const Prepared& question, std::vector<Facet>& facets) {
  AuthorNames names(question.state.database);
  for (const FacetFilter& filter : question.request.filters.facets) {
    const auto facet = std::find_if(facets.begin(), facets.end(), [&](const Facet& candidate) {
      return candidate.field == filter.field;
    });
    if (facet == facets.end() || filter.any_of.empty()) continue;
    const auto ids =
        Selector(question.state)
            .select_all({&question.request.tree}, question.request.filters, filter.field);
    if (!ids) return ids.error();
    *facet = std::move(tally(question.state.database, question.state.columns, *ids, {filter.field})
                           .facets.front());
    mark_selected(question.request.filters, names, *facet);
  }
  return ok();
}

// Counts everything that an answer tells: totals, occurrences and facets.
Result<Tally> count(const Prepared& question) {
  const Request& request = question.request;
  Tally counted = tally(question.state.database, question.state.columns, question.matches,
                        request.count_only ? std::vector<schema::FieldId>{} : request.facets);
  if (!request.count_only) {
    const Status status = count_sideways(question, counted.facets);
    if (!status) return status.error();
  }
  if (question.occurrences) {
    counted.total.occurrences = std::accumulate(question.occurrences->begin(),
                                                question.occurrences->end(), std::uint64_t{0});
  }
  return counted;
}

// Puts the best of ranked records first, by both their scores and how close together the question's
// parts stand in them: as many as `wanted`. They are ranked by their scores, so that the look at
// them can end where no closeness would bring one of the rest among these; and one that lacks parts
// of the question may be passed over before.
void reorder_by_closeness(Nearness& nearness, std::size_t wanted, std::vector<Ranked>& ranked) {
  const double most = static_cast<double>(nearness.targets().size()) + 1;
  const auto raised = [most](double score, double closeness) {
    return score * (1 + kClosenessWeight * closeness / most);
  };
  RecordIds ids;
  for (const Ranked& article : ranked) ids.push_back(article.id);
  nearness.expect(std::move(ids));
  std::vector<double> best;  // a heap, the least of them first
  std::size_t seen = 0;
  for (; seen < ranked.size(); ++seen) {
    Ranked& article = ranked[seen];
    const auto is_behind = [&](double closeness) {
      return best.size() == wanted && raised(article.score, closeness) < best.front();
    };
    if (is_behind(greatest_score(nearness.targets().size()))) break;
    if (is_behind(nearness.most(article.id))) continue;
    article.score = raised(article.score, nearness.in(article.id).score());
    best.push_back(article.score);
    std::push_heap(best.begin(), best.end(), std::greater<>());
    if (best.size() <= wanted) continue;
    std::pop_heap(best.begin(), best.end(), std::greater<>());
    best.pop_back();
  }
  std::sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(seen),
            [](const Ranked& a, const Ranked& b) {
              return a.score > b.score || (a.score == b.score && a.id < b.id);
            });
}

// Results from one place on, so many at most.
struct Page {
  std::uint64_t offset = 0;
  std::uint64_t limit = 0;

  std::uint64_t end() const { return offset + std::min(limit, UINT64_MAX - offset); }
};

// The records of a page, the best in the order of both weight and closeness. `group`: the slot that
// tells what a result stands for.
Result<std::vector<Ranked>> order(const Prepared& question, const Scorer& scorer,
                                  schema::Slot group, const Page& page) {
  const Request& request = question.request;
  const State& state = question.state;
  auto nearness = Nearness::make(request.tree, state);
  if (!nearness) return nearness.error();
  auto scored = scorer.score(request.tree, question.matches);
  if (!scored) return scored.error();
  const bool by_relevance = request.sort == Sort::kRelevance;
  if (by_relevance && request.any && nearness->targets().size() > 1) {
    const auto best =
        rank(state, *scored, Sort::kRelevance, schema::kVersionSlot, 0, kFeedbackRecords);
    add_feedback(state.database, best, nearness->targets(), scorer, *scored);
  }
  const auto best = [&](std::uint64_t offset, std::uint64_t limit) {
    return rank(state, *scored, request.sort, group, offset, limit);
  };
  const bool reorder = by_relevance && !request.any && nearness->targets().size() > 1;
  if (!reorder || page.offset >= kReordered) return best(page.offset, page.limit);

  std::vector<Ranked> ranked = best(0, kReordered);
  reorder_by_closeness(*nearness, static_cast<std::size_t>(std::min(page.end(), kReordered)),
                       ranked);
  if (page.end() > kReordered) {
    const std::vector<Ranked> rest = best(kReordered, page.end() - kReordered);
    ranked.insert(ranked.end(), rest.begin(), rest.end());
  }
  const auto at = [&](std::uint64_t index) {
    return ranked.begin() +
           static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(ranked.size(), index));
  };
  return std::vector<Ranked>(at(page.offset), at(page.end()));
}

Result<std::vector<ArticleHit>> find_hits(const Prepared& question, const Tally& tally) {
  const State& state = question.state;
  auto spotter = Spotter::make(question.request.tree, state.vocabulary, state.analyser);
  if (!spotter) return spotter.error();
  const Request& request = question.request;
  const Matches matches{question.matches, tally.comments_of};
  const Scorer scorer(state, request.any);
  HitMaker maker(
      {state, request.tree, scorer, *spotter, matches, {request.passages, request.comments}});
  // Ordered by what versions differ in, a result is the version that has earned the place.
  const bool earliest = !request.all_versions && request.sort == Sort::kRelevance;
  const auto ranked =
      order(question, scorer, request.all_versions ? schema::kArticleSlot : schema::kVersionSlot,
            {request.offset, request.limit});
  if (!ranked) return ranked.error();
  std::vector<ArticleHit> results;
  for (const Ranked& each : *ranked) {
    auto hit = maker.make(each, request.all_versions ? Shown::kItself
                                : earliest           ? Shown::kEarliest
                                                     : Shown::kVersion);
    if (!hit) return hit.error();
    results.push_back(*std::move(hit));
  }
  return results;
}

}  // namespace

Result<Answer> find_answer(const State& state, const Request& request) {
  const auto question = prepare(state, request);
  if (!question) return question.error();
  auto tally = count(*question);
  if (!tally) return tally.error();
  Answer answer;
  answer.query = request.query;
  answer.understood = understood(request);
  answer.total = tally->total;
  answer.all_versions = request.all_versions;
  answer.offset = request.offset;
  answer.facets = std::move(tally->facets);
  if (answer.total.articles == 0 || request.count_only || request.limit == 0) return answer;
  auto results = find_hits(*question, *tally);
  if (!results) return results.error();
  answer.results = *std::move(results);
  return answer;
}

Result<std::vector<Nearby>> find_nearby(const State& state, const Request& request) {
  std::vector<Nearby> offers;
  bool wider_found = false;  // by more than a last resort
  for (Ladder& ladder : relaxations(request.tree)) {
    if (offers.size() == kMaxOffers || (ladder.last_resort && wider_found)) break;
    for (Node& rung : ladder.rungs) {
      Request wider;
      wider.query = to_query(rung);
      wider.tree = std::move(rung);
      wider.filters = request.filters;
      wider.all_versions = request.all_versions;
      wider.limit = wider.passages = wider.comments = 1;
      auto found = find_answer(state, wider);
      if (!found) return found.error();
      const bool known = std::any_of(offers.begin(), offers.end(), [&](const Nearby& offer) {
        return offer.query == wider.query;
      });
      if (found->total.articles == 0 || known) continue;
      wider_found = wider_found || !ladder.last_resort;
      offers.push_back({wider.query, found->total, std::move(found->results)});
      break;
    }
  }
  return offers;
}

Result<std::optional<std::string>> find_spelling(const State& state, const Request& request,
                                                 std::uint64_t articles) {
  std::optional<std::string> spelling;
  if (articles > kFewArticles) return spelling;
  const auto corrections = find_corrections(request.tree, state.vocabulary);
  if (corrections.empty()) return spelling;
  std::string question = corrected(request.query, corrections, state.analyser);
  if (question == request.query) return spelling;  // the word stands in a saved question
  Request other;
  other.tree = corrected(request.tree, corrections);
  other.filters = request.filters;
  other.count_only = true;
  const auto found = find_answer(state, other);
  if (!found) return found.error();
  if (found->total.articles > articles) spelling = std::move(question);
  return spelling;
}

namespace {

// Several articles may lie in one file, so that more may be needed than paths are asked for.
constexpr std::uint64_t kTimesMore = 16;

// Adds the paths of these articles from place `next` on, each once, until there are `wanted`.
Status add_paths(const State& state, const std::vector<Ranked>& ranked, std::size_t& next,
                 std::uint64_t wanted, std::vector<std::string>& paths,
                 std::unordered_set<std::string>& met) {
  for (; next < ranked.size() && paths.size() < wanted; ++next) {
    const auto record = StoredRecord::fetch(state.database, ranked[next].id);
    if (!record) return record.error();
    std::string path((*record)->path);
    if (met.insert(path).second) paths.push_back(std::move(path));
  }
  return ok();
}

}  // namespace

Result<std::vector<std::string>> find_paths(const State& state, const Request& request) {
  const auto question = prepare(state, request);
  if (!question) return question.error();
  const Scorer scorer(state, request.any);
  const Page page{request.offset, request.limit};
  Page articles{0, page.end()};
  std::vector<std::string> paths;
  std::unordered_set<std::string> met;
  for (std::size_t next = 0;;) {
    const auto ranked = order(*question, scorer, schema::kArticleSlot, articles);
    if (!ranked) return ranked.error();
    const Status status = add_paths(state, *ranked, next, page.end(), paths, met);
    if (!status) return status.error();
    if (paths.size() == page.end() || ranked->size() < articles.limit) break;
    articles.limit = std::min(articles.limit, UINT64_MAX / kTimesMore) * kTimesMore;
  }
  const auto skipped = std::min<std::uint64_t>(page.offset, paths.size());
  paths.erase(paths.begin(), paths.begin() + static_cast<std::ptrdiff_t>(skipped));
  return paths;
}

}  // namespace postil::query
