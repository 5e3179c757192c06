#include "query/search/searcher.h"

#include <chrono>
#include <optional>

#include "query/parse/combine.h"
#include "query/parse/parser.h"
#include "query/search/answering.h"
#include "query/search/database.h"
#include "query/search/explain.h"
#include "query/search/prepared.h"
#include "query/search/read_article.h"
#include "query/search/similar_articles.h"
#include "query/search/spellings.h"
#include "query/search/stats.h"

namespace postil::query {
namespace {

class Stopwatch {
 public:
  double milliseconds() const {
    return std::chrono::duration<double, std::milli>(Clock::now() - start_).count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point start_ = Clock::now();
};

}  // namespace

struct Searcher::Impl {
  explicit Impl(OpenDatabase opened) : database(std::move(opened)) {}

  // Runs `task(state)` on one state of the database, again on the next if that is overwritten.
  template <class Task>
  auto on_one_state(Task&& task) {
    return database.run([&] {
      if (!vocabulary || vocabulary_state != database.state()) {
        vocabulary.emplace(database.xapian());
        vocabulary_state = database.state();
      }
      return task(
          State{database.xapian(), database.columns(), database.tables(), *vocabulary, analyser});
    });
  }

  OpenDatabase database;
  text::Analyser analyser;
  std::optional<VariantTable> variants;
  std::optional<Vocabulary> vocabulary;  // of the state that was last asked
  unsigned vocabulary_state = 0;
  bool answered = false;  // a question before
};

Result<std::unique_ptr<Searcher>> Searcher::open(const std::string& name) {
  auto database = OpenDatabase::open(name);
  if (!database) return database.error();
  return std::unique_ptr<Searcher>(new Searcher(std::make_unique<Impl>(*std::move(database))));
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::~Searcher() = default;

void Searcher::use_variants(VariantTable table) { impl_->variants = std::move(table); }

Status Searcher::add_spellings(Request& request) {
  if (!impl_->variants) return ok();
  return impl_->on_one_state([&](const State& state) -> Status {
    postil::query::add_spellings(state.database, state.vocabulary, *impl_->variants, request.tree);
    return ok();
  });
}

text::Analyser& Searcher::analyser() { return impl_->analyser; }

Result<Answer> Searcher::answer(const Request& request) {
  const Stopwatch stopwatch;
  auto answer = impl_->on_one_state([&](const State& state) -> Result<Answer> {
    if (impl_->answered && state.tables != nullptr) state.tables->keep_leaves();
    auto found = find_answer(state, request);
    if (!found || request.count_only) return found;
    auto spelling = find_spelling(state, request, found->total.articles);
    if (!spelling) return spelling.error();
    found->spelling = *std::move(spelling);
    if (found->total.articles > 0) return found;
    auto nearby = find_nearby(state, request);
    if (!nearby) return nearby.error();
    found->nearby = *std::move(nearby);
    return found;
  });
  impl_->answered = true;
  if (answer) answer->took_ms = stopwatch.milliseconds();
  return answer;
}

Result<std::vector<std::string>> Searcher::paths(const Request& request) {
  return impl_->on_one_state([&](const State& state) { return find_paths(state, request); });
}

namespace {

// Puts `tree` beside what the request already asks.
void ask_also(Node tree, Request& request) {
  if (std::holds_alternative<AllNode>(request.tree.is)) {
    request.tree = std::move(tree);
    return;
  }
  AndNode both;
  both.children.push_back(std::move(request.tree));
  both.children.push_back(std::move(tree));
  request.tree = Node{std::move(both)};
}

bool ask_for_words(std::optional<Node> words, Request& request) {
  const bool tells = words.has_value();
  ask_also(tells ? *std::move(words) : negated(Node{AllNode{}}), request);
  return tells;
}

}  // namespace

Result<bool> Searcher::ask_like(std::string_view name, Request& request) {
  auto like = impl_->on_one_state([&](const State& state) { return like_record(state, name); });
  if (!like) return like.error();
  const bool alone = std::holds_alternative<AllNode>(request.tree.is);
  request.like = Like{std::string(name), alone ? "" : to_query(request.tree)};
  request.filters.not_articles.push_back(std::move(like->article_id));
  return ask_for_words(std::move(like->tree), request);
}

Result<bool> Searcher::ask_like_text(std::string_view text, Request& request) {
  auto words = impl_->on_one_state([&](const State& state) -> Result<std::optional<Node>> {
    return characteristic_words(state, text);
  });
  if (!words) return words.error();
  return ask_for_words(*std::move(words), request);
}

Result<std::string> Searcher::explain(const Request& request) {
  return impl_->on_one_state([&](const State& state) { return explain_request(state, request); });
}

std::string Searcher::understood(const Request& request) { return query::understood(request); }

namespace {

// Passes rows on and remembers that there were some: from then on a view cannot start anew.
class WatchedRows : public RowSink {
 public:
  explicit WatchedRows(RowSink& rows) : rows_(rows) {}
  void begin(const std::vector<Column>& columns) override {
    started_ = true;
    rows_.begin(columns);
  }
  void row(const std::vector<Cell>& cells) override { rows_.row(cells); }
  void note(std::string_view text) override { rows_.note(text); }
  void end(bool found) override { rows_.end(found); }
  bool started() const { return started_; }

 private:
  RowSink& rows_;
  bool started_ = false;
};

}  // namespace

Status Searcher::view(const Request& request, const View& view, RowSink& rows) {
  WatchedRows watched(rows);
  return impl_->on_one_state([&](const State& state) -> Status {
    if (watched.started()) {
      return Error{ErrorKind::kDatabase, "the index was changed while its rows were printed",
                   "ask again; what was printed is not complete"};
    }
    const auto question = prepare(state, request);
    return question ? view.run(*question, watched) : question.error();
  });
}

Result<Reading> Searcher::read(std::string_view name, const Node& question) {
  return impl_->on_one_state(
      [&](const State& state) { return read_article(state, name, question); });
}

Result<Stats> Searcher::stats() {
  return impl_->on_one_state(
      [](const State& state) -> Result<Stats> { return collect_stats(state); });
}

}  // namespace postil::query
