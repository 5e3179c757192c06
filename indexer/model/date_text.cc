#include "indexer/model/date_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>
#include <vector>

#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "indexer/model/date_tokens.h"
#include "indexer/model/month_names.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestLine = 1000;
constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2999;

using Token = DateToken;

struct Match {
  PartialDate date;  // not valid if the day does not exist
  std::size_t end = 0;
};

PartialDate make(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
          static_cast<std::uint8_t>(day)};
}

bool is_one_of(std::string_view word, std::string_view spaced_list) {
  std::string wanted = " ";
  wanted += word;
  wanted += ' ';
  return spaced_list.find(wanted) != std::string_view::npos;
}

// The forms of a date, each tried at one token. `whole` admits what is a date only when nothing
// else stands beside it.
class Matcher {
 public:
  Matcher(const std::vector<Token>& tokens, bool whole) : tokens_(tokens), whole_(whole) {}

  std::optional<Match> at(std::size_t i) const {
    if (i >= tokens_.size()) return std::nullopt;
    const Token& token = tokens_[i];
    if (token.kind == Token::Kind::kMark) return std::nullopt;
    if (token.kind == Token::Kind::kWord) return month_first(i);
    if (continues_number(i)) return std::nullopt;
    if (is_year(i)) {
      if (auto match = year_first(i)) return match;
    }
    if (token.digits > 2) return std::nullopt;
    if (auto match = numeric(i)) return match;
    return day_first(i);
  }

  bool is_year(std::size_t i) const {
    return is_number(i) && tokens_[i].digits == 4 && tokens_[i].value >= kFirstYear &&
           tokens_[i].value <= kLastYear;
  }
  bool is_number(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == Token::Kind::kNumber;
  }
  bool is_mark(std::size_t i, char mark) const {
    return i < tokens_.size() && tokens_[i].mark == mark;
  }
  bool is_small_number(std::size_t i) const { return is_number(i) && tokens_[i].digits <= 2; }
  std::string word(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].kind != Token::Kind::kWord) return "";
    return text::fold(tokens_[i].text);
  }

 private:
  bool is_joined(std::size_t i) const { return i < tokens_.size() && tokens_[i].joined; }
  bool is_joined_number(std::size_t i) const { return is_number(i) && tokens_[i].joined; }

  // The number is the tail of something longer: a version, a telephone number, a range.
  bool continues_number(std::size_t i) const {
    if (i == 0 || !tokens_[i].joined) return false;
    const Token& before = tokens_[i - 1];
    if (before.kind == Token::Kind::kWord) return true;
    const bool links = before.mark == '.' || before.mark == '-' || before.mark == '/' ||
                       before.mark == ':' || before.mark == ',';
    return links && before.joined && i >= 2 && tokens_[i - 2].kind == Token::Kind::kNumber;
  }

  // 2024-03-20, 2024/03/20, 2024.03.20, 2024年3月20日, 2024 March 20, 2024-Mar-20.
  std::optional<Match> year_first(std::size_t i) const {
    const int year = tokens_[i].value;
    if (word(i + 1) == "年" && is_small_number(i + 2) && word(i + 3) == "月") {
      const bool has_day = is_small_number(i + 4) && word(i + 5) == "日";
      const int day = has_day ? tokens_[i + 4].value : 0;
      return Match{make(year, tokens_[i + 2].value, day), i + (has_day ? 6 : 4)};
    }
    const std::size_t second = is_separator(i + 1) ? i + 2 : i + 1;
    const bool separated = second == i + 2;
    if (const int month = month_named(word(second))) {
      const std::size_t third = is_separator(second + 1) ? second + 2 : second + 1;
      if (!is_small_number(third)) return std::nullopt;
      return Match{make(year, month, tokens_[third].value), third + 1};
    }
    const char mark = separated ? tokens_[i + 1].mark : '\0';
    if (!separated || !is_joined(i + 1) || !is_joined_number(i + 2) || !is_mark(i + 3, mark) ||
        !is_joined_number(i + 4)) {
      return std::nullopt;
    }
    if (tokens_[i + 2].digits > 2 || tokens_[i + 4].digits > 2) return std::nullopt;
    return Match{make(year, tokens_[i + 2].value, tokens_[i + 4].value), i + 5};
  }

  bool is_separator(std::size_t i) const {
    return is_mark(i, '-') || is_mark(i, '/') || is_mark(i, '.');
  }

  // 20.03.2024; 20/03/2024 and 03/20/2024 where one reading only is possible.
  std::optional<Match> numeric(std::size_t i) const {
    if (!is_separator(i + 1) || !is_small_number(i + 2)) return std::nullopt;
    const char mark = tokens_[i + 1].mark;
    const bool joined =
        is_joined(i + 1) && is_joined(i + 2) && is_joined(i + 3) && is_joined(i + 4);
    if (!joined && mark != '.') return std::nullopt;
    if (!is_mark(i + 3, mark) || !is_year(i + 4)) return std::nullopt;
    if (is_joined(i + 5) && is_mark(i + 5, mark) && is_joined_number(i + 6)) return std::nullopt;
    const int first = tokens_[i].value;
    const int second = tokens_[i + 2].value;
    const int year = tokens_[i + 4].value;
    if (mark == '.' || first > 12 || first == second)
      return Match{make(year, second, first), i + 5};
    if (second > 12) return Match{make(year, first, second), i + 5};
    return std::nullopt;
  }

  // 20 March 2024, 20th of March, 2024, 20. März 2024, 20-Mar-2024, 1er mai 2024, 20 de marzo de
  // 2024.
  std::optional<Match> day_first(std::size_t i) const {
    const std::size_t name = behind_day(i + 1);
    const int month = month_named(word(name));
    if (month == 0) return std::nullopt;
    const std::size_t year = behind_month(name + 1);
    if (is_year(year)) {
      return Match{make(tokens_[year].value, month, tokens_[i].value), year + 1};
    }
    if (whole_ && is_number(year) && tokens_[year].digits == 2 && !is_mark(year + 1, ':')) {
      const int short_year = tokens_[year].value;
      return Match{make(short_year + (short_year < 50 ? 2000 : 1900), month, tokens_[i].value),
                   year + 1};
    }
    return std::nullopt;
  }

  // March 20th, 2024; Mar 20 10:00:00 2024; March 2024.
  std::optional<Match> month_first(std::size_t i) const {
    const std::string name = word(i);
    const int month = month_named(name);
    if (month == 0) return std::nullopt;
    const std::size_t next = behind_month(i + 1);
    if (is_year(next)) {
      // "who may 2024 …", "they march 2000 miles"
      const bool doubtful = (name == "may" || name == "march") && tokens_[i].text[0] == 'm';
      if (doubtful && !whole_) return std::nullopt;
      return Match{make(tokens_[next].value, month, 0), next + 1};
    }
    if (!is_small_number(next)) return std::nullopt;
    const std::size_t year = behind_time(behind_day(next + 1));
    if (!is_year(year)) return std::nullopt;
    return Match{make(tokens_[year].value, month, tokens_[next].value), year + 1};
  }

  // Skips what stands between a day and a month or year: ordinal endings, "of", commas.
  std::size_t behind_day(std::size_t i) const {
    const std::string first = word(i);
    if (!first.empty() && is_one_of(first, " st nd rd th er ere o a го "))
      ++i;
    else if (is_mark(i, '-') && word(i + 1) == "го")
      i += 2;
    if (is_mark(i, '.') || is_mark(i, ',') || is_mark(i, '-') || is_mark(i, '/')) ++i;
    const std::string second = word(i);
    if (!second.empty() && is_one_of(second, " of de del di the ")) ++i;
    return i;
  }

  std::size_t behind_month(std::size_t i) const {
    if (is_mark(i, '.')) ++i;
    if (is_mark(i, ',') || is_mark(i, '-') || is_mark(i, '/')) ++i;
    const std::string filler = word(i);
    if (!filler.empty() && is_one_of(filler, " of de del di ")) ++i;
    if (is_mark(i, ',')) ++i;
    return i;
  }

  // "10:00:00 +0000" or "10:00:00 UTC" between the day and the year.
  std::size_t behind_time(std::size_t i) const {
    if (!is_small_number(i) || !is_mark(i + 1, ':') || !is_small_number(i + 2)) return i;
    i += 3;
    if (is_mark(i, ':') && is_small_number(i + 1)) i += 2;
    if (is_mark(i, '+') || is_mark(i, '-')) {
      i += 2;
    } else if (!word(i).empty()) {
      ++i;
    }
    return i;
  }

  const std::vector<Token>& tokens_;
  bool whole_;
};

// Whether all from token `i` on is a time of day, a zone, a weekday or the word "year".
bool is_time_or_nothing(const Matcher& matcher, const std::vector<Token>& tokens, std::size_t i) {
  constexpr std::string_view kWords =
      " t z h am pm a p m at um uhr a в о г гг год года р року рік yili saat kl klo de las los "
      " h s min utc gmt время часа ";
  bool numbers = false;
  bool clock = false;
  for (; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind == Token::Kind::kNumber) {
      numbers = true;
      clock = clock || token.digits == 6;
    } else if (token.kind == Token::Kind::kWord) {
      const std::string word = matcher.word(i);
      bool zone = token.text.size() <= 5;
      for (char c : token.text) zone = zone && c >= 'A' && c <= 'Z';
      if (!zone && !is_weekday(word) && !is_one_of(word, kWords)) return false;
      clock = clock || is_one_of(word, " am pm uhr h ");
    } else if (std::string_view(":.,+-()[]/|").find(token.mark) == std::string_view::npos) {
      return false;
    } else {
      clock = clock || token.mark == ':';
    }
  }
  return clock || !numbers;
}

std::optional<PartialDate> valid(const PartialDate& date) {
  const bool in_range = date.year >= kFirstYear && date.year <= kLastYear;
  if (!in_range || !is_valid(date)) return std::nullopt;
  return date;
}

// Seconds, milliseconds or microseconds since 1970, told apart by their size: 9 or 10 digits of
// seconds are 1973 to 2286.
std::optional<PartialDate> from_epoch(std::string_view digits) {
  std::int64_t value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  if (digits.size() >= 15) {
    value /= 1'000'000;
  } else if (digits.size() >= 12) {
    value /= 1000;
  }
  const auto seconds = static_cast<std::time_t>(value);
  std::tm parts{};
  if (::gmtime_r(&seconds, &parts) == nullptr) return std::nullopt;
  return valid(make(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday));
}

// A date that is one number: 2024, 20240320, 20240320101500, 1710928800.
std::optional<PartialDate> read_number(std::string_view digits) {
  const auto part = [digits](std::size_t at, std::size_t size) {
    int value = 0;
    for (char c : digits.substr(at, size)) value = value * 10 + (c - '0');
    return value;
  };
  switch (digits.size()) {
    case 4:
      return valid(make(part(0, 4), 0, 0));
    case 8:
    case 14:
      if (part(4, 2) == 0 || part(6, 2) == 0) return std::nullopt;
      return valid(make(part(0, 4), part(4, 2), part(6, 2)));
    case 9:
    case 10:
    case 12:
    case 13:
    case 16:
      return from_epoch(digits);
    default:
      return std::nullopt;
  }
}

// 2024-03, 2024/03, 03/2024, 03.2024: a month only when nothing else is there.
std::optional<PartialDate> read_year_and_month(const Matcher& matcher,
                                               const std::vector<Token>& tokens, std::size_t i) {
  const bool marked =
      matcher.is_mark(i + 1, '-') || matcher.is_mark(i + 1, '/') || matcher.is_mark(i + 1, '.');
  if (i + 3 != tokens.size() || !marked) return std::nullopt;
  const bool year_first = matcher.is_year(i) && matcher.is_small_number(i + 2);
  const bool year_last = matcher.is_small_number(i) && matcher.is_year(i + 2);
  if (!year_first && !year_last) return std::nullopt;
  const int month = tokens[year_first ? i + 2 : i].value;
  if (month == 0) return std::nullopt;
  return valid(make(tokens[year_first ? i : i + 2].value, month, 0));
}

bool has_day_or_month(const PartialDate& date) { return date.month != 0; }

}  // namespace

std::optional<PartialDate> read_date(std::string_view text) {
  if (text.size() > kLongestLine) return std::nullopt;
  const std::vector<Token> tokens = cut_into_tokens(text);
  const Matcher matcher(tokens, true);
  std::size_t start = 0;
  while (start < tokens.size() &&
         (is_weekday(matcher.word(start)) ||
          (start > 0 && (matcher.is_mark(start, ',') || matcher.is_mark(start, '.'))))) {
    ++start;
  }
  if (start == tokens.size()) return std::nullopt;
  const auto match = matcher.at(start);
  if (match && is_time_or_nothing(matcher, tokens, match->end)) return valid(match->date);
  if (match || !matcher.is_number(start)) return std::nullopt;
  if (auto month = read_year_and_month(matcher, tokens, start)) return month;
  // A fraction of a second, or the T and time of a compact date, may follow.
  const bool compact = tokens[start].digits >= 8;
  if (start + 1 < tokens.size() && !(compact && is_time_or_nothing(matcher, tokens, start + 1)) &&
      !(compact && matcher.is_mark(start + 1, '.') && start + 3 == tokens.size())) {
    return std::nullopt;
  }
  return read_number(tokens[start].text);
}

std::optional<PartialDate> find_date(std::string_view text) {
  text = text.substr(0, text::floor_boundary(text, std::min(text.size(), kLongestLine)));
  if (text.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
  const std::vector<Token> tokens = cut_into_tokens(text);
  const Matcher matcher(tokens, false);
  for (std::size_t i = 0; i < tokens.size();) {
    const auto match = matcher.at(i);
    if (!match) {
      ++i;
      continue;
    }
    const auto date = valid(match->date);
    if (date && has_day_or_month(*date)) return date;
    i = match->end;
  }
  return std::nullopt;
}

}  // namespace postil::index
