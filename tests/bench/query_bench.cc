// Times questions in process, warm, and prepares the same for other engines. scripts/bench-query
// runs it and compares.
//
//   query_bench export DATABASE FILE                    writes the records out (export.h)
//   query_bench questions DATABASE FILE COUNT [SEED]    draws COUNT questions of each kind
//   query_bench ask DATABASE FILE WARM_ROUNDS ROUNDS    asks those in FILE
//
// `ask` prints a line for each question: kind, matching records, the sum of each facet's greatest
// count (0 where comments are counted beside articles, as no other engine does), microseconds of
// processor time and on the clock (medians of the rounds), and how many of the page have a passage.
// It asks as postil-query does: totals, versions, occurrences and the page of the best ten, in the
// order that users see.

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "core/base/heap.h"
#include "core/schema/fields.h"
#include "query/parse/parser.h"
#include "query/search/searcher.h"
#include "tests/bench/export.h"
#include "tests/bench/questions.h"

namespace {

using namespace postil;
using namespace postil::bench;

double processor_us() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

double clock_us() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::micro>(now).count();
}

query::Request make_request(const Question& question, text::Analyser& analyser) {
  auto tree = query::parse(question.text, {}, analyser);
  if (const auto* mistake = std::get_if<query::QueryError>(&tree)) {
    throw std::runtime_error(question.text + ": " + mistake->message);
  }
  query::Request request;
  request.query = question.text;
  request.tree = std::get<query::Node>(std::move(tree));
  if (const schema::Field* field = schema::find_field(question.facet)) {
    request.filters.facets.push_back({field->id, {question.value}, {}});
  }
  if (question.show == Show::kFacets) {
    for (const schema::Field& field : schema::kFields) {
      if (field.is_facet()) request.facets.push_back(field.id);
    }
  }
  request.passages = question.show == Show::kPassages ? 3 : 0;
  request.comments = 0;
  return request;
}

// What is compared of an answer with those of other engines.
struct Counts {
  std::size_t hits = 0;
  std::uint64_t greatest = 0;  // of the facets, in articles; 0 if comments are counted as well
  std::ptrdiff_t with_passage = 0;
};

Counts counts_of(const query::Answer& answer) {
  Counts counts;
  counts.hits = answer.total.article_texts + answer.total.comments;
  std::uint64_t comments = 0;
  for (const query::Facet& facet : answer.facets) {
    if (!facet.values.empty()) counts.greatest += facet.values.front().articles;
    for (const query::FacetValue& value : facet.values) comments += value.comments;
  }
  if (comments > 0) counts.greatest = 0;
  counts.with_passage =
      std::count_if(answer.results.begin(), answer.results.end(),
                    [](const query::ArticleHit& hit) { return !hit.passages.empty(); });
  return counts;
}

struct Times {
  Counts counts;
  std::vector<double> processor;
  std::vector<double> clock;
};

void ask(query::Searcher& searcher, const Question& question, Times& times) {
  const double clock = clock_us();
  const double processor = processor_us();
  const query::Request request = make_request(question, searcher.analyser());
  auto answer = searcher.answer(request);
  times.processor.push_back(processor_us() - processor);
  times.clock.push_back(clock_us() - clock);
  if (!answer) throw std::runtime_error(question.text + ": " + answer.error().message);
  times.counts = counts_of(*answer);
}

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

void print(const Question& question, Times& times) {
  const auto& [hits, greatest, with_passage] = times.counts;
  fmt::print("{}\t{}\t{}\t{:.1f}\t{:.1f}\t{}\n", question.kind, hits, greatest,
             median(times.processor), median(times.clock), with_passage);
}

int ask_all(const std::string& database, const std::string& file, int warm, int rounds) {
  keep_freed_memory();
  std::ifstream in(file, std::ios::binary);
  const auto questions = read_lines({std::istreambuf_iterator<char>(in), {}});
  const auto searcher = query::Searcher::open(database);
  if (!searcher) throw std::runtime_error(searcher.error().message);
  std::vector<Times> times(questions.size());
  for (int round = -warm; round < rounds; ++round) {
    if (round == 0) times.assign(questions.size(), {});
    for (std::size_t i = 0; i < questions.size(); ++i) ask(**searcher, questions[i], times[i]);
  }
  for (std::size_t i = 0; i < questions.size(); ++i) print(questions[i], times[i]);
  return 0;
}

int write(const std::string& database, const std::string& file, const char* count,
          const char* seed) {
  const Xapian::Database opened(database);
  std::ofstream out(file, std::ios::binary);
  if (count == nullptr) {
    export_records(opened, out);
  } else {
    out << to_lines(draw_questions(opened, std::strtoul(count, nullptr, 10),
                                   static_cast<std::uint32_t>(std::strtoul(seed, nullptr, 10))));
  }
  return out.flush() ? 0 : 2;
}

int run(const std::vector<const char*>& arguments) {
  const std::string mode = arguments.empty() ? "" : arguments.front();
  if (mode == "export" && arguments.size() == 3) {
    return write(arguments[1], arguments[2], nullptr, nullptr);
  }
  if (mode == "questions" && (arguments.size() == 4 || arguments.size() == 5)) {
    return write(arguments[1], arguments[2], arguments[3],
                 arguments.size() == 5 ? arguments[4] : "1");
  }
  if (mode == "ask" && arguments.size() == 5) {
    return ask_all(arguments[1], arguments[2], std::atoi(arguments[3]), std::atoi(arguments[4]));
  }
  fmt::print(stderr, "usage: query_bench export|questions|ask DATABASE FILE [NUMBER...]\n");
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const Xapian::Error& error) {
    fmt::print(stderr, "query_bench: {}\n", error.get_description());
  } catch (const std::exception& error) {
    fmt::print(stderr, "query_bench: {}\n", error.what());
  }
  return 2;
}
