#include "indexer/readers/feeds/feed_report.h"

#include <fmt/format.h>

namespace postil::index {

void report_short_entries(const ShortEntries& shorts, std::size_t entries, RawArticleSink& sink) {
  if (shorts.summaries > 0) {
    sink.finding(Severity::kWarning, "summary-only",
                 fmt::format("{} of {} entries have a summary only: it was read as the body",
                             shorts.summaries, entries));
  }
  if (shorts.titles > 0) {
    sink.finding(Severity::kWarning, "title-only",
                 fmt::format("{} of {} entries have no text: they are found by their title only",
                             shorts.titles, entries));
  }
}

}  // namespace postil::index
