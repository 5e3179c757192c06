// Turns an Article into the records that the database holds of it: one of its own and one for each
// comment. The place that decides which text becomes which terms, at which positions, in which
// slots (see core/schema/fields.h for what they mean); knows nothing of Xapian.

#ifndef POSTIL_INDEXER_STORE_RECORD_MAKER_H_
#define POSTIL_INDEXER_STORE_RECORD_MAKER_H_

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/record.h"
#include "core/text/analyser.h"
#include "core/text/stem.h"
#include "indexer/copies/signature.h"
#include "indexer/model/article.h"
#include "indexer/recurring/recurrence.h"
#include "indexer/store/analysed_record.h"
#include "indexer/store/hashed_words.h"
#include "indexer/store/term_collector.h"

namespace postil::index {

// Where an article was found.
struct Place {
  std::string_view path;    // of its file, as stored records show it (bytes)
  std::string_view file;    // file_key(): what the file is known by in the database
  std::string_view folder;  // "corpus/pages": the root's label and the folders below; "" for none
};

// Not thread-safe: one per thread, kept, for it remembers words and stems.
class RecordMaker {
 public:
  // Whether a paragraph (by its key, recurring/recurrence.h) is furniture because it recurs. What
  // it says of records in hand is a guess: the end of a run mends it (store/settle.h).
  using Recurs = std::function<bool(std::uint64_t key)>;

  explicit RecordMaker(Recurs recurs = {}) : recurs_(std::move(recurs)) {}

  // Appends the article's record and then its comments', in their order. `id` is the article's.
  void make(const Article& article, const std::string& id, const Place& place,
            std::vector<AnalysedRecord>& records);

  // The record of an article once more, of what is stored of it, as `recurs` now has it.
  // `recurrence` is what the record tells now.
  AnalysedRecord remake(const schema::Record& stored, const Recurrence& recurrence,
                        const Place& place);

 private:
  // The text of one record being laid out on a line of positions.
  struct Line {
    std::uint32_t next = 1;   // position of the next stretch's first word
    std::uint32_t words = 0;  // so far
  };

  // Of as many comments: those of the article itself may not be there.
  AnalysedRecord make_article(const Article& article, std::size_t comments, const std::string& id,
                              const Place& place);
  AnalysedRecord make_comment(const Article& article, const Comment& comment,
                              const std::string& article_id, const Place& place);

  schema::Stretch add_text(std::string_view text, schema::Zone zone, Line& line);
  schema::Stretch add_paragraph(std::string_view text, schema::Zone zone, Line& line);
  void add_note(std::string_view text);
  void add_names(schema::FieldId id, const std::vector<std::string>& names, AnalysedRecord& record);
  void add_values(schema::FieldId id, const std::vector<std::string>& values,
                  AnalysedRecord& record);
  void add_shared(const Article& article, const std::string& article_id, const Place& place,
                  schema::Kind kind, AnalysedRecord& record);
  void add_folders(std::string_view folder, AnalysedRecord& record);
  void add_identity(const std::string& id, const std::string& article_id, const Place& place,
                    AnalysedRecord& record);
  Recurrence judge_paragraphs(const Article& article, std::uint64_t group) const;
  void add_body(const Article& article, Recurrence& recurrence, schema::Record& stored, Line& line,
                Pairs& furniture);
  void add_recurrence(const Recurrence& recurrence, AnalysedRecord& record);
  void add_signature(schema::Kind kind, const std::string& id,
                     const std::optional<PartialDate>& date, Pairs pairs, AnalysedRecord& record);
  AnalysedRecord finish(AnalysedRecord record, const schema::Record& stored, std::uint32_t words);
  text::Stemmer& stemmer_for(const std::string& language);

  Recurs recurs_;
  text::Analyser analyser_;
  HashedWords words_;  // of the text in hand
  TermCollector terms_;
  PairCollector pairs_;
  bool in_paragraph_ = false;  // the words in hand make pairs
  std::map<std::string, text::Stemmer, std::less<>> stemmers_;
  text::Stemmer* stemmer_ = nullptr;  // of the article in hand
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_RECORD_MAKER_H_
