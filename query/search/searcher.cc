#include "query/search/searcher.h"

#include <algorithm>
#include <chrono>
#include <unordered_set>

#include "core/text/fold.h"
#include "query/parse/parser.h"
#include "query/search/compile.h"
#include "query/search/database.h"
#include "query/search/explain.h"
#include "query/search/hits.h"
#include "query/search/nearby.h"
#include "query/search/occurrences.h"
#include "query/search/stats.h"
#include "query/search/stored.h"
#include "query/search/tally.h"

namespace postil::query {
namespace {

using Xapian::Query;

// This many of the best articles are put in order anew by how close together the question's words
// stand in them.
constexpr std::uint64_t kReordered = 50;

// How much closeness can add to an article's score, as a share of it. Chosen by eye on the sample
// articles; to be measured with the rest of the ranking.
constexpr double kClosenessWeight = 0.5;

class Stopwatch {
 public:
  double milliseconds() const {
    return std::chrono::duration<double, std::milli>(Clock::now() - start_).count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point start_ = Clock::now();
};

// Everything that one state of the database and one question need.
struct Search {
  const Xapian::Database& database;
  Compiler& compiler;
  const Request& request;
  Query ranking;
  Query selection;  // the tree without weights
  Query filters;

  Query selected() const { return Query(Query::OP_AND, selection, filters); }
};

Result<Search> prepare(const Xapian::Database& database, Compiler& compiler,
                       const Request& request) {
  auto ranking = compiler.compile(request.tree, Purpose::kRank);
  if (!ranking) return ranking.error();
  auto selection = compiler.compile(request.tree, Purpose::kSelect);
  if (!selection) return selection.error();
  return Search{database,
                compiler,
                request,
                *std::move(ranking),
                *std::move(selection),
                compiler.compile(request.filters)};
}

void mark_selected(const Filters& filters, Facet& facet) {
  for (const FacetFilter& filter : filters.facets) {
    if (filter.field != facet.field) continue;
    for (const std::string& value : filter.any_of) {
      const std::string wanted = text::fold_value(value);
      for (FacetValue& found : facet.values) {
        found.selected = found.selected || text::fold_value(found.value) == wanted;
      }
    }
  }
}

// Drill-sideways: a facet with a filter of its own is counted as if that filter were not there.
void count_sideways(const Search& search, std::vector<Facet>& facets) {
  for (const FacetFilter& filter : search.request.filters.facets) {
    const auto facet = std::find_if(facets.begin(), facets.end(), [&](const Facet& candidate) {
      return candidate.field == filter.field;
    });
    if (facet == facets.end() || filter.any_of.empty()) continue;
    const Query others = search.compiler.compile(search.request.filters, filter.field);
    const RecordIds ids =
        matching_records(search.database, Query(Query::OP_AND, search.selection, others));
    *facet = std::move(tally(search.database, ids, {filter.field}).facets.front());
    mark_selected(search.request.filters, *facet);
  }
}

}  // namespace

struct Searcher::Impl {
  explicit Impl(OpenDatabase opened) : database(std::move(opened)) {}

  Result<Answer> answer(const Request& request, bool offer_nearby);
  Result<Tally> count(const Search& search);
  Result<std::vector<ArticleHit>> hits(const Search& search, const Tally& tally);
  Result<std::vector<Ranked>> ordered(const Search& search, HitMaker& maker,
                                      const Spotter& spotter);
  Result<std::vector<Nearby>> nearby(const Request& request);
  Result<std::vector<std::string>> paths(const Request& request);

  // Runs `task(vocabulary, compiler)` on one state of the database.
  template <class Task>
  auto on_one_state(Task&& task) {
    return database.run([&] {
      if (!vocabulary || vocabulary_state != database.state()) {
        vocabulary.emplace(database.xapian());
        vocabulary_state = database.state();
      }
      Compiler compiler(database.xapian(), *vocabulary);
      return task(compiler);
    });
  }

  OpenDatabase database;
  text::Analyser analyser;
  std::optional<Vocabulary> vocabulary;
  unsigned vocabulary_state = 0;
};

Result<Tally> Searcher::Impl::count(const Search& search) {
  const RecordIds ids = matching_records(search.database, search.selected());
  const auto facets =
      search.request.count_only ? std::vector<schema::FieldId>{} : search.request.facets;
  Tally counted = tally(search.database, ids, facets);
  if (!facets.empty()) count_sideways(search, counted.facets);
  const Node* leaf = only_leaf(search.request.tree);
  if (leaf == nullptr) return counted;
  const auto read = std::holds_alternative<WordNode>(leaf->is)
                        ? read_leaf(std::get<WordNode>(leaf->is), *vocabulary)
                        : read_leaf(std::get<PhraseNode>(leaf->is), *vocabulary);
  if (!read) return read.error();
  counted.total.occurrences = count_occurrences(search.database, ids, *read);
  return counted;
}

Result<std::vector<Ranked>> Searcher::Impl::ordered(const Search& search, HitMaker& maker,
                                                    const Spotter& spotter) {
  const Request& request = search.request;
  const bool reorder = request.sort == Sort::kRelevance && spotter.target_count() > 1;
  if (!reorder || request.offset >= kReordered) {
    return rank(search.database, search.ranking, search.filters, request.sort, request.offset,
                request.limit);
  }
  const std::uint64_t wanted =
      request.offset + std::min(request.limit, UINT64_MAX - request.offset);
  auto ranked = rank(search.database, search.ranking, search.filters, request.sort, 0,
                     std::max(wanted, kReordered));
  const auto window = ranked.begin() + static_cast<std::ptrdiff_t>(
                                           std::min<std::uint64_t>(ranked.size(), kReordered));
  for (auto article = ranked.begin(); article != window; ++article) {
    const auto close = maker.closeness(*article);
    if (!close) return close.error();
    article->score *= 1 + kClosenessWeight * *close;
  }
  std::stable_sort(ranked.begin(), window,
                   [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  ranked.resize(std::min<std::uint64_t>(ranked.size(), wanted));
  ranked.erase(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(
                                                    ranked.size(), request.offset)));
  return ranked;
}

Result<std::vector<ArticleHit>> Searcher::Impl::hits(const Search& search, const Tally& tally) {
  auto spotter = Spotter::make(search.request.tree, *vocabulary, analyser);
  if (!spotter) return spotter.error();
  HitMaker maker(search.database, search.ranking, search.filters, *spotter, analyser,
                 {search.request.passages, search.request.comments});
  const auto ranked = ordered(search, maker, *spotter);
  if (!ranked) return ranked.error();
  std::vector<ArticleHit> results;
  for (const Ranked& each : *ranked) {
    auto hit = maker.make(each, tally.comments_of);
    if (!hit) return hit.error();
    results.push_back(*std::move(hit));
  }
  return results;
}

Result<std::vector<Nearby>> Searcher::Impl::nearby(const Request& request) {
  std::vector<Nearby> offers;
  for (std::vector<Node>& ladder : relaxations(request.tree)) {
    for (Node& rung : ladder) {
      Request wider;
      wider.query = to_query(rung);
      wider.tree = std::move(rung);
      wider.filters = request.filters;
      wider.limit = 1;
      wider.passages = 1;
      wider.comments = 1;
      auto found = answer(wider, false);
      if (!found) return found.error();
      if (found->total.articles == 0) continue;
      offers.push_back(
          {wider.query, found->total.articles, found->total.comments, std::move(found->results)});
      break;
    }
  }
  return offers;
}

Result<Answer> Searcher::Impl::answer(const Request& request, bool offer_nearby) {
  Compiler compiler(database.xapian(), *vocabulary);
  const auto search = prepare(database.xapian(), compiler, request);
  if (!search) return search.error();
  auto tally = count(*search);
  if (!tally) return tally.error();
  Answer answer;
  answer.query = request.query;
  answer.understood = understood(request);
  answer.total = tally->total;
  answer.offset = request.offset;
  answer.facets = std::move(tally->facets);
  if (answer.total.articles > 0 && !request.count_only && request.limit > 0) {
    auto results = hits(*search, *tally);
    if (!results) return results.error();
    answer.results = *std::move(results);
  }
  if (answer.total.articles == 0 && offer_nearby && !request.count_only) {
    auto offers = nearby(request);
    if (!offers) return offers.error();
    answer.nearby = *std::move(offers);
  }
  return answer;
}

Result<std::vector<std::string>> Searcher::Impl::paths(const Request& request) {
  Compiler compiler(database.xapian(), *vocabulary);
  const auto search = prepare(database.xapian(), compiler, request);
  if (!search) return search.error();
  std::vector<std::string> paths;
  std::unordered_set<std::string> seen;
  for (const Ranked& each : rank(search->database, search->ranking, search->filters, request.sort,
                                 request.offset, request.limit)) {
    const auto record = StoredRecord::fetch(search->database, each.id);
    if (!record) return record.error();
    std::string path((*record)->path);
    if (seen.insert(path).second) paths.push_back(std::move(path));
  }
  return paths;
}

Result<std::unique_ptr<Searcher>> Searcher::open(const std::string& name) {
  auto database = OpenDatabase::open(name);
  if (!database) return database.error();
  return std::unique_ptr<Searcher>(new Searcher(std::make_unique<Impl>(*std::move(database))));
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::~Searcher() = default;

text::Analyser& Searcher::analyser() { return impl_->analyser; }

Result<Answer> Searcher::answer(const Request& request) {
  const Stopwatch stopwatch;
  auto answer = impl_->on_one_state([&](Compiler&) { return impl_->answer(request, true); });
  if (answer) answer->took_ms = stopwatch.milliseconds();
  return answer;
}

Result<std::vector<std::string>> Searcher::paths(const Request& request) {
  return impl_->on_one_state([&](Compiler&) { return impl_->paths(request); });
}

Result<std::string> Searcher::explain(const Request& request) {
  return impl_->on_one_state([&](Compiler& compiler) {
    return explain_request(impl_->database.xapian(), *impl_->vocabulary, compiler, request);
  });
}

Result<Stats> Searcher::stats() {
  return impl_->database.run(
      [&]() -> Result<Stats> { return collect_stats(impl_->database.xapian()); });
}

}  // namespace postil::query
