// How often the letters beyond ASCII stand in texts of a language, and which encodings such texts
// are found in. Data for charset_guess.cc; the numbers are rounded common knowledge and only their
// relation matters.

#ifndef POSTIL_INDEXER_READERS_ENCODING_CHARSET_PROFILES_H_
#define POSTIL_INDEXER_READERS_ENCODING_CHARSET_PROFILES_H_

#include <string_view>

namespace postil::index {

struct LanguageProfile {
  std::string_view letters;    // "é 190 è 35 …": a small letter and its weight
  double punctuation;          // share of quotes, dashes and the like among all beyond ASCII
  std::string_view encodings;  // names of ICU converters, separated by spaces
};

inline constexpr LanguageProfile kProfiles[] = {
    // English: nearly all that is not ASCII is punctuation.
    {"é 10 è 2 ï 2 ö 2 ü 2 á 1 í 1 ó 1 ñ 1 ç 1 ä 1 ê 1 ø 1 à 1", 0.8, "windows-1252 macintosh"},
    // French
    {"é 190 à 49 è 35 ê 22 ç 9 ô 6 û 6 ù 6 î 5 â 5 œ 2 ë 1 ï 1", 0.15, "windows-1252 macintosh"},
    // German
    {"ü 65 ä 56 ö 30 ß 30 é 1", 0.1, "windows-1252 macintosh"},
    // Spanish
    {"ó 83 í 73 á 50 é 43 ñ 31 ú 17 ¿ 5 ¡ 3 ü 1", 0.05, "windows-1252 macintosh"},
    // Portuguese
    {"ã 73 ç 53 ê 45 é 34 ó 30 í 13 á 12 à 7 â 6 ô 6 õ 4 ú 2", 0.05, "windows-1252 macintosh"},
    // Italian
    {"à 64 è 26 ù 17 é 6 ì 5 ò 5", 0.2, "windows-1252 macintosh"},
    // Scandinavian languages and Finnish
    {"ä 180 å 150 ö 130 ø 90 æ 80 é 4", 0.05, "windows-1252 macintosh"},
    // Icelandic
    {"ð 439 á 180 í 157 þ 145 ó 99 æ 87 ö 78 é 65 ú 61 ý 23", 0.05, "windows-1252"},
    // Turkish
    {"ı 511 ü 185 ş 178 ç 146 ğ 113 ö 78 â 3 î 1", 0.05, "windows-1254"},
    // Polish
    {"ł 182 ę 111 ą 99 ó 85 ż 83 ś 66 ć 40 ń 20 ź 6", 0.05, "windows-1250 ISO-8859-2"},
    // Czech and Slovak
    {"í 327 á 224 ě 165 é 133 ř 121 ý 107 ž 100 č 94 š 80 ů 69 ú 30 ľ 10 ô 5 ť 10 ň 5 ď 4 ó 3",
     0.05, "windows-1250 ISO-8859-2"},
    // Hungarian
    {"é 385 á 337 ő 89 ö 82 ó 82 ü 62 í 47 ű 21 ú 20", 0.05, "windows-1250 ISO-8859-2"},
    // Romanian
    {"ă 230 î 100 ş 80 ţ 80 â 40", 0.05, "windows-1250 ISO-8859-2"},
    // Croatian and Slovene
    {"š 120 č 110 ž 60 ć 60 đ 20", 0.05, "windows-1250 ISO-8859-2"},
    // Russian
    {"о 110 е 84 а 80 и 74 н 67 т 63 с 55 р 47 в 45 л 43 к 35 м 32 д 30 п 28 у 26 я 20 ы 19 ь 17 "
     "г 17 з 16 б 16 ч 14 й 12 х 10 ж 9 ш 7 ю 6 ц 5 щ 4 э 3 ф 3 ъ 1 ё 1",
     0.02, "windows-1251 KOI8-R ISO-8859-5 IBM866"},
    // Ukrainian
    {"о 94 а 83 н 68 и 61 і 57 в 56 т 55 р 47 е 46 с 41 к 40 у 36 д 34 л 33 п 29 м 29 я 24 з 23 ь "
     "18 "
     "г 16 ч 14 б 14 х 12 й 10 ц 10 ж 9 ю 8 є 7 ш 7 ї 6 щ 5 ф 4 ґ 1 ё 1",
     0.02, "windows-1251 KOI8-U ISO-8859-5"},
    // Greek
    {"α 110 ο 95 ι 78 ε 78 τ 77 ν 63 σ 49 η 49 ρ 42 π 40 κ 40 υ 39 ς 39 μ 33 ί 30 λ 28 ά 25 ό 25 έ "
     "20 "
     "ή 20 ω 19 γ 18 δ 17 ύ 15 θ 13 χ 12 ώ 10 φ 8 β 8 ξ 6 ζ 4 ψ 2",
     0.02, "windows-1253 ISO-8859-7"},
    // Hebrew
    {"י 110 ו 100 ה 100 ל 70 א 60 ר 60 ת 50 ש 50 ב 50 מ 50 ם 30 נ 30 ע 30 כ 27 ח 25 ד 25 ק 21 פ 17 "
     "ס 15 ן 14 ז 13 ט 12 צ 12 ג 12 ך 8 ף 3 ץ 2",
     0.02, "windows-1255"},
    // Arabic
    {"ا 127 ل 116 ي 70 م 65 ن 65 و 60 ر 48 ت 45 ه 40 ب 38 ع 37 د 32 ف 30 س 28 ة 28 ك 25 ق 25 أ 25 "
     "ح 22 ج 14 ش 12 ص 11 ط 11 ى 10 إ 10 خ 9 ، 8 ض 7 ذ 7 ز 7 ث 6 غ 5 ئ 5 ء 4 ؤ 2 ظ 2 آ 2",
     0.02, "windows-1256 ISO-8859-6"},
};

// Punctuation that all of them use, with weights as above.
inline constexpr std::string_view kCommonPunctuation =
    "’ 30 “ 20 ” 20 – 15 — 10 « 8 » 8 „ 6 … 5 \u00A0 5 ‘ 5 ‚ 1 • 3 ° 1 § 1 № 1 € 1 £ 1 © 1 ® 1 · 1 "
    "´ 1";

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_ENCODING_CHARSET_PROFILES_H_
