// The one analyser: text to words, for indexing, for questions and for highlights alike, so that
// the three can never disagree. Words are those of UAX #29 as ICU finds them (with its dictionaries
// for Thai, Chinese, Japanese, Khmer, Lao and Burmese), each in its folded form (fold.h) and with
// the bytes of the text that it stands for. Underscores at a word's ends (_emphasis_) are not part
// of it.

#ifndef POSTIL_CORE_TEXT_ANALYSER_H_
#define POSTIL_CORE_TEXT_ANALYSER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace postil::text {

struct Word {
  std::string_view term;    // folded; valid until the next call of the stream or the analyser
  std::uint32_t begin = 0;  // bytes of the text: [begin, end)
  std::uint32_t end = 0;
};

// Byte range [begin, end) of one sentence, white space at its end included.
struct Sentence {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

namespace internal {

// A word inside a chunk (a run of text without ASCII white space), its bytes counted from there.
struct FoundWord {
  std::string term;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};
using FoundWords = std::vector<FoundWord>;

}  // namespace internal

// Holds ICU's break iterators and a cache of words. Cheap to make (ICU is asked only when text is
// not ASCII); use one per thread and keep it.
class Analyser {
 public:
  Analyser();
  ~Analyser();
  Analyser(const Analyser&) = delete;
  Analyser& operator=(const Analyser&) = delete;

  // The sentences of `text` by UAX #29, in order, without a gap between them.
  std::vector<Sentence> sentences(std::string_view text);

  // The folded words of `text`, for short texts such as a phrase or a name.
  std::vector<std::string> words(std::string_view text);

 private:
  friend class WordStream;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Reads the words of one text from first to last:
//   WordStream words(analyser, text);
//   for (Word word; words.next(word);) …
// `text` is valid UTF-8 of less than 4 GiB and must outlive the stream. One stream at a time uses
// an analyser.
class WordStream {
 public:
  WordStream(Analyser& analyser, std::string_view text);

  // The next word into `word`; false behind the last.
  bool next(Word& word);

 private:
  bool next_ascii(Word& word);
  bool next_found(Word& word);

  Analyser::Impl& analyser_;
  std::string_view text_;
  std::size_t at_ = 0;           // first byte not yet read
  std::size_t chunk_begin_ = 0;  // the chunk being read: [chunk_begin_, chunk_end_)
  std::size_t chunk_end_ = 0;
  std::string ascii_term_;  // the folded ASCII word last given out

  // The words of a chunk that is not all ASCII, as ICU found them; null in any other.
  const internal::FoundWords* found_ = nullptr;
  std::size_t found_next_ = 0;
};

}  // namespace postil::text

#endif  // POSTIL_CORE_TEXT_ANALYSER_H_
