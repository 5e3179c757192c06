// Asks a database for each of its words:
//
//   verify_words DATABASE
//
// Of every text stored there, folding twice is folding once, and each word stands where the
// analyser says it stands. Each word, quoted and as its texts spell it, finds the very records that
// hold it, with a highlight in each that is shown; unquoted it finds all these (and others). A word
// that is cut otherwise when it stands alone, as dictionaries may cut Chinese or Thai, is asked
// for as it was cut in the text, and counted. Prints every difference.
// Exit status: 0 none, 1 some, 2 it could not be done.

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "core/schema/record.h"
#include "core/text/analyser.h"
#include "core/text/fold.h"
#include "query/parse/parser.h"
#include "query/search/searcher.h"

namespace {

using namespace postil;

constexpr std::uint64_t kShown = 20;  // results of each word whose highlights are looked at

// A word of the database: how the text that had it first spells it, and how many texts have it.
struct Held {
  std::string spelling;
  Xapian::docid last = 0;
  std::uint64_t articles = 0;
  std::uint64_t comments = 0;
};

class Check {
 public:
  explicit Check(query::Searcher& searcher) : searcher_(searcher) {}

  void read(Xapian::docid id, const schema::Record& record) {
    ++records_;
    const bool comment = record.kind == schema::Kind::kComment;
    read(id, record.title.text, comment);
    read(id, record.standfirst.text, comment);
    for (const schema::StoredParagraph& each : record.paragraphs) {
      read(id, each.body.text, comment);
    }
  }

  void ask_for_all() {
    for (const auto& [term, held] : held_) ask(term, held);
  }

  // Prints the sum and returns the number of differences.
  std::size_t end() const {
    fmt::print("{} records, {} different words, {} of them cut otherwise alone: {} differences\n",
               records_, held_.size(), cut_otherwise_, differences_);
    return differences_;
  }

 private:
  void read(Xapian::docid id, std::string_view text, bool comment) {
    const std::string folded = text::fold(text);
    if (text::fold(folded) != folded) differ("folding is not idempotent", text);
    std::uint32_t behind = 0;
    text::WordStream words(analyser_, text);
    for (text::Word word; words.next(word);) {
      const std::string_view spelling = text.substr(word.begin, word.end - word.begin);
      const bool placed = word.begin >= behind && word.end > word.begin && word.end <= text.size();
      if (!placed || text::fold(spelling) != word.term) differ("a word is not at its place", text);
      behind = word.end;
      Held& held = held_[std::string(word.term)];
      if (held.spelling.empty()) held.spelling = spelling;
      if (held.last == id) continue;
      held.last = id;
      ++(comment ? held.comments : held.articles);
    }
  }

  // `question`, or a word as it is if that would be cut otherwise.
  query::Node tree_of(const std::string& question, const std::string& term, query::Match match) {
    auto read = query::parse(question, {}, searcher_.analyser());
    if (auto* tree = std::get_if<query::Node>(&read)) {
      const auto* word = std::get_if<query::WordNode>(&tree->is);
      if (word != nullptr && word->term.text == term) return std::move(*tree);
    }
    query::Node tree;
    tree.is = query::WordNode{schema::FieldId::kText, {term, match, 0}};
    return tree;
  }

  query::Answer answer(query::Node tree, bool count_only) {
    query::Request request;
    request.tree = std::move(tree);
    request.limit = kShown;
    request.all_versions = true;
    request.count_only = count_only;
    auto answer = searcher_.answer(request);
    if (!answer) throw std::runtime_error(answer.error().message);
    return *std::move(answer);
  }

  void ask(const std::string& term, const Held& held) {
    cut_otherwise_ += analyser_.words(held.spelling) != std::vector<std::string>{term};
    query::Node exact = tree_of("\"" + held.spelling + "\"", term, query::Match::kExact);
    query::AndNode both;
    both.children.push_back(tree_of("\"" + held.spelling + "\"", term, query::Match::kExact));
    both.children.push_back(tree_of(held.spelling, term, query::Match::kStem));
    const query::Answer found = answer(std::move(exact), false);
    compare("quoted", term, held, found.total);
    compare("unquoted", term, held, answer(query::Node{std::move(both)}, true).total);
    for (const query::ArticleHit& hit : found.results) {
      if (hit.own_text_matches && !is_marked(hit, term)) differ("no highlight in " + hit.id, term);
    }
  }

  void compare(std::string_view how, const std::string& term, const Held& held,
               const query::Totals& found) {
    if (found.article_texts == held.articles && found.comments == held.comments) return;
    differ(fmt::format("{}: {} articles and {} comments rather than {} and {}", how,
                       found.article_texts, found.comments, held.articles, held.comments),
           term);
  }

  static bool is_marked(const query::MarkedText& marked, const std::string& term) {
    const std::string_view text = marked.text;
    return std::any_of(marked.highlights.begin(), marked.highlights.end(),
                       [&](const query::Highlight& mark) {
                         return text::fold(text.substr(mark.begin, mark.end - mark.begin)) == term;
                       });
  }

  static bool is_marked(const query::ArticleHit& hit, const std::string& term) {
    return is_marked(hit.title, term) ||
           std::any_of(hit.passages.begin(), hit.passages.end(),
                       [&](const query::Passage& passage) { return is_marked(passage, term); });
  }

  void differ(std::string_view what, std::string_view where) {
    ++differences_;
    fmt::print("{}: {}\n", where, what);
  }

  query::Searcher& searcher_;
  text::Analyser analyser_;
  std::map<std::string, Held> held_;
  std::size_t records_ = 0;
  std::size_t cut_otherwise_ = 0;
  std::size_t differences_ = 0;
};

int check(const std::string& name) {
  const auto searcher = query::Searcher::open(name);
  if (!searcher) {
    fmt::print(stderr, "{}\n", searcher.error().message);
    return 2;
  }
  Check check(**searcher);
  const Xapian::Database database(name);
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const std::string data = database.get_document(*id).get_data();
    const auto record = schema::decode(data);
    if (!record) throw std::runtime_error(record.error().message);
    check.read(*id, *record);
  }
  check.ask_for_all();
  return check.end() == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: verify_words DATABASE\n");
    return 2;
  }
  try {
    return check(argv[1]);
  } catch (const Xapian::Error& error) {
    fmt::print(stderr, "{}\n", error.get_description());
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
  }
  return 2;
}
