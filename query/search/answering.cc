#include "query/search/answering.h"

#include <algorithm>
#include <span>
#include <unordered_set>

#include "query/parse/parser.h"
#include "query/search/author_names.h"
#include "query/search/explain.h"
#include "query/search/feedback.h"
#include "query/search/hits.h"
#include "query/search/nearby.h"
#include "query/search/nearness.h"
#include "query/search/ranking.h"
#include "query/search/records.h"
#include "query/search/spelling.h"
#include "query/search/stored.h"
#include "query/search/tally.h"

namespace postil::query {
namespace {

using Xapian::Query;

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
void count_sideways(const Prepared& question, std::vector<Facet>& facets) {
  AuthorNames names(question.state.database);
  for (const FacetFilter& filter : question.request.filters.facets) {
    const auto facet = std::find_if(facets.begin(), facets.end(), [&](const Facet& candidate) {
      return candidate.field == filter.field;
    });
    if (facet == facets.end() || filter.any_of.empty()) continue;
    const Query others = question.state.compiler.compile(question.request.filters, filter.field);
    const RecordIds ids =
        matching_records(question.state.database, Query(Query::OP_AND, question.selection, others));
    *facet = std::move(
        tally(question.state.database, question.state.columns, ids, {filter.field}).facets.front());
    mark_selected(question.request.filters, names, *facet);
  }
}

// Counts everything that an answer tells: totals, occurrences and facets.
Result<Tally> count(const Prepared& question, const RecordIds& ids) {
  const Request& request = question.request;
  Tally counted = tally(question.state.database, question.state.columns, ids,
                        request.count_only ? std::vector<schema::FieldId>{} : request.facets);
  if (!request.count_only) count_sideways(question, counted.facets);
  const auto occurrences = count_occurrences(question, ids);
  if (!occurrences) return occurrences.error();
  counted.total.occurrences = *occurrences;
  return counted;
}

// Puts ranked records in order anew by how close together the question's parts stand in them. They
// are looked at in the order of the index, which is that of its files.
void reorder_by_closeness(Nearness& nearness, std::span<Ranked> window) {
  std::sort(window.begin(), window.end(),
            [](const Ranked& a, const Ranked& b) { return a.id < b.id; });
  const double most = static_cast<double>(nearness.targets().size()) + 1;
  for (Ranked& article : window) {
    article.score *= 1 + kClosenessWeight * nearness.in(article.id).score() / most;
  }
  std::stable_sort(window.begin(), window.end(),
                   [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
}

// The question with weights: with --any, helped by the words of what ranks highest.
Query with_feedback(const Prepared& question, const Nearness& nearness) {
  if (!question.request.any || nearness.targets().size() < 2) return question.ranking;
  const auto best = rank(question.state.database, question.ranking, question.filters,
                         Sort::kRelevance, Unit::kVersion, 0, kFeedbackRecords);
  const Query more = feedback(question.state.database, best, nearness.targets());
  return more.empty() ? question.ranking : Query(Query::OP_AND_MAYBE, question.ranking, more);
}

// The records of the page asked for, the best in the order of both weight and closeness.
Result<std::vector<Ranked>> order(const Prepared& question) {
  const Request& request = question.request;
  const State& state = question.state;
  auto nearness = Nearness::make(request.tree, state.database, state.vocabulary);
  if (!nearness) return nearness.error();
  const bool by_relevance = request.sort == Sort::kRelevance;
  const Query ranking = by_relevance ? with_feedback(question, *nearness) : question.ranking;
  const auto best = [&](std::uint64_t offset, std::uint64_t limit) {
    return rank(state.database, ranking, question.filters, request.sort,
                request.all_versions ? Unit::kArticle : Unit::kVersion, offset, limit);
  };
  const bool reorder = by_relevance && !request.any && nearness->targets().size() > 1;
  if (!reorder || request.offset >= kReordered) return best(request.offset, request.limit);

  const std::uint64_t page_end =
      request.offset + std::min(request.limit, UINT64_MAX - request.offset);
  std::vector<Ranked> ranked = best(0, std::max(page_end, kReordered));
  reorder_by_closeness(*nearness,
                       std::span(ranked.data(), std::min<std::size_t>(ranked.size(), kReordered)));
  const auto at = [&](std::uint64_t index) {
    return ranked.begin() +
           static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(ranked.size(), index));
  };
  return std::vector<Ranked>(at(request.offset), at(page_end));
}

Result<std::vector<ArticleHit>> find_hits(const Prepared& question, const RecordIds& ids,
                                          const Tally& tally) {
  const State& state = question.state;
  auto spotter = Spotter::make(question.request.tree, state.vocabulary, state.analyser);
  if (!spotter) return spotter.error();
  const Request& request = question.request;
  const Matches matches{ids, tally.comments_of};
  HitMaker maker({state.database,
                  question.ranking,
                  question.filters,
                  *spotter,
                  state.analyser,
                  matches,
                  {request.passages, request.comments}});
  // Ordered by what versions differ in, a result is the version that has earned the place.
  const bool earliest = !request.all_versions && request.sort == Sort::kRelevance;
  const auto ranked = order(question);
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
  const RecordIds ids = question->matches();
  auto tally = count(*question, ids);
  if (!tally) return tally.error();
  Answer answer;
  answer.query = request.query;
  answer.understood = understood(request);
  answer.total = tally->total;
  answer.all_versions = request.all_versions;
  answer.offset = request.offset;
  answer.facets = std::move(tally->facets);
  if (answer.total.articles == 0 || request.count_only || request.limit == 0) return answer;
  auto results = find_hits(*question, ids, *tally);
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

Result<std::vector<std::string>> find_paths(const State& state, const Request& request) {
  const auto question = prepare(state, request);
  if (!question) return question.error();
  std::vector<std::string> paths;
  std::unordered_set<std::string> seen;
  for (const Ranked& each : rank(state.database, question->ranking, question->filters, request.sort,
                                 Unit::kArticle, request.offset, request.limit)) {
    const auto record = StoredRecord::fetch(state.database, each.id);
    if (!record) return record.error();
    std::string path((*record)->path);
    if (seen.insert(path).second) paths.push_back(std::move(path));
  }
  return paths;
}

}  // namespace postil::query
