// Furniture by repetition: a paragraph that recurs across many articles of one publication is part
// of its pages and not of the articles, even where no pattern knows it.
//
// Whether a paragraph is furniture is a pure function of the set of articles, so that a run that
// changes a few of them ends as a rebuild would: of how many articles of its group have it, how
// many the group has, and where in them it stands. Copies of one article count as one, and when in
// doubt a paragraph is body.

#ifndef POSTIL_INDEXER_RECURRING_RECURRENCE_H_
#define POSTIL_INDEXER_RECURRING_RECURRENCE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace postil::index {

// What an article's paragraphs are compared with: those of its outlet, or if that is unknown those
// of the files in its folder.
std::uint64_t group_of(std::string_view outlet, std::string_view folder);

// By which a paragraph is known again, in its group alone: its folded text. None if it can never be
// furniture by repetition: a short line (a heading, "Thank you", "To be continued"), unless it
// gives an address or number; a quotation; what announces something ("The text follows:").
std::optional<std::uint64_t> paragraph_key(std::uint64_t group, std::string_view text);

// What becomes of a paragraph.
enum class Fate : std::uint8_t {
  kBody = 0,
  kFurniture = 1,
  kNote = 2,  // furniture that begins with the author's name is the article's author note
};

struct RecurringParagraph {
  std::uint64_t key = 0;
  std::uint32_t index = 0;  // from 0, among all paragraphs of the body, furniture or not
  bool at_edge = false;     // is_at_edge(), or the first and it begins with the author's name
  Fate fate = Fate::kBody;
  std::uint32_t page = 0;  // where it is no longer body: its page (schema/record.h), else 0
};

// What a record tells of its paragraphs, for articles only.
struct Recurrence {
  std::uint64_t group = 0;
  std::uint32_t kin =
      0;  // a minimum of the whole body's pairs (copies/signature.h): copies share it
  std::vector<RecurringParagraph> paragraphs;  // those that have a key, by index
};

std::string encode(const Recurrence& recurrence);
std::optional<Recurrence> decode_recurrence(std::string_view bytes);  // none if damaged

// The terms by which articles with a paragraph, and articles of a group, are found.
std::string paragraph_term(std::uint64_t key);
std::string group_term(std::uint64_t group);

// Whether the paragraph `index` of `count`, with this text, stands where furniture is usual: at the
// end of an article, or at its beginning if it gives an address or number. What else recurs there
// may be how articles of a kind begin ("The senator announced today that …").
bool is_at_edge(std::string_view text, std::size_t index, std::size_t count);

// How many different articles must have a paragraph, in a group of this many.
std::uint32_t recurrence_threshold(std::uint64_t group_size);
inline constexpr std::uint32_t kLeastRecurrence = 5;  // the least that recurrence_threshold() gives

// Counts the articles that have a paragraph; once it is furniture, more of them change nothing.
class RecurrenceCount {
 public:
  explicit RecurrenceCount(std::uint64_t group_size)
      : threshold_(recurrence_threshold(group_size)) {}

  void add(std::uint32_t kin, bool at_edge);
  bool is_furniture() const;

 private:
  std::uint32_t threshold_;
  std::set<std::uint32_t> all_;
  std::set<std::uint32_t> at_edge_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_RECURRING_RECURRENCE_H_
