#include "query/search/explain.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <type_traits>

#include "core/schema/terms.h"
#include "query/parse/parser.h"
#include "query/search/filter_options.h"
#include "query/search/join.h"
#include "query/search/postings.h"
#include "query/search/records.h"
#include "query/search/selector.h"

namespace postil::query {
namespace {

// Longer lists of words are told by their number and their commonest members.
constexpr std::size_t kShownWords = 12;

class Explainer {
 public:
  explicit Explainer(const State& state) : state_(state) {}

  Status explain(const Node& node, std::size_t depth);
  void line(std::size_t depth, std::string_view text) {
    lines_.append(depth * 2, ' ').append(text).append("\n");
  }
  std::string take() { return std::move(lines_); }

 private:
  std::uint64_t records_with(const schema::Field& field, const std::string& term);
  std::string words_of(const schema::Field& field, const WordSet& word);
  Status explain_leaf(const Result<Leaf>& leaf, const Node& node, std::size_t depth);
  Result<std::uint64_t> count(const Node& node);
  Status children(std::string_view title, const std::vector<Node>& nodes, std::size_t depth);

  const State& state_;
  std::optional<RecordIds> comments_;  // once they were asked for
  std::string lines_;
};

Result<std::uint64_t> Explainer::count(const Node& node) {
  const auto records = Selector(state_).select(node);
  if (!records) return records.error();
  return std::uint64_t{records->size()};
}

// The words of comments are those of any text (core/schema): they are counted where they are.
std::uint64_t Explainer::records_with(const schema::Field& field, const std::string& term) {
  if (field.id != schema::FieldId::kComment) return record_count(state_, term);
  if (!comments_) comments_ = records_with_any(state_, {comment_term()});
  return records_with_any(state_, {term}, &*comments_).size();
}

std::string Explainer::words_of(const schema::Field& field, const WordSet& word) {
  std::vector<std::pair<std::uint64_t, std::string>> found;
  for (const std::string& text : word.accepted) {
    const std::string term =
        word.by_stem ? schema::stem_term(field, text) : schema::word_term(field, text);
    found.emplace_back(records_with(field, term), text);
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first > b.first || (a.first == b.first && a.second < b.second);
  });
  std::string text;
  for (std::size_t i = 0; i < std::min(found.size(), kShownWords); ++i) {
    text += fmt::format("{}{} ({})", i == 0 ? "" : ", ", found[i].second, found[i].first);
  }
  if (found.size() > kShownWords) text += fmt::format(" and {} more", found.size() - kShownWords);
  return text.empty() ? "no word of the index" : text;
}

Status Explainer::explain_leaf(const Result<Leaf>& leaf, const Node& node, std::size_t depth) {
  if (!leaf) return leaf.error();
  const auto records = count(node);
  if (!records) return records.error();
  const schema::Field& field = schema::field(leaf->field);
  const std::string_view how = leaf->is_phrase()             ? "phrase, exact"
                               : leaf->words.front().by_stem ? "word, in any form"
                                                             : "word, exact";
  line(depth, fmt::format("{}  in {}, {}: {} records", to_query(node), field.name, how, *records));
  for (const WordSet& word : leaf->words) {
    line(depth + 1, fmt::format("{}: {} {}", word.term.text, word.by_stem ? "stems" : "words",
                                words_of(field, word)));
    if (word.term.variants.empty()) continue;
    line(depth + 1, fmt::format("other spellings of the name, off with --no-variants: {}",
                                fmt::join(word.term.variants, ", ")));
  }
  return ok();
}

Status Explainer::children(std::string_view title, const std::vector<Node>& nodes,
                           std::size_t depth) {
  line(depth, title);
  for (const Node& node : nodes) {
    if (const Status status = explain(node, depth + 1); !status) return status;
  }
  return ok();
}

Status Explainer::explain(const Node& node, std::size_t depth) {
  if (const auto* word = std::get_if<WordNode>(&node.is)) {
    return explain_leaf(read_leaf(*word, state_.vocabulary), node, depth);
  }
  if (const auto* phrase = std::get_if<PhraseNode>(&node.is)) {
    return explain_leaf(read_leaf(*phrase, state_.vocabulary), node, depth);
  }
  if (const auto* all = std::get_if<AndNode>(&node.is)) {
    return children(is_join(*all)
                        ? "all of, words in an article and comment: in one of its comments"
                        : "all of",
                    all->children, depth);
  }
  if (const auto* any = std::get_if<OrNode>(&node.is))
    return children("any of", any->children, depth);
  if (const auto* negated = std::get_if<NotNode>(&node.is)) {
    line(depth, "none of");
    return explain(*negated->child, depth + 1);
  }
  if (const auto* maybe = std::get_if<MaybeNode>(&node.is)) {
    line(depth, "required");
    if (const Status status = explain(*maybe->required, depth + 1); !status) return status;
    line(depth, "raising the rank");
    return explain(*maybe->optional, depth + 1);
  }
  const auto records = count(node);
  if (!records) return records.error();
  line(depth, fmt::format("{}: {} records", to_query(node), *records));
  if (const auto* near = std::get_if<NearNode>(&node.is)) {
    return children(fmt::format("within {} words of each other, in any order", near->distance),
                    near->operands, depth + 1);
  }
  return ok();
}

}  // namespace

std::string understood(const Request& request) {
  std::string text = request.like ? request.like->beside : to_query(request.tree);
  std::vector<std::string> options = filter_options(request.filters);
  if (request.like) options.push_back(option_text("--like", request.like->name));
  for (const std::string& option : options) {
    if (!text.empty()) text += ' ';
    text += option;
  }
  return text;
}

Result<std::string> explain_request(const State& state, const Request& request) {
  Explainer explainer(state);
  if (const Status status = explainer.explain(request.tree, 0); !status) return status.error();
  for (const std::string& option : filter_options(request.filters)) {
    explainer.line(0, "only " + option);
  }
  for (const std::string& id : request.filters.not_articles) explainer.line(0, "without " + id);
  std::string languages;
  for (const std::string& language : state.vocabulary.languages()) {
    languages += (languages.empty() ? "" : ", ") + (language.empty() ? "unknown" : language);
  }
  explainer.line(0, "stems by the languages of the database: " + languages);
  return explainer.take();
}

}  // namespace postil::query
