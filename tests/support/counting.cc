#include "tests/support/counting.h"

#include <stdexcept>
#include <utility>
#include <variant>

#include "query/parse/parser.h"

namespace postil::test {

std::string quoted(const Words& phrase, std::size_t slop) {
  std::string text = "\"";
  for (const std::string& word : phrase) text += (text.size() > 1 ? " " : "") + word;
  text += '"';
  if (slop > 0) text += "~" + std::to_string(slop);
  return text;
}

std::string near_each_other(const std::vector<NearOperand>& operands, std::size_t distance) {
  std::string question;
  for (const NearOperand& operand : operands) {
    if (!question.empty()) question += " NEAR/" + std::to_string(distance) + " ";
    question += operand.any_form ? operand.words.front() : quoted(operand.words, operand.slop);
  }
  return question;
}

Counts count(query::Searcher& searcher, const std::string& question) {
  auto tree = query::parse(question, {}, searcher.analyser());
  if (const auto* mistake = std::get_if<query::QueryError>(&tree)) {
    throw std::runtime_error(question + ": " + mistake->message);
  }
  query::Request request;
  request.query = question;
  request.tree = std::get<query::Node>(std::move(tree));
  request.count_only = true;
  const auto answer = searcher.answer(request);
  if (!answer) throw std::runtime_error(question + ": " + answer.error().message);
  const query::Totals& total = answer->total;
  return {total.articles, total.article_texts, total.comments, total.occurrences.value_or(0)};
}

}  // namespace postil::test
