// Stems: the form in which "talk", "talks" and "talked" are one, by the Snowball stemmers that come
// with Xapian, and for Ukrainian by our own (ukrainian.h). Stems are made of folded words (fold.h)
// and only ever compared with each other.

#ifndef POSTIL_CORE_TEXT_STEM_H_
#define POSTIL_CORE_TEXT_STEM_H_

#include <memory>
#include <string>
#include <string_view>

namespace postil::text {

// True when words of this language (a two-letter code such as "en") have a stemmer.
bool has_stemmer(std::string_view language);

// What all words that share a stem with `word` in this language begin with: the first letter, or
// nothing where stemmers also take prefixes off. A view into `word`.
std::string_view stem_beginning(std::string_view word, std::string_view language);

// Stems words of one language; a language without a stemmer, or an unknown one (""), keeps each
// word as it is. Remembers what it has stemmed. Not thread-safe: one per thread.
class Stemmer {
 public:
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  // The stem of a folded word; valid until the next call.
  std::string_view stem(std::string_view word);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace postil::text

#endif  // POSTIL_CORE_TEXT_STEM_H_
