#include "indexer/store/record_maker.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "core/schema/terms.h"
#include "indexer/recurring/recurrence.h"
#include "indexer/store/record_id.h"

namespace postil::index {
namespace {

using schema::FieldId;
using schema::kPositionGap;

Place place() { return {"/a/corpus/pages/x.txt", "00ff", "corpus/pages"}; }

std::vector<AnalysedRecord> make(const Article& article) {
  RecordMaker maker;
  std::vector<AnalysedRecord> records;
  maker.make(article, "corpus/pages/x.txt", place(), records);
  return records;
}

const AnalysedTerm* find_term(const AnalysedRecord& record, std::string_view text) {
  for (const AnalysedTerm& term : record.terms) {
    if (record.text(term) == text) return &term;
  }
  return nullptr;
}

bool has(const AnalysedRecord& record, std::string_view text) {
  return find_term(record, text) != nullptr;
}

std::vector<std::uint32_t> positions(const AnalysedRecord& record, std::string_view text) {
  const AnalysedTerm* term = find_term(record, text);
  if (term == nullptr) return {};
  const auto begin = record.positions.begin() + term->position_at;
  return {begin, begin + term->position_count};
}

std::uint32_t wdf(const AnalysedRecord& record, std::string_view text) {
  const AnalysedTerm* term = find_term(record, text);
  return term == nullptr ? 0 : term->wdf;
}

std::vector<std::string> values(const AnalysedRecord& record, schema::Slot slot) {
  for (const AnalysedValue& value : record.values) {
    if (value.slot != slot) continue;
    const auto decoded = schema::decode_values(value.bytes);
    return {decoded.begin(), decoded.end()};
  }
  return {};
}

std::optional<std::string> raw_value(const AnalysedRecord& record, schema::Slot slot) {
  for (const AnalysedValue& value : record.values) {
    if (value.slot == slot) return value.bytes;
  }
  return std::nullopt;
}

Article sample() {
  Article article;
  article.meta.title = "Peace talks";
  article.meta.standfirst = "What talks may bring";
  article.meta.authors = {"Ann Lee", "Lee Ann"};
  article.meta.outlet = "The Courier";
  article.meta.language = "en";
  article.meta.published = Published{{2022, 3, 0}, schema::DateSource::kByline};
  article.meta.tags = {"Diplomacy"};
  article.meta.author_note = "Ann is a professor";
  article.paragraphs = {{schema::Zone::kBody, "The talks failed."},
                        {schema::Zone::kHeading, "Why talks fail"}};
  article.comments = {{1, "Bob", PartialDate{2022, 4, 5}, 0, {"Pure fantasy", "and lunacy"}}};
  return article;
}

TEST_CASE("Title, standfirst and paragraphs stand in one line of positions with gaps between") {
  const AnalysedRecord record = make(sample()).at(0);
  CHECK(positions(record, "peace") == std::vector<std::uint32_t>{1});
  const std::uint32_t standfirst = 2 + kPositionGap;
  CHECK(positions(record, "what") == std::vector<std::uint32_t>{standfirst});
  const std::uint32_t body = standfirst + 3 + kPositionGap;
  CHECK(positions(record, "the") == std::vector<std::uint32_t>{body});
  const std::uint32_t heading = body + 2 + kPositionGap;
  CHECK(positions(record, "why") == std::vector<std::uint32_t>{heading});
  CHECK(positions(record, "talks") ==
        std::vector<std::uint32_t>{2, standfirst + 1, body + 1, heading + 1});

  const auto stored = schema::decode(record.data).value();
  CHECK(stored.title.first_position == 1);
  CHECK(stored.standfirst.first_position == standfirst);
  CHECK(stored.paragraphs.at(0).body.first_position == body);
  CHECK(stored.paragraphs.at(1).body.first_position == heading);
  CHECK(stored.words == 2 + 4 + 3 + 3);
  CHECK(schema::decode_number(*raw_value(record, schema::kLengthSlot)) == stored.words);
}

TEST_CASE("The wdf of words and of stems is the number of their occurrences") {
  const AnalysedRecord record = make(sample()).at(0);
  CHECK(wdf(record, "talks") == 4);
  CHECK(wdf(record, "Ztalk") == 4);
  CHECK(wdf(record, "Zfail") == 2);
  CHECK(positions(record, "Zfail").empty());
}

TEST_CASE("Words of a zone with a field are there under its prefix at the same positions") {
  const AnalysedRecord record = make(sample()).at(0);
  CHECK(positions(record, "Stalks") == std::vector<std::uint32_t>{2});
  CHECK(has(record, "ZStalk"));
  CHECK(positions(record, "XHwhy") == positions(record, "why"));
  CHECK(positions(record, "XFbring") == positions(record, "bring"));
  CHECK_FALSE(has(record, "XHthe"));
}

TEST_CASE("The author note is searched only by its own field") {
  const AnalysedRecord record = make(sample()).at(0);
  CHECK_FALSE(has(record, "professor"));
  CHECK_FALSE(has(record, "Zprofessor"));
  CHECK(positions(record, "XNprofessor") == std::vector<std::uint32_t>{4});
  CHECK(has(record, "ZXNprofessor"));
}

TEST_CASE("Names are words with positions of their own and whole values") {
  const AnalysedRecord record = make(sample()).at(0);
  CHECK(positions(record, "Aann") == std::vector<std::uint32_t>{1, 3 + kPositionGap});
  CHECK(positions(record, "Alee") == std::vector<std::uint32_t>{2, 2 + kPositionGap});
  CHECK(has(record, "XAann lee"));
  CHECK(has(record, "XGthe courier"));
  CHECK(values(record, schema::field(FieldId::kAuthor).slot) ==
        std::vector<std::string>{"Ann Lee", "Lee Ann"});
}

TEST_CASE("A comment has its own text and date, and its article's facets") {
  const auto records = make(sample());
  REQUIRE(records.size() == 2);
  const AnalysedRecord& comment = records[1];
  CHECK(positions(comment, "pure") == std::vector<std::uint32_t>{1});
  CHECK(positions(comment, "and") == std::vector<std::uint32_t>{2 + kPositionGap});
  CHECK_FALSE(has(comment, "peace"));
  CHECK_FALSE(has(comment, "Speace"));
  for (const char* term : {"Aann", "XAann lee", "Y2022", "Len", "Kdiplomacy", "XKcomment", "XMbob",
                           "XUbob", "XDcorpus", "XDcorpus/pages"}) {
    CAPTURE(term);
    CHECK(has(comment, term));
  }
  CHECK_FALSE(has(comment, "XKarticle"));
  CHECK(raw_value(comment, schema::kFirstDaySlot) == "20220301");
  CHECK(raw_value(comment, schema::kLastDaySlot) == "20220331");
  CHECK(raw_value(comment, schema::kCommentDateSlot) == "20220405");
  CHECK(raw_value(comment, schema::kArticleSlot) == raw_value(records[0], schema::kArticleSlot));
  CHECK(raw_value(comment, schema::kTitleSlot) == "peace talks");
  CHECK(values(comment, schema::field(FieldId::kYear).slot) == std::vector<std::string>{"2022"});

  const auto stored = schema::decode(comment.data).value();
  CHECK(stored.id == "corpus/pages/x.txt#c1");
  CHECK(stored.article_id == "corpus/pages/x.txt");
  CHECK(stored.published == PartialDate{2022, 4, 5});
  CHECK(stored.commenter == "Bob");
}

TEST_CASE("Boolean terms have wdf 0 and lead to record, article and file") {
  const AnalysedRecord comment = make(sample()).at(1);
  CHECK(comment.id_term == "Qcorpus/pages/x.txt#c1");
  for (const char* term : {"Qcorpus/pages/x.txt#c1", "XIcorpus/pages/x.txt", "XP00ff"}) {
    CAPTURE(term);
    REQUIRE(has(comment, term));
    CHECK(wdf(comment, term) == 0);
  }
}

TEST_CASE("What is unknown leaves neither value nor term") {
  Article article;
  article.paragraphs = {{schema::Zone::kBody, "Text."}};
  const AnalysedRecord record = make(article).at(0);
  CHECK_FALSE(raw_value(record, schema::kFirstDaySlot));
  CHECK_FALSE(raw_value(record, schema::kTitleSlot));
  CHECK_FALSE(raw_value(record, schema::field(FieldId::kAuthor).slot));
  for (const AnalysedTerm& term : record.terms) CHECK(record.text(term)[0] != 'Y');
  CHECK(has(record, "Ztext"));  // a stem without a language is the word
}

TEST_CASE("First positions rise even where a paragraph has no words") {
  Article article;
  article.paragraphs = {
      {schema::Zone::kBody, "one"}, {schema::Zone::kBody, "* * *"}, {schema::Zone::kBody, "two"}};
  const AnalysedRecord record = make(article).at(0);
  const auto stored = schema::decode(record.data).value();
  CHECK(stored.paragraphs[0].body.first_position < stored.paragraphs[1].body.first_position);
  CHECK(stored.paragraphs[1].body.first_position < stored.paragraphs[2].body.first_position);
  CHECK(positions(record, "two") ==
        std::vector<std::uint32_t>{stored.paragraphs[2].body.first_position});
}

TEST_CASE("Terms are distinct and ascending, positions ascending, whatever the text") {
  Article article = sample();
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "w" + std::to_string(i * 7919 % 5003) + ' ';
  article.paragraphs.push_back({schema::Zone::kQuote, text + std::string(1000, 'x')});
  for (const AnalysedRecord& record : make(article)) {
    for (std::size_t i = 1; i < record.terms.size(); ++i) {
      REQUIRE(record.text(record.terms[i - 1]) < record.text(record.terms[i]));
    }
    for (const AnalysedTerm& term : record.terms) {
      REQUIRE(term.text_size <= schema::kMaxTermBytes);
      for (std::uint32_t i = 1; i < term.position_count; ++i) {
        REQUIRE(record.positions[term.position_at + i - 1] <
                record.positions[term.position_at + i]);
      }
    }
  }
}

TEST_CASE("A paragraph that recurs no more is body again, on the page it had") {
  const std::string appeal =
      "If you have read this far, please think of becoming a member of our circle of readers.";
  Article article;
  article.paragraphs = {{schema::Zone::kBody, "The talks began.", 3},
                        {schema::Zone::kBody, appeal, 4},
                        {schema::Zone::kBody, "The talks ended.", 5}};
  bool is_furniture = true;
  RecordMaker maker([&](std::uint64_t) { return is_furniture; });
  std::vector<AnalysedRecord> records;
  maker.make(article, "a", place(), records);
  const auto without = schema::decode(records.at(0).data).value();
  REQUIRE(without.paragraphs.size() == 2);
  REQUIRE(without.furniture.size() == 1);

  is_furniture = false;
  const auto recurrence = decode_recurrence(*raw_value(records[0], schema::kRecurrenceSlot));
  const AnalysedRecord made = maker.remake(without, *recurrence, place());
  const auto with = schema::decode(made.data).value();
  REQUIRE(with.paragraphs.size() == 3);
  CHECK(with.paragraphs[1].body.text == appeal);
  for (std::uint32_t i = 0; i < 3; ++i) CHECK(with.paragraphs[i].page == i + 3);
}

TEST_CASE("One maker gives the same record before and after another") {
  RecordMaker maker;
  std::vector<AnalysedRecord> records;
  Article german = sample();
  german.meta.language = "de";
  maker.make(sample(), "a", place(), records);
  maker.make(german, "b", place(), records);
  maker.make(sample(), "a", place(), records);
  REQUIRE(records.size() == 6);
  CHECK(records[0].term_bytes == records[4].term_bytes);
  CHECK(records[0].positions == records[4].positions);
  CHECK(records[0].data == records[4].data);
}

}  // namespace
}  // namespace postil::index
