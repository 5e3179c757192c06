#include "query/view_options.h"

#include <fmt/format.h>

#include "query/option_table.h"
#include "query/option_values.h"
#include "query/output/text_tables.h"
#include "query/search/views/collocates.h"
#include "query/search/views/compare.h"
#include "query/search/views/kwic.h"
#include "query/search/views/terms.h"
#include "query/search/views/timeline.h"

namespace postil::query {
namespace {

constexpr std::uint64_t kMaxContext = 1000;
constexpr std::uint64_t kMaxWindow = 100;

Error wrong_value(std::string_view option, std::string_view value, std::string hint) {
  return {ErrorKind::kUsage, fmt::format("{} cannot be \"{}\"", option, value), std::move(hint)};
}

// `usual` if nothing was typed.
Result<std::uint64_t> read_number(std::string_view option, const std::string& typed,
                                  std::uint64_t usual, std::uint64_t least, std::uint64_t most) {
  if (typed.empty()) return usual;
  const auto number = read_count(option, typed);
  if (number && *number >= least && *number <= most) return *number;
  const std::string range = most == UINT64_MAX ? fmt::format("{} or more", least)
                                               : fmt::format("from {} to {}", least, most);
  return wrong_value(option, typed, "write a whole number, " + range);
}

Result<KwicSort> read_kwic_sort(const std::string& typed) {
  if (typed.empty()) return KwicSort::kNone;
  if (typed == "left") return KwicSort::kLeft;
  if (typed == "right") return KwicSort::kRight;
  if (typed == "match") return KwicSort::kMatch;
  return wrong_value("--sort", typed, "write left, right or match beside --kwic");
}

Result<ReadView> read_kwic(const TypedView& typed, std::uint64_t limit, int terminal_width) {
  KwicOptions options;
  ReadView read;
  read.name = "kwic";
  if (typed.width != kValueLeftOut) {
    const auto width = read_number("--kwic", typed.width, 0, 1, kMaxContext);
    if (!width) return width.error();
    options.characters = static_cast<std::uint32_t>(*width);
    read.context = static_cast<int>(*width);
  } else if (terminal_width > 0) {
    // What follows a short match has more room than what stands before it.
    options.characters = static_cast<std::uint32_t>(2 * concordance_context(terminal_width));
  }
  const auto sort = read_kwic_sort(typed.sort);
  if (!sort) return sort.error();
  const auto sample = read_number("--sample", typed.sample, 0, 1, UINT64_MAX);
  if (!sample) return sample.error();
  const auto seed = read_number("--seed", typed.seed, 0, 0, UINT64_MAX);
  if (!seed) return seed.error();
  if (!typed.seed.empty() && typed.sample.empty()) {
    return Error{ErrorKind::kUsage, "--seed needs --sample beside it",
                 "add it, or leave the option out"};
  }
  options.sort = *sort;
  options.sample = *sample;
  options.seed = *seed;
  options.limit = limit;
  read.view = std::make_shared<Kwic>(options);
  return read;
}

Result<ReadView> read_timeline(const TypedView& typed) {
  ReadView read;
  read.name = "timeline";
  if (typed.period == "year") {
    read.view = std::make_shared<Timeline>(Period::kYear);
  } else if (typed.period == "month") {
    read.view = std::make_shared<Timeline>(Period::kMonth);
  } else if (typed.period == "day") {
    read.view = std::make_shared<Timeline>(Period::kDay);
  } else {
    return wrong_value("--timeline", typed.period, "write year, month or day");
  }
  return read;
}

Result<ReadView> read_collocates(const TypedView& typed, std::optional<std::uint64_t> limit) {
  CollocateOptions options;
  const auto window = read_number("--window", typed.window, options.window, 1, kMaxWindow);
  if (!window) return window.error();
  const auto floor = read_number("--floor", typed.floor, options.floor, 1, UINT64_MAX);
  if (!floor) return floor.error();
  if (typed.measure == "logDice" || typed.measure == "logdice") {
    options.sort = CollocateSort::kLogDice;
  } else if (!typed.measure.empty() && typed.measure != "log-likelihood") {
    return wrong_value("--measure", typed.measure, "write log-likelihood or logDice");
  }
  options.window = static_cast<std::uint32_t>(*window);
  options.floor = *floor;
  options.limit = limit.value_or(kUsualRows);
  return ReadView{std::make_shared<Collocates>(options), "collocates", 0};
}

Result<ReadView> read_terms(const TypedView& typed, std::optional<std::uint64_t> limit) {
  TermsOptions options;
  const auto floor = read_number("--floor", typed.floor, options.floor, 1, UINT64_MAX);
  if (!floor) return floor.error();
  options.floor = *floor;
  options.limit = limit.value_or(kUsualRows);
  return ReadView{std::make_shared<Terms>(options), "terms", 0};
}

Result<ReadView> read_compare(const TypedView& typed, std::uint64_t limit) {
  const schema::Field* field = schema::find_field(typed.field);
  if (field == nullptr || !field->is_facet()) {
    return wrong_value("--by", typed.field, "write one of: " + facet_names());
  }
  return ReadView{std::make_shared<Compare>(field->id, limit), "compare", 0};
}

}  // namespace

Result<ReadView> read_view(Mode mode, const TypedView& typed, std::optional<std::uint64_t> limit,
                           int terminal_width) {
  if (limit == std::uint64_t{0}) {
    return wrong_value("--limit", "0", "write 1 or more, or leave it out");
  }
  switch (mode) {
    case Mode::kKwic:
      return read_kwic(typed, limit.value_or(0), terminal_width);
    case Mode::kTimeline:
      return read_timeline(typed);
    case Mode::kCollocates:
      return read_collocates(typed, limit);
    case Mode::kTerms:
      return read_terms(typed, limit);
    default:
      return read_compare(typed, limit.value_or(0));
  }
}

}  // namespace postil::query
