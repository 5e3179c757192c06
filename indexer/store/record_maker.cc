#include "indexer/store/record_maker.h"

#include <algorithm>
#include <utility>

#include "core/schema/terms.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "indexer/store/prefetch.h"
#include "indexer/store/record_id.h"

namespace postil::index {
namespace {

using schema::FieldId;

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

bool begins_with_author(std::string_view text, const std::vector<std::string>& authors) {
  return std::any_of(authors.begin(), authors.end(), [&](const std::string& author) {
    // As printed, or in another case: "ANN LEE is …".
    return !author.empty() && text::fold_value(text).starts_with(text::fold_value(author));
  });
}

// The article that a record was made of, before any paragraph was taken for furniture because it
// recurs; without its comments.
Article restore(const schema::Record& stored, const Recurrence& recurrence) {
  Article article;
  article.own_id = stored.own_id;
  Metadata& meta = article.meta;
  meta.title = stored.title.text;
  for (const std::string_view author : stored.authors) meta.authors.emplace_back(author);
  meta.outlet = stored.outlet;
  if (stored.published) meta.published = Published{*stored.published, stored.published_from};
  meta.updated = stored.updated;
  meta.captured = stored.captured;
  meta.language = stored.language;
  meta.url = stored.url;
  for (const std::string_view tag : stored.tags) meta.tags.emplace_back(tag);
  meta.standfirst = stored.standfirst.text;
  meta.author_note = stored.author_note.text;
  for (const schema::StoredParagraph& paragraph : stored.paragraphs) {
    article.paragraphs.push_back(
        {paragraph.zone, std::string(paragraph.body.text), static_cast<int>(paragraph.page)});
  }
  // Furniture that recurs stands behind all other, in the order of the text.
  const auto moved = static_cast<std::size_t>(
      std::count_if(recurrence.paragraphs.begin(), recurrence.paragraphs.end(),
                    [](const RecurringParagraph& each) { return each.fate == Fate::kFurniture; }));
  const std::size_t kept = stored.furniture.size() - std::min(moved, stored.furniture.size());
  for (std::size_t i = 0; i < kept; ++i) {
    article.furniture.push_back(
        {stored.furniture[i].reason, std::string(stored.furniture[i].text)});
  }
  std::size_t next = kept;
  for (const RecurringParagraph& each : recurrence.paragraphs) {
    if (each.fate == Fate::kBody) continue;
    std::string text;
    if (each.fate == Fate::kNote) {
      text.swap(meta.author_note);
    } else if (next < stored.furniture.size()) {
      text = stored.furniture[next++].text;
    }
    const std::size_t at = std::min<std::size_t>(each.index, article.paragraphs.size());
    article.paragraphs.insert(article.paragraphs.begin() + static_cast<std::ptrdiff_t>(at),
                              {schema::Zone::kBody, std::move(text), static_cast<int>(each.page)});
  }
  return article;
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
  records.push_back(make_article(article, article.comments.size(), id, place));
  for (const Comment& comment : article.comments) {
    records.push_back(make_comment(article, comment, id, place));
  }
}

AnalysedRecord RecordMaker::make_article(const Article& article, std::size_t comments,
                                         const std::string& id, const Place& place) {
  AnalysedRecord record;
  schema::Record stored;
  Line line;
  stored.title = add_text(article.meta.title, schema::Zone::kTitle, line);
  stored.standfirst = add_text(article.meta.standfirst, schema::Zone::kStandfirst, line);
  for (const Furniture& furniture : article.furniture) {
    stored.furniture.push_back({furniture.reason, furniture.text});
  }
  stored.author_note.text = article.meta.author_note;
  Recurrence recurrence = judge_paragraphs(article, group_of(article.meta.outlet, place.folder));
  Pairs furniture;
  add_body(article, recurrence, stored, line, furniture);
  Pairs pairs = pairs_.take();
  recurrence.kin = std::min(least_pair(pairs), least_pair(furniture));
  add_recurrence(recurrence, record);
  add_note(stored.author_note.text);
  if (!stored.author_note.text.empty()) stored.author_note.first_position = 1;
  add_identity(id, id, place, record);
  add_shared(article, id, place, schema::Kind::kArticle, record);
  add_signature(schema::Kind::kArticle, id,
                article.meta.published ? std::optional(article.meta.published->date) : std::nullopt,
                std::move(pairs), record);

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
  stored.comment_count = static_cast<std::uint32_t>(comments);
  return finish(std::move(record), stored, line.words);
}

AnalysedRecord RecordMaker::remake(const schema::Record& stored, const Recurrence& recurrence,
                                   const Place& place) {
  const Article article = restore(stored, recurrence);
  stemmer_ = &stemmer_for(article.meta.language);
  return make_article(article, stored.comment_count, std::string(stored.id), place);
}

AnalysedRecord RecordMaker::make_comment(const Article& article, const Comment& comment,
                                         const std::string& article_id, const Place& place) {
  AnalysedRecord record;
  schema::Record stored;
  Line line;
  for (const std::string& paragraph : comment.paragraphs) {
    stored.paragraphs.push_back(
        {schema::Zone::kComment, add_paragraph(paragraph, schema::Zone::kComment, line)});
  }
  const std::string id = comment_id(article_id, comment.number);
  add_identity(id, article_id, place, record);
  add_shared(article, article_id, place, schema::Kind::kComment, record);
  add_signature(schema::Kind::kComment, id, comment.published, pairs_.take(), record);
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
  words_.read(analyser_, text);
  for (std::size_t i = 0; i < words_.size(); ++i, ++position) {
    terms_.prefetch_word(words_.hash(ahead_of(i, words_.size())));
    const std::string_view word = words_[i];
    terms_.add_word(word, words_.hash(i), position, *stemmer_);
    if (field) terms_.add_word_of(schema::field(*field), word, position, *stemmer_);
    if (in_paragraph_) pairs_.add_word(word.size(), words_.hash(i));
  }
  line.words += position - line.next;
  const std::uint32_t last = std::max(position, line.next + 1) - 1;
  line.next = last + schema::kPositionGap;
  return stretch;
}

// What is compared with other records: not the title, which an editor changes first.
schema::Stretch RecordMaker::add_paragraph(std::string_view text, schema::Zone zone, Line& line) {
  in_paragraph_ = true;
  const schema::Stretch stretch = add_text(text, zone, line);
  pairs_.end_paragraph();
  in_paragraph_ = false;
  return stretch;
}

Recurrence RecordMaker::judge_paragraphs(const Article& article, std::uint64_t group) const {
  Recurrence recurrence;
  recurrence.group = group;
  bool has_note = !article.meta.author_note.empty();
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    const Paragraph& paragraph = article.paragraphs[i];
    if (paragraph.zone != schema::Zone::kBody) continue;
    const auto key = paragraph_key(group, paragraph.text);
    if (!key) continue;
    RecurringParagraph found;
    found.key = *key;
    found.index = static_cast<std::uint32_t>(i);
    found.at_edge = is_at_edge(paragraph.text, i, article.paragraphs.size()) ||
                    (i == 0 && begins_with_author(paragraph.text, article.meta.authors));
    if (recurs_ && recurs_(*key)) {
      const bool is_note = !has_note && begins_with_author(paragraph.text, article.meta.authors);
      has_note = has_note || is_note;
      found.fate = is_note ? Fate::kNote : Fate::kFurniture;
      found.page = static_cast<std::uint32_t>(paragraph.page);
    }
    recurrence.paragraphs.push_back(found);
  }
  return recurrence;
}

// The body's paragraphs, and those that are none because they recur, each where it belongs. The
// latter's pairs go to `furniture`.
void RecordMaker::add_body(const Article& article, Recurrence& recurrence, schema::Record& stored,
                           Line& line, Pairs& furniture) {
  PairCollector apart;
  auto next = recurrence.paragraphs.begin();
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    const Paragraph& paragraph = article.paragraphs[i];
    const bool has_key = next != recurrence.paragraphs.end() && next->index == i;
    const Fate fate = has_key ? (next++)->fate : Fate::kBody;
    if (fate == Fate::kBody) {
      stored.paragraphs.push_back({paragraph.zone,
                                   add_paragraph(paragraph.text, paragraph.zone, line),
                                   static_cast<std::uint32_t>(paragraph.page)});
      continue;
    }
    text::WordStream words(analyser_, paragraph.text);
    for (text::Word word; words.next(word);) apart.add_word(word.term);
    apart.end_paragraph();
    if (fate == Fate::kNote) {
      stored.author_note.text = paragraph.text;
    } else {
      stored.furniture.push_back({schema::FurnitureReason::kRepeated, paragraph.text});
    }
  }
  furniture = apart.take();
}

void RecordMaker::add_recurrence(const Recurrence& recurrence, AnalysedRecord& record) {
  terms_.add_boolean(group_term(recurrence.group));
  for (const RecurringParagraph& paragraph : recurrence.paragraphs) {
    terms_.add_boolean(paragraph_term(paragraph.key));
  }
  put_value(schema::kRecurrenceSlot, encode(recurrence), record);
}

void RecordMaker::add_note(std::string_view text) {
  std::uint32_t position = 1;
  text::WordStream words(analyser_, text);
  for (text::Word word; words.next(word); ++position) {
    terms_.add_word_of(schema::field(FieldId::kNote), word.term, position, *stemmer_);
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
  put_value(schema::kVersionSlot, schema::article_key(article_id), record);
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
  for (const std::string_view each : schema::folder_and_above(folder)) {
    terms_.add_boolean(schema::value_term(field, each));
  }
}

void RecordMaker::add_identity(const std::string& id, const std::string& article_id,
                               const Place& place, AnalysedRecord& record) {
  record.id_term = schema::make_term(schema::kIdPrefix, id);
  terms_.add_boolean(record.id_term);
  terms_.add_boolean(schema::make_term(schema::kArticlePrefix, article_id));
  terms_.add_boolean(schema::make_term(schema::kFilePrefix, place.file));
}

void RecordMaker::add_signature(schema::Kind kind, const std::string& id,
                                const std::optional<PartialDate>& date, Pairs pairs,
                                AnalysedRecord& record) {
  std::uint32_t day = Signature::kNoDay;
  if (date) {
    const PartialDate first = first_day(*date);
    day = static_cast<std::uint32_t>(first.year * 10000 + first.month * 100 + first.day);
  }
  const std::optional<Signature> signature = sign(pairs, kind, id, day);
  if (!signature) return;
  for (std::size_t i = 0; i < signature->key_count; ++i) {
    terms_.add_boolean(signature_term(signature->keys[i]));
  }
  put_value(schema::kSignatureSlot, encode(*signature), record);
  record.pairs = std::move(pairs);
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
