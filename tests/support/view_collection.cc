#include "tests/support/view_collection.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <variant>

#include "core/text/utf8.h"
#include "query/parse/parser.h"
#include "tests/support/articles.h"
#include "tests/support/source_root.h"

namespace postil::test {
namespace {

void add_text(std::string_view text, schema::Zone zone, std::uint32_t paragraph,
              FlatRecord& record) {
  record.texts.push_back({zone, paragraph, std::string(text), words_of(text)});
}

void flatten(const index::Article& article, const std::string& id,
             std::vector<FlatRecord>& records) {
  FlatRecord own{id, &article, nullptr, {}};
  add_text(article.meta.title, schema::Zone::kTitle, 0, own);
  add_text(article.meta.standfirst, schema::Zone::kStandfirst, 0, own);
  std::uint32_t number = 0;
  for (const index::Paragraph& paragraph : article.paragraphs) {
    add_text(paragraph.text, paragraph.zone, ++number, own);
  }
  records.push_back(std::move(own));
  for (const index::Comment& comment : article.comments) {
    FlatRecord below{id + "#c" + std::to_string(comment.number), &article, &comment, {}};
    number = 0;
    for (const std::string& paragraph : comment.paragraphs) {
      add_text(paragraph, schema::Zone::kComment, ++number, below);
    }
    records.push_back(std::move(below));
  }
}

PartialDate random_date(Random& random) {
  PartialDate date;
  date.year = static_cast<std::int16_t>(2020 + random.below(3));
  date.month = static_cast<std::uint8_t>(random.below(13));
  if (date.month != 0) date.day = static_cast<std::uint8_t>(random.below(4));
  return date;
}

}  // namespace

std::optional<PartialDate> FlatRecord::date() const {
  if (comment != nullptr) return comment->published;
  if (!article->meta.published) return std::nullopt;
  return article->meta.published->date;
}

std::uint64_t FlatRecord::words() const {
  std::uint64_t count = 0;
  for (const FlatText& text : texts) count += text.words.size();
  return count;
}

std::vector<std::size_t> find_words(const Words& words, const Words& phrase) {
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at + phrase.size() <= words.size(); ++at) {
    if (std::equal(phrase.begin(), phrase.end(), words.begin() + static_cast<std::ptrdiff_t>(at))) {
      found.push_back(at);
    }
  }
  return found;
}

std::uint64_t count_words(const FlatRecord& record, const Words& phrase) {
  std::uint64_t count = 0;
  for (const FlatText& text : record.texts) count += find_words(text.words, phrase).size();
  return count;
}

ViewCollection::ViewCollection(std::vector<index::Article> articles)
    : articles_(std::move(articles)) {
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    flatten(articles_[i], "test/" + std::to_string(i), records_);
  }
  const std::string path = folder_.path() + "/db";
  write_database(path, articles_);
  auto opened = query::Searcher::open(path);
  if (!opened) throw std::runtime_error(opened.error().message);
  searcher_ = *std::move(opened);
}

query::Request ViewCollection::request(const std::string& question) {
  auto tree = query::parse(question, {}, searcher_->analyser());
  if (const auto* mistake = std::get_if<query::QueryError>(&tree)) {
    throw std::runtime_error(question + ": " + mistake->message);
  }
  query::Request request;
  request.query = question;
  request.tree = std::get<query::Node>(std::move(tree));
  return request;
}

Table ViewCollection::view(const query::Request& request, const query::View& view) {
  Table table;
  const Status status = searcher_->view(request, view, table);
  if (!status) throw std::runtime_error(status.error().message);
  if (!table.ended) throw std::runtime_error("the table has no end");
  return table;
}

Table ViewCollection::view(const std::string& question, const query::View& view) {
  return this->view(request(question), view);
}

std::vector<index::Article> dated_articles(Random& random, std::size_t count) {
  constexpr std::array kOutlets = {"", "The Courier", "the courier", "Dispatch"};
  constexpr std::array kTags = {"Peace", "War", "peace"};
  std::vector<index::Article> articles = random_articles(random, count);
  for (index::Article& article : articles) {
    if (article.meta.published) article.meta.published->date = random_date(random);
    article.meta.outlet = random.pick(kOutlets);
    for (std::size_t left = random.below(3); left > 0; --left) {
      article.meta.tags.emplace_back(random.pick(kTags));
    }
    for (index::Comment& comment : article.comments) {
      if (random.below(4) != 0) comment.published = random_date(random);
    }
  }
  return articles;
}

std::vector<index::Article> sample_essays() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(source_root() / "corpus/essays")) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<index::Article> articles;
  for (const auto& file : files) {
    index::Article article;
    article.meta.language = "en";
    article.meta.title = file.stem().string();
    std::ifstream in(file);
    std::string paragraph;
    for (std::string line; std::getline(in, line); paragraph += line + ' ') {
      if (!text::trim(line).empty() || text::trim(paragraph).empty()) continue;
      article.paragraphs.push_back({schema::Zone::kBody, text::squeeze(paragraph)});
      paragraph.clear();
    }
    if (!text::trim(paragraph).empty()) {
      article.paragraphs.push_back({schema::Zone::kBody, text::squeeze(paragraph)});
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace postil::test
