#include "core/text/apostrophe.h"

#include "core/text/utf8.h"

namespace postil::text {
namespace {

// Lists of folded words with a space on either side of each.
constexpr std::string_view kElided =
    " c d j l m n qu s t"                                            // French, Catalan
    " jusqu lorsqu puisqu quoiqu"                                    // French
    " agl all coll dagl dall degl dell gl negl nell pell sugl sull"  // Italian
    " anch bell com dov nessun quell quest sant senz tutt un v ";    // Italian

constexpr std::string_view kEndings =
    " a e i u ya ye yi yu na ne ni nu"                // to, and the object
    " in un nin nun inki unki ninki nunki"            // of
    " da de ta te nda nde dan den tan ten ndan nden"  // at, from
    " daki deki taki teki ndaki ndeki dakiler dekiler takiler tekiler"
    " la le yla yle"  // with
    " si su sina sine suna sune sini sunu sinin sunun sinda sinde sunda sunde sindan sinden sundan"
    " sunden siyla siyle suyla suyle"
    " lar ler lara lere lari leri larin lerin larda lerde lardan lerden larla lerle"
    " li lu lilar liler luler"
    " dir dur tir tur ydi ydu ymis ymus ysa yse ";  // is, was

bool has(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
    if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  }
  return false;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool is_elision(std::string_view before, std::string_view behind) {
  const char next = behind.front();
  if (!is_vowel(next) && next != 'y' && next != 'h') return false;
  // c'h is a letter of Breton.
  return has(kElided, before) && !(before == "c" && next == 'h');
}

bool is_ending(std::string_view before, std::string_view behind) {
  const char last = before.back();
  if (last >= '0' && last <= '9') return has(kEndings, behind);
  // Two letters of which the last is a vowel are no name but an Arabic syllable, as in Sa'da.
  const std::size_t letters = count_code_points(before);
  if (letters < 2 || (letters == 2 && is_vowel(last))) return false;
  if (is_vowel(behind.front()) && is_vowel(last) && last != 'e') return false;
  return has(kEndings, behind);
}

}  // namespace

Parting parting(std::string_view before, std::string_view behind) {
  if (before.empty() || behind.empty()) return Parting::kNone;
  if (is_elision(before, behind)) return Parting::kElision;
  return is_ending(before, behind) ? Parting::kEnding : Parting::kNone;
}

}  // namespace postil::text
