#include "indexer/model/month_names.h"

#include <unordered_map>
#include <unordered_set>

namespace postil::index {
namespace {

struct Month {
  int number;
  std::string_view names;  // folded, separated by spaces
};

// English, German (with Austrian), French, Russian, Ukrainian, Turkish, Polish, Spanish, Italian,
// Portuguese, Dutch. Abbreviations that are words of their own ("ago", "set", "mag") are left out.
constexpr Month kMonths[] = {
    {1,
     "january jan januar janner janvier janv января январь янв січня січень січ ocak oca "
     "stycznia styczen enero gennaio janeiro januari"},
    {2,
     "february feb febr februar feber fevrier fevr февраля февраль фев февр лютого лютий лют "
     "subat lutego luty febrero febbraio fevereiro februari"},
    {3,
     "march mar marz maerz mars марта март мар березня березень бер mart marca marzec marzo "
     "marco maart mrt"},
    {4,
     "april apr avril avr апреля апрель апр квітня квітень квіт nisan kwietnia kwiecien abril "
     "aprile"},
    {5, "may mai мая май травня травень трав mayis maja maj mayo maggio maio mei"},
    {6,
     "june jun juni juin июня июнь июн червня червень черв haziran haz czerwca czerwiec junio "
     "giugno junho"},
    {7,
     "july jul juli juillet juil июля июль июл липня липень лип temmuz tem lipca lipiec julio "
     "luglio julho"},
    {8,
     "august aug aout августа август авг серпня серпень серп agustos sierpnia sierpien agosto "
     "augustus"},
    {9,
     "september sept sep septembre сентября сентябрь сен сент вересня вересень вер eylul "
     "wrzesnia wrzesien septiembre setiembre settembre setembro"},
    {10,
     "october oct oktober okt octobre октября октябрь окт жовтня жовтень жовт ekim "
     "pazdziernika pazdziernik octubre ottobre outubro"},
    {11,
     "november nov novembre ноября ноябрь ноя нояб листопада листопад лист kasim listopada "
     "listopad noviembre novembro"},
    {12,
     "december dec dezember dez decembre декабря декабрь дек грудня грудень груд aralik "
     "grudnia grudzien diciembre dicembre dezembro"},
};

constexpr std::string_view kWeekdays =
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat "
    "sunday sun "
    "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so "
    "lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim "
    "понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс "
    "понеділок вівторок середа четвер п'ятниця субота неділя нд "
    "pazartesi sali carsamba persembe cuma cumartesi pazar "
    "poniedzialek wtorek sroda czwartek piatek sobota niedziela "
    "lunes martes miercoles jueves viernes sabado domingo "
    "lunedi martedi mercoledi giovedi venerdi domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag";

template <class Use>
void for_each_word(std::string_view words, Use use) {
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    use(words.substr(0, end));
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
}

std::unordered_map<std::string_view, int> make_months() {
  std::unordered_map<std::string_view, int> months;
  for (const Month& month : kMonths) {
    for_each_word(month.names, [&](std::string_view name) { months.emplace(name, month.number); });
  }
  return months;
}

std::unordered_set<std::string_view> make_weekdays() {
  std::unordered_set<std::string_view> weekdays;
  for_each_word(kWeekdays, [&](std::string_view name) { weekdays.insert(name); });
  return weekdays;
}

}  // namespace

int month_named(std::string_view folded) {
  static const auto kNames = make_months();
  const auto found = kNames.find(folded);
  return found == kNames.end() ? 0 : found->second;
}

bool is_weekday(std::string_view folded) {
  static const auto kNames = make_weekdays();
  return kNames.count(folded) != 0;
}

}  // namespace postil::index
