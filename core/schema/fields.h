// The table of fields: every name a question can use, every facet, prefix and value slot. The query
// language, the filters, the facets, `--fields`, the JSON and the manual are derived from it.
//
// Prefixes follow Xapian's convention (docs/termprefixes in its sources). Slots and prefixes are
// embedded in databases: never change one, only add; a change of meaning raises kSchemaVersion.

#ifndef POSTIL_CORE_SCHEMA_FIELDS_H_
#define POSTIL_CORE_SCHEMA_FIELDS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/schema/zone.h"

namespace postil::schema {

inline constexpr int kSchemaVersion = 2;

enum class FieldId : std::uint8_t {
  kText,  // what is searched when no field is named: title, standfirst, body and comments
  kTitle,
  kStandfirst,
  kHeading,
  kQuote,
  kList,
  kCaption,
  kNote,
  kComment,
  kAuthor,
  kOutlet,
  kCommenter,
  kTag,
  kLang,
  kKind,
  kYear,
  kFolder,
  kDate,
};

enum class FieldType : std::uint8_t {
  kWords,   // holds running text: words and phrases are looked for in it
  kName,    // holds names: words and phrases in them, and whole names as facet values
  kValue,   // holds whole values only
  kPeriod,  // holds a date
};

using Slot = std::uint32_t;
inline constexpr Slot kNoSlot = 0xffffffff;

struct Field {
  FieldId id;
  std::string_view name;
  std::string_view alias;  // "" if none
  FieldType type;
  std::string_view word_prefix;   // of terms for words (kWords, kName)
  std::string_view value_prefix;  // of terms for whole values (kName, kValue)
  Slot slot;                      // of the values counted as a facet, else kNoSlot
  std::string_view description;   // one sentence without full stop
  std::string_view example;       // a question that uses it

  constexpr bool is_facet() const { return slot != kNoSlot; }
};

inline constexpr std::array kFields = {
    Field{FieldId::kText, "text", "", FieldType::kWords, "", "", kNoSlot,
          "title, standfirst, body and comments: what is searched when no field is named",
          "text:neutrality"},
    Field{FieldId::kTitle, "title", "", FieldType::kWords, "S", "", kNoSlot, "the article's title",
          "title:NATO"},
    Field{FieldId::kStandfirst, "standfirst", "summary", FieldType::kWords, "XF", "", kNoSlot,
          "the lines below the title that sum the article up", "standfirst:ceasefire"},
    Field{FieldId::kHeading, "heading", "", FieldType::kWords, "XH", "", kNoSlot,
          "headings inside the body", "heading:guarantees"},
    Field{FieldId::kQuote, "quote", "", FieldType::kWords, "XQ", "", kNoSlot,
          "quotations set apart in the body", "quote:\"peace with honour\""},
    Field{FieldId::kList, "list", "", FieldType::kWords, "XL", "", kNoSlot, "lists inside the body",
          "list:withdrawal"},
    Field{FieldId::kCaption, "caption", "", FieldType::kWords, "XC", "", kNoSlot,
          "captions of pictures and tables", "caption:delegation"},
    Field{FieldId::kNote, "note", "", FieldType::kWords, "XN", "", kNoSlot,
          "the note about the author; searched only when it is named", "note:professor"},
    Field{FieldId::kComment, "comment", "", FieldType::kWords, "", "", kNoSlot,
          "what readers wrote below an article", "comment:fantasy"},
    Field{FieldId::kAuthor, "author", "by", FieldType::kName, "A", "XA", 10,
          "who wrote the article", "author:roberts"},
    Field{FieldId::kOutlet, "outlet", "source", FieldType::kName, "G", "XG", 11,
          "the paper, journal or site that published it", "outlet:courier"},
    Field{FieldId::kYear, "year", "", FieldType::kValue, "", "Y", 12,
          "the year in which the article was published", "year:2022"},
    Field{FieldId::kKind, "kind", "", FieldType::kValue, "", "XK", 13, "article or comment",
          "kind:comment"},
    Field{FieldId::kLang, "lang", "language", FieldType::kValue, "", "L", 14,
          "the article's language, by its two-letter code or its name", "lang:de"},
    Field{FieldId::kTag, "tag", "", FieldType::kValue, "", "K", 15,
          "a tag or category that the article was given", "tag:diplomacy"},
    Field{FieldId::kCommenter, "commenter", "", FieldType::kName, "XM", "XU", 16,
          "the name under which a reader's comment appeared", "commenter:anna"},
    Field{FieldId::kFolder, "folder", "", FieldType::kValue, "", "XD", 17,
          "the folder of the article's file, and each folder above it", "folder:corpus/pages"},
    Field{FieldId::kDate, "date", "", FieldType::kPeriod, "", "", kNoSlot,
          "when the article was published: a year, month, day or range", "date:2022-03..2022-06"},
};

// Value slots beside those of the facets.
inline constexpr Slot kArticleSlot = 0;  // article_key(): one value for an article and its comments
inline constexpr Slot kFirstDaySlot = 1;  // "20220301": first day that the published date may mean
inline constexpr Slot kLastDaySlot = 2;   // "20220331": last day that it may mean
inline constexpr Slot kLengthSlot = 3;    // words of the record's searched text (encode_number)
inline constexpr Slot kTitleSlot = 4;     // the folded title, cut to kTitleSortBytes, to sort by
inline constexpr Slot kCommentDateSlot = 5;  // "20220314": first day of a comment's own date
// article_key() of the earliest of the article's near-duplicates, of the article itself if it has
// none; the same in its comments: records with one value are one version.
inline constexpr Slot kVersionSlot = 6;
inline constexpr Slot kSignatureSlot = 7;  // by which near-duplicates are found; only the indexer's
// The id of the earliest of the record's near-duplicates (perhaps its own); only if it has some.
inline constexpr Slot kFirstCopySlot = 8;
// In that earliest record: id and path of all of them in turn, earliest first (encode_values).
inline constexpr Slot kCopiesSlot = 9;
// Of an article: its paragraphs that may recur in others; only the indexer's.
inline constexpr Slot kRecurrenceSlot = 18;
inline constexpr std::size_t kTitleSortBytes = 96;

// Boolean terms that carry no field of their own.
inline constexpr std::string_view kIdPrefix = "Q";          // the record's id
inline constexpr std::string_view kArticlePrefix = "XI";    // the id of the article it belongs to
inline constexpr std::string_view kFilePrefix = "XP";       // the file it was read from
inline constexpr std::string_view kSignaturePrefix = "XV";  // records that may be near-duplicates
inline constexpr std::string_view kParagraphPrefix = "XB";  // articles that have a paragraph
inline constexpr std::string_view kGroupPrefix = "XJ";      // articles of one outlet or folder
inline constexpr std::string_view kStemPrefix = "Z";  // before a word prefix: a stem, no positions

// No phrase or NEAR crosses from one paragraph or zone into the next: between the last position of
// one and the first of the next lie kPositionGap positions, more than the widest window asked for.
inline constexpr std::uint32_t kPositionGap = 128;
inline constexpr std::uint32_t kMaxSlop = 100;

const Field& field(FieldId id);

// The field with this name or alias, in any case.
const Field* find_field(std::string_view name);

// The field under whose word prefix a zone's words are indexed as well; none for plain body text.
std::optional<FieldId> field_of(Zone zone);

namespace internal {

constexpr bool same(std::string_view a, std::string_view b) { return !a.empty() && a == b; }

constexpr bool fields_are_distinct() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    for (std::size_t j = i + 1; j < kFields.size(); ++j) {
      const Field& a = kFields[i];
      const Field& b = kFields[j];
      if (a.id == b.id || a.name == b.name || same(a.name, b.alias) || same(a.alias, b.name) ||
          same(a.alias, b.alias) || same(a.word_prefix, b.word_prefix) ||
          same(a.value_prefix, b.value_prefix) || same(a.word_prefix, b.value_prefix) ||
          same(a.value_prefix, b.word_prefix) || (a.slot != kNoSlot && a.slot == b.slot)) {
        return false;
      }
    }
  }
  return true;
}
static_assert(fields_are_distinct(), "two fields share a name, alias, prefix or slot");

}  // namespace internal

}  // namespace postil::schema

#endif  // POSTIL_CORE_SCHEMA_FIELDS_H_
