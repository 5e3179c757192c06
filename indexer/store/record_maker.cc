#include "indexer/store/record_maker.h"

#include <algorithm>

#include "core/schema/terms.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "indexer/store/record_id.h"

namespace postil::index {
namespace {

using schema::FieldId;

const schema::Field& text_field() {
  static const schema::Field& field = schema::field(FieldId::kText);
  return field;
}

std::vector<std::string> one_or_none(std::string_view value) {
  if (value.empty()) return {};
  return {std::string(value)};
}

std::vector<std::string_view> views(const std::vector<std::string>& strings) {
  return {strings.begin(), strings.end()};
}

void put_value(schema::Slot slot, std::string bytes, AnalysedRecord& record) {
  if (!bytes.empty()) record.values.push_back({slot, std::move(bytes)});
}

std::string sort_title(std::string_view title) {
  std::string folded = text::fold_value(title);
  folded.resize(text::floor_boundary(folded, std::min(folded.size(), schema::kTitleSortBytes)));
  return folded;
}

}  // namespace

void RecordMaker::make(const Article& article, const std::string& id, const Place& place,
                       std::vector<AnalysedRecord>& records) {
  stemmer_ = &stemmer_for(article.meta.language);
  records.push_back(make_article(article, id, place));
  for (const Comment& comment : article.comments) {
    records.push_back(make_comment(article, comment, id, place));
  }
}

AnalysedRecord RecordMaker::make_article(const Article& article, const std::string& id,
                                         const Place& place) {
  AnalysedRecord record;
  schema::Record stored;
  Line line;
  stored.title = add_text(article.meta.title, schema::Zone::kTitle, line);
  stored.standfirst = add_text(article.meta.standfirst, schema::Zone::kStandfirst, line);
  for (const Paragraph& paragraph : article.paragraphs) {
    stored.paragraphs.push_back({paragraph.zone, add_text(paragraph.text, paragraph.zone, line),
                                 static_cast<std::uint32_t>(paragraph.page)});
  }
  add_note(article.meta.author_note);
  stored.author_note = {article.meta.author_note, article.meta.author_note.empty() ? 0U : 1U};
  add_identity(id, id, place, record);
  add_shared(article, id, place, schema::Kind::kArticle, record);

  stored.kind = schema::Kind::kArticle;
  stored.id = id;
  stored.own_id = article.own_id;
  stored.path = place.path;
  stored.url = article.meta.url;
  stored.language = article.meta.language;
  if (article.meta.published) {
    stored.published = article.meta.published->date;
    stored.published_from = article.meta.published->source;
  }
  stored.updated = article.meta.updated;
  stored.captured = article.meta.captured;
  stored.authors = views(article.meta.authors);
  stored.outlet = article.meta.outlet;
  stored.tags = views(article.meta.tags);
  stored.comment_count = static_cast<std::uint32_t>(article.comments.size());
  for (const Furniture& furniture : article.furniture) {
    stored.furniture.push_back({furniture.reason, furniture.text});
  }
  return finish(std::move(record), stored, line.words);
}

AnalysedRecord RecordMaker::make_comment(const Article& article, const Comment& comment,
                                         const std::string& article_id, const Place& place) {
  AnalysedRecord record;
  schema::Record stored;
  Line line;
  for (const std::string& paragraph : comment.paragraphs) {
    stored.paragraphs.push_back(
        {schema::Zone::kComment, add_text(paragraph, schema::Zone::kComment, line)});
  }
  const std::string id = comment_id(article_id, comment.number);
  add_identity(id, article_id, place, record);
  add_shared(article, article_id, place, schema::Kind::kComment, record);
  add_names(FieldId::kCommenter, one_or_none(comment.author), record);
  if (comment.published) {
    put_value(schema::kCommentDateSlot, schema::encode_day(first_day(*comment.published)), record);
  }

  stored.kind = schema::Kind::kComment;
  stored.id = id;
  stored.path = place.path;
  stored.language = article.meta.language;
  stored.published = comment.published;
  stored.article_id = article_id;
  stored.number = static_cast<std::uint32_t>(comment.number);
  stored.parent = static_cast<std::uint32_t>(comment.parent);
  stored.commenter = comment.author;
  return finish(std::move(record), stored, line.words);
}

// A stretch without words (a row of asterisks) takes a place of its own too, so that first
// positions always rise and a position leads back to one paragraph.
schema::Stretch RecordMaker::add_text(std::string_view text, schema::Zone zone, Line& line) {
  if (text.empty()) return {};
  const schema::Stretch stretch{text, line.next};
  const auto field = schema::field_of(zone);
  std::uint32_t position = line.next;
  text::WordStream words(analyser_, text);
  for (text::Word word; words.next(word); ++position) {
    terms_.add_word(text_field(), word.term, position, *stemmer_);
    if (field) terms_.add_word(schema::field(*field), word.term, position, *stemmer_);
  }
  line.words += position - line.next;
  const std::uint32_t last = std::max(position, line.next + 1) - 1;
  line.next = last + schema::kPositionGap;
  return stretch;
}

void RecordMaker::add_note(std::string_view text) {
  std::uint32_t position = 1;
  text::WordStream words(analyser_, text);
  for (text::Word word; words.next(word); ++position) {
    terms_.add_word(schema::field(FieldId::kNote), word.term, position, *stemmer_);
  }
}

void RecordMaker::add_names(FieldId id, const std::vector<std::string>& names,
                            AnalysedRecord& record) {
  const schema::Field& field = schema::field(id);
  std::uint32_t next = 1;
  for (const std::string& name : names) {
    std::uint32_t position = next;
    text::WordStream words(analyser_, name);
    for (text::Word word; words.next(word); ++position) {
      terms_.add_name_word(field, word.term, position);
    }
    if (position > next) next = position - 1 + schema::kPositionGap;
  }
  add_values(id, names, record);
}

void RecordMaker::add_values(FieldId id, const std::vector<std::string>& values,
                             AnalysedRecord& record) {
  const schema::Field& field = schema::field(id);
  for (const std::string& value : values) terms_.add_boolean(schema::value_term(field, value));
  put_value(field.slot, schema::encode_values(values), record);
}

// What filters look at: the article's, on its comments too, so that a filter on articles keeps or
// drops the comments with them.
void RecordMaker::add_shared(const Article& article, const std::string& article_id,
                             const Place& place, schema::Kind kind, AnalysedRecord& record) {
  const Metadata& meta = article.meta;
  put_value(schema::kArticleSlot, schema::article_key(article_id), record);
  if (meta.published) {
    const PartialDate& date = meta.published->date;
    put_value(schema::kFirstDaySlot, schema::encode_day(first_day(date)), record);
    put_value(schema::kLastDaySlot, schema::encode_day(last_day(date)), record);
    add_values(FieldId::kYear, {to_string(PartialDate{date.year, 0, 0})}, record);
  }
  put_value(schema::kTitleSlot, sort_title(meta.title), record);
  add_names(FieldId::kAuthor, meta.authors, record);
  add_names(FieldId::kOutlet, one_or_none(meta.outlet), record);
  add_values(FieldId::kKind, {std::string(schema::name(kind))}, record);
  add_values(FieldId::kLang, one_or_none(meta.language), record);
  add_values(FieldId::kTag, meta.tags, record);
  add_folders(place.folder, record);
}

void RecordMaker::add_folders(std::string_view folder, AnalysedRecord& record) {
  const schema::Field& field = schema::field(FieldId::kFolder);
  put_value(field.slot, schema::encode_values(one_or_none(folder)), record);
  for (std::string_view above = folder; !above.empty();) {
    terms_.add_boolean(schema::value_term(field, above));
    const std::size_t slash = above.rfind('/');
    above = slash == std::string_view::npos ? std::string_view() : above.substr(0, slash);
  }
}

void RecordMaker::add_identity(const std::string& id, const std::string& article_id,
                               const Place& place, AnalysedRecord& record) {
  record.id_term = schema::make_term(schema::kIdPrefix, id);
  terms_.add_boolean(record.id_term);
  terms_.add_boolean(schema::make_term(schema::kArticlePrefix, article_id));
  terms_.add_boolean(schema::make_term(schema::kFilePrefix, place.file));
}

AnalysedRecord RecordMaker::finish(AnalysedRecord record, const schema::Record& stored,
                                   std::uint32_t words) {
  put_value(schema::kLengthSlot, schema::encode_number(words), record);
  std::sort(record.values.begin(), record.values.end(),
            [](const AnalysedValue& a, const AnalysedValue& b) { return a.slot < b.slot; });
  schema::Record complete = stored;
  complete.words = words;
  record.data = schema::encode(complete);
  terms_.finish(record);
  return record;
}

text::Stemmer& RecordMaker::stemmer_for(const std::string& language) {
  auto found = stemmers_.find(language);
  if (found == stemmers_.end()) {
    // Whatever languages a hostile file names, they share one that stems nothing.
    const std::string known = text::has_stemmer(language) ? language : std::string();
    found = stemmers_.try_emplace(known, text::Stemmer(known)).first;
  }
  return found->second;
}

}  // namespace postil::index
