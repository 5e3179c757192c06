#include "indexer/readers/encoding/encoding.h"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <string>
#include <vector>

#include "core/text/utf8.h"
#include "tests/unit/indexer/readers/reader_testing.h"

using namespace postil::index;

namespace {

std::string encode(std::string_view utf8, const char* encoding) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* const converter = ::ucnv_open(encoding, &error);
  REQUIRE(U_SUCCESS(error));
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  std::string bytes(utf8.size() * 4 + 16, '\0');
  const std::int32_t size =
      wide.extract(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter, error);
  REQUIRE(U_SUCCESS(error));
  bytes.resize(static_cast<std::size_t>(size));
  ::ucnv_close(converter);
  return bytes;
}

struct Language {
  const char* name;
  std::vector<const char*> encodings;
  const char* text;
};

const std::vector<Language> kLanguages = {
    {"Russian",
     {"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866"},
     "Переговоры начались в полдень и закончились далеко за полночь, но подписи под документом так "
     "и "
     "не появились. Обе стороны уверяли журналистов, что до мира остался один шаг, и обе знали, "
     "что "
     "этот шаг никто не сделает первым. Хозяева убирали со стола чашки и молчали."},
    {"Ukrainian",
     {"windows-1251", "KOI8-U", "ISO-8859-5"},
     "Перемовини почалися опівдні й тривали далеко за північ, але підписів під угодою так і не "
     "було. "
     "Обидві сторони запевняли журналістів, що до миру лишився один крок, і обидві знали, що його "
     "ніхто не зробить першим. Господарі мовчки прибирали зі столу чашки, їхні обличчя були "
     "втомлені."},
    {"Turkish",
     {"windows-1254"},
     "Görüşmeler öğle vakti başladı ve gece yarısından çok sonra bitti, ama belgenin altına kimse "
     "imzasını atmadı. İki taraf da gazetecilere barışa yalnızca bir adım kaldığını söylüyor, "
     "fakat "
     "bu adımı önce kimin atacağını kimse bilmiyordu. Ev sahipleri sessizce fincanları topladı."},
    {"German",
     {"windows-1252"},
     "Die Gespräche begannen gegen Mittag und endeten erst lange nach Mitternacht, doch die "
     "Unterschriften fehlten. Beide Seiten erklärten den Journalisten, zum Frieden fehle nur noch "
     "ein "
     "Schritt, und beide wußten, daß ihn niemand zuerst tun würde. Müde räumten die Gastgeber ab."},
    {"French",
     {"windows-1252"},
     "Les négociations commencèrent à midi et s’achevèrent bien après minuit, mais personne "
     "n’avait "
     "signé. Chaque délégation répétait aux journalistes que la paix était à portée de main, et "
     "chacune savait que nul ne ferait le premier pas. Les hôtes débarrassèrent la table sans un "
     "mot."},
    {"Polish",
     {"windows-1250", "ISO-8859-2"},
     "Rozmowy zaczęły się w południe i skończyły długo po północy, lecz podpisów pod dokumentem "
     "wciąż "
     "brakowało. Obie strony zapewniały dziennikarzy, że do pokoju został jeden krok, i obie "
     "wiedziały, że nikt nie zrobi go pierwszy. Gospodarze w milczeniu sprzątali ze stołu "
     "filiżanki."},
    {"Czech",
     {"windows-1250", "ISO-8859-2"},
     "Jednání začala v poledne a skončila dlouho po půlnoci, ale podpisy pod dokumentem stále "
     "chyběly. "
     "Obě strany ujišťovaly novináře, že k míru zbývá jediný krok, a obě věděly, že jej nikdo "
     "neudělá "
     "jako první. Hostitelé mlčky uklízeli ze stolu šálky a příliš žluté růže."},
    {"Greek",
     {"windows-1253"},
     "Οι συνομιλίες άρχισαν το μεσημέρι και τελείωσαν πολύ μετά τα μεσάνυχτα, αλλά κανείς δεν "
     "υπέγραψε. Οι δύο πλευρές διαβεβαίωναν τους δημοσιογράφους ότι η ειρήνη απέχει ένα βήμα, και "
     "οι "
     "δύο ήξεραν ότι κανείς δεν θα το κάνει πρώτος."},
};

// The first `count` code points.
std::string beginning(std::string_view text, int count) {
  std::size_t at = 0;
  for (int i = 0; i < count && at < text.size(); ++i) postil::text::next_code_point(text, at);
  return std::string(text.substr(0, at));
}

}  // namespace

TEST_CASE("a page of text in an old encoding is read as what it is") {
  for (const Language& language : kLanguages) {
    REQUIRE(postil::text::count_code_points(language.text) >= 200);
    for (const char* encoding : language.encodings) {
      CAPTURE(language.name);
      CAPTURE(encoding);
      const Decoded decoded = decode(encode(language.text, encoding));
      CHECK(decoded.text == language.text);
      CHECK(decoded.assumed);
      CHECK(decoded.replaced == 0);
    }
  }
}

TEST_CASE("forty letters in an old encoding are enough") {
  for (const Language& language : kLanguages) {
    for (const char* encoding : language.encodings) {
      CAPTURE(language.name);
      CAPTURE(encoding);
      const std::string text = beginning(language.text, 40);
      CHECK(decode(encode(text, encoding)).text == text);
    }
  }
}

TEST_CASE("old Macintosh text with its line ends is read") {
  const std::string text = "Les négociations commencèrent à midi,\nmais personne n’avait signé.\n";
  std::string mac = encode(text, "macintosh");
  for (char& c : mac) c = c == '\n' ? '\r' : c;
  CHECK(decode(mac).text == text);
}

TEST_CASE("a few doubtful bytes are windows-1252, quotes and dashes above all") {
  CHECK(decode("It\x92s \x93peace\x94 \x96 or not").text == "It’s “peace” – or not");
  CHECK(decode("caf\xe9").text == "café");
  CHECK(decode("na\xefve").encoding == "windows-1252");
  CHECK(decode("\xa9 2022").text == "© 2022");
}

TEST_CASE("East Asian encodings are left to ICU's detector") {
  std::string text;
  for (int i = 0; i < 6; ++i)
    text += "交渉は正午に始まり、真夜中を過ぎてから終わったが、誰も署名しなかった。";
  CHECK(decode(encode(text, "Shift_JIS")).text == text);
  CHECK(decode(encode(text, "EUC-JP")).text == text);
  std::string hebrew;
  for (int i = 0; i < 4; ++i)
    hebrew += "השיחות החלו בצהריים והסתיימו הרבה אחרי חצות, אבל איש לא חתם על המסמך. ";
  CHECK(decode(encode(hebrew, "windows-1255")).text == hebrew);
}

TEST_CASE("UTF-16 and UTF-32 are read with a mark and without one") {
  for (const char* text : {"Istanbul talks, 2022\nпереговоры 😀\n", "переговоры в Стамбуле\n"}) {
    for (const char* encoding : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
      CAPTURE(encoding);
      const Decoded plain = decode(encode(text, encoding));
      CHECK(plain.text == text);
      CHECK(plain.encoding == encoding);
      CHECK_FALSE(plain.assumed);
      CHECK(decode(encode(std::string("\xEF\xBB\xBF") + text, encoding)).text == text);
    }
  }
  CHECK(decode("\xEF\xBB\xBFтекст").text == "текст");
}

TEST_CASE("half a pair and half a unit of UTF-16 are replaced and counted") {
  const Decoded decoded =
      decode(std::string("\xFF\xFE"
                         "a\0\n\0\x3D\xD8"
                         "b\0c",
                         11));
  CHECK(decoded.text ==
        "a\n\xEF\xBF\xBD"
        "b\xEF\xBF\xBD");
  CHECK(decoded.replaced == 2);
  CHECK(decoded.first_replaced_line == 2);
}

TEST_CASE("UTF-8 with a few bad bytes stays UTF-8, and the first bad line is told") {
  const Decoded decoded = decode("naïve café\nété \xff été\nça \xe2\x82 là\n");
  CHECK(decoded.encoding == "UTF-8");
  CHECK(decoded.text == "naïve café\nété \xEF\xBF\xBD été\nça \xEF\xBF\xBD là\n");
  CHECK(decoded.replaced == 2);
  CHECK(decoded.first_replaced_line == 2);
  CHECK_FALSE(decoded.assumed);
  CHECK(decode("cut within a euro \xe2\x82").encoding == "UTF-8");
}

TEST_CASE("all line ends become one, and controls become spaces") {
  CHECK(decode("a\r\nb\rc\nd\xC2\x85"
               "e\xE2\x80\xA8"
               "f\xE2\x80\xA9"
               "g\fh\vi")
            .text == "a\nb\nc\nd\ne\nf\n\ng\nh\ni");
  CHECK(decode("\r\r\n\n").text == "\n\n\n");
  CHECK(decode(std::string("one\0two\x07\x7f three\tfour", 20)).text.substr(0, 7) == "one two");
  CHECK(decode("").text.empty());
}

TEST_CASE("one zero byte in a text does not make it UTF-16") {
  CHECK(decode(std::string("hell\0 and more words", 20)).text == "hell  and more words");
}

TEST_CASE("assumptions and replacements are told in words") {
  Collected collected;
  report(decode("caf\xe9 noir"), collected);
  report(decode("été été \xff été"), collected);
  report(decode("plain"), collected);
  REQUIRE(collected.findings.size() == 2);
  CHECK(collected.findings[0].reason == "encoding-assumed");
  CHECK(collected.findings[0].detail.find("windows-1252") != std::string::npos);
  CHECK(collected.findings[1].reason == "invalid-utf8");
  CHECK(collected.findings[1].detail.find("line 1") != std::string::npos);
}
