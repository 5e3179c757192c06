#include "tests/bench/questions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "core/schema/fields.h"
#include "core/schema/record.h"
#include "core/schema/terms.h"
#include "core/text/analyser.h"
#include "query/search/vocabulary.h"
#include "tests/support/random.h"

namespace postil::bench {
namespace {

constexpr std::size_t kTries = 2000;  // for one question
constexpr int kFailures = 3;          // before a kind is given up
constexpr Xapian::doccount kFewestHits = 3;
constexpr std::array<std::string_view, 3> kShown = {"hits", "facets", "passages"};

// How many records a word is in, as shares of all.
struct Band {
  std::string_view name;
  double least;
  double most;
};
constexpr Band kRare = {"rare word", 0, 0.001};
constexpr Band kMedium = {"medium word", 0.001, 0.01};
constexpr Band kFrequent = {"frequent word", 0.05, 0.6};
constexpr Band kAny = {"any word", 0.001, 0.6};
constexpr Band kEverywhere = {"word of most records", 0.4, 1};
constexpr std::size_t kNear = 5;  // words between

class Drawer {
 public:
  Drawer(const Xapian::Database& database, std::uint32_t seed)
      : database_(database), vocabulary_(database), random_(seed) {}

  std::optional<Question> word(const Band& band) {
    for (std::size_t i = 0; i < kTries; ++i) {
      const auto words = stretch(1);
      if (words.empty() || !is_in(words.front(), band)) continue;
      return Question{std::string(band.name),        words.front(), "", "", Show::kHits,
                      "stem " + stems(words.front())};
    }
    return std::nullopt;
  }

  std::optional<Question> pair(const std::string& kind, Show show) {
    for (std::size_t i = 0; i < kTries; ++i) {
      const auto words = stretch(8);
      if (words.empty() || !is_in(words.front(), kAny) || !is_in(words.back(), kAny)) continue;
      const Xapian::Query both(Xapian::Query::OP_AND, any_stem(words.front()),
                               any_stem(words.back()));
      if (words.front() == words.back() || hits(both) < kFewestHits) continue;
      return Question{kind, words.front() + ' ' + words.back(),
                      "",   "",
                      show, "stem " + stems(words.front()) + ' ' + stems(words.back())};
    }
    return std::nullopt;
  }

  std::optional<Question> any(const std::string& kind) {
    Question question{kind, "", "", "", Show::kHits, "any"};
    for (int word = 0; word < 3; ++word) {
      const auto one = this->word(kAny);
      if (!one) return std::nullopt;
      question.text += (question.text.empty() ? "" : " OR ") + one->text;
      question.form += one->form.substr(one->form.find(' '));
    }
    return question;
  }

  // Two words in the very forms of a text.
  std::optional<Question> near(const std::string& kind) {
    for (std::size_t i = 0; i < kTries; ++i) {
      const auto words = stretch(kNear);
      if (words.empty() || !is_in(words.front(), kAny) || !is_in(words.back(), kAny)) continue;
      const std::vector<std::string> two = {words.front(), words.back()};
      const Xapian::Query both(Xapian::Query::OP_NEAR, two.begin(), two.end(), kNear + 2);
      if (words.front() == words.back() || hits(both) < kFewestHits) continue;
      const std::string distance = std::to_string(kNear);
      return Question{
          kind,        '"' + words.back() + "\" NEAR/" + distance + " \"" + words.front() + '"',
          "",          "",
          Show::kHits, "near" + distance + ' ' + words.front() + ' ' + words.back()};
    }
    return std::nullopt;
  }

  // `frequent`: that many of its words, at least, are in most records.
  std::optional<Question> phrase(const std::string& kind, std::size_t length,
                                 std::ptrdiff_t frequent = 0) {
    for (std::size_t i = 0; i < kTries; ++i) {
      const auto words = stretch(length);
      if (words.empty()) continue;
      const auto is_frequent = [this](const std::string& word) { return is_in(word, kEverywhere); };
      if (frequent > 0 && std::count_if(words.begin(), words.end(), is_frequent) < frequent)
        continue;
      const Xapian::Query query(Xapian::Query::OP_PHRASE, words.begin(), words.end());
      if (hits(query) < kFewestHits) continue;
      std::string text;
      for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
      return Question{kind, '"' + text + '"', "", "", Show::kHits, "phrase " + text};
    }
    return std::nullopt;
  }

  // Puts a filter on a value that some record which matches has. False if there is none.
  bool put_filter(Question& question, const Xapian::Query& query) {
    for (int i = 0; i < 100; ++i) {
      const Xapian::docid id = some_match(query);
      const schema::Field& field = schema::field(random_.pick(kFiltered));
      const std::string bytes = id == 0 ? "" : database_.get_document(id).get_value(field.slot);
      const auto values = schema::decode_values(bytes);
      if (values.empty() || values.back().empty()) continue;
      const Xapian::Query filter(schema::value_term(field, values.back()));
      if (hits(Xapian::Query(Xapian::Query::OP_AND, query, filter)) < kFewestHits) continue;
      question.facet = field.name;
      question.value = values.back();
      return true;
    }
    return false;
  }

  // The records of a question, without its filter.
  Xapian::Query query(const Question& question) {
    std::vector<std::string> words;
    std::istringstream form(question.form);
    for (std::string word; form >> word;) words.push_back(word);
    if (words.front() == "phrase") {
      return {Xapian::Query::OP_PHRASE, words.begin() + 1, words.end()};
    }
    std::vector<Xapian::Query> all;
    std::istringstream text(question.text);
    for (std::string word; text >> word;) all.push_back(any_stem(word));
    return {Xapian::Query::OP_AND, all.begin(), all.end()};
  }

 private:
  static constexpr std::array kFiltered = {schema::FieldId::kAuthor, schema::FieldId::kOutlet,
                                           schema::FieldId::kYear, schema::FieldId::kFolder};

  // `length` neighbouring words of one paragraph; none if one of them is not plain ASCII.
  std::vector<std::string> stretch(std::size_t length) {
    const Xapian::docid id = 1 + random_.below(database_.get_lastdocid());
    std::string data;
    try {
      data = database_.get_document(id).get_data();
    } catch (const Xapian::DocNotFoundError&) {
      return {};
    }
    const auto record = schema::decode(data);
    if (!record || record->paragraphs.empty()) return {};
    const schema::Stretch& body = random_.pick(record->paragraphs).body;
    if (body.first_position == 0) return {};
    const std::vector<std::string> words = analyser_.words(body.text);
    if (words.size() < length) return {};
    const auto first = words.begin() + random_.below(words.size() - length + 1);
    std::vector<std::string> some(first, first + static_cast<std::ptrdiff_t>(length));
    const auto plain = [](const std::string& word) {
      return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    };
    return std::all_of(some.begin(), some.end(), plain) ? some : std::vector<std::string>();
  }

  std::string stems(const std::string& word) {
    std::string all;
    for (const std::string& stem : vocabulary_.stems(word)) all += (all.empty() ? "" : "|") + stem;
    return all;
  }

  Xapian::Query any_stem(const std::string& word) {
    std::vector<std::string> terms;
    for (const std::string& stem : vocabulary_.stems(word)) {
      terms.push_back(schema::stem_term(schema::field(schema::FieldId::kText), stem));
    }
    return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
  }

  bool is_in(const std::string& word, const Band& band) {
    Xapian::doccount found = 0;
    for (const std::string& stem : vocabulary_.stems(word)) {
      found +=
          database_.get_termfreq(schema::stem_term(schema::field(schema::FieldId::kText), stem));
    }
    const double all = database_.get_doccount();
    return found >= kFewestHits && found >= band.least * all && found <= band.most * all;
  }

  Xapian::doccount hits(const Xapian::Query& query) {
    return matches(query).get_matches_lower_bound();
  }

  Xapian::MSet matches(const Xapian::Query& query) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 100);
  }

  Xapian::docid some_match(const Xapian::Query& query) {
    const Xapian::MSet found = matches(query);
    return found.empty() ? 0 : *found[random_.below(found.size())];
  }

  const Xapian::Database& database_;
  query::Vocabulary vocabulary_;
  text::Analyser analyser_;
  test::Random random_;
};

std::optional<Question> with_filter(Drawer& drawer, std::optional<Question> question) {
  if (question && !drawer.put_filter(*question, drawer.query(*question))) return std::nullopt;
  return question;
}

std::optional<Question> draw(Drawer& drawer, std::size_t kind, std::size_t number) {
  switch (kind) {
    case 0:
      return drawer.word(kRare);
    case 1:
      return drawer.word(kMedium);
    case 2:
      return drawer.word(kFrequent);
    case 3:
      return drawer.pair("two words, AND", Show::kHits);
    case 4:
      return drawer.any("three words, OR");
    case 5:
      return drawer.phrase("phrase of 2", 2);
    case 6:
      return drawer.phrase("phrase of 3", 3);
    case 7:
      return drawer.phrase("phrase of 3, two of them frequent", 3, 2);
    case 8:
      return drawer.near("two words, NEAR/5");
    case 9:
      return with_filter(drawer, drawer.phrase("phrase + filter", 2 + number % 2));
    case 10: {
      auto question = number % 4 < 2 ? drawer.word(kFrequent) : drawer.pair("", Show::kFacets);
      if (question) question->kind = "facets of all fields";
      if (question) question->show = Show::kFacets;
      return number % 2 == 0 ? question : with_filter(drawer, std::move(question));
    }
    default:
      return drawer.pair("passages of the best ten", Show::kPassages);
  }
}

constexpr std::size_t kKinds = 12;

}  // namespace

std::vector<Question> draw_questions(const Xapian::Database& database, std::size_t count,
                                     std::uint32_t seed) {
  Drawer drawer(database, seed);
  std::vector<Question> questions;
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    std::set<std::string> known;
    int failures = 0;
    for (std::size_t number = 0; failures < kFailures && known.size() < count; ++number) {
      auto question = draw(drawer, kind, number);
      const bool is_new = question && known.insert(question->text + question->value).second;
      failures = is_new ? 0 : failures + 1;
      if (is_new) questions.push_back(*std::move(question));
    }
  }
  return questions;
}

std::string to_lines(const std::vector<Question>& questions) {
  std::string lines;
  for (const Question& each : questions) {
    const std::string filter = each.facet.empty() ? "-" : each.facet + '=' + each.value;
    lines += each.kind + '\t' + each.text + '\t' + filter + '\t';
    lines += std::string(kShown[static_cast<std::size_t>(each.show)]) + '\t' + each.form + '\n';
  }
  return lines;
}

std::vector<Question> read_lines(const std::string& lines) {
  std::vector<Question> questions;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> parts;
    std::istringstream columns(line);
    for (std::string part; std::getline(columns, part, '\t');) parts.push_back(part);
    if (parts.size() != 5) throw std::runtime_error("no question: " + line);
    Question question{parts[0], parts[1], "", "", Show::kHits, parts[4]};
    const std::size_t equals = parts[2].find('=');
    if (equals != std::string::npos) {
      question.facet = parts[2].substr(0, equals);
      question.value = parts[2].substr(equals + 1);
    }
    const auto shown = std::find(kShown.begin(), kShown.end(), parts[3]);
    if (shown == kShown.end()) throw std::runtime_error("no question: " + line);
    question.show = static_cast<Show>(shown - kShown.begin());
    questions.push_back(std::move(question));
  }
  return questions;
}

}  // namespace postil::bench
