#include "query/search/keyness.h"

#include <algorithm>
#include <cmath>

namespace postil::query {
namespace {

// The four cells.
struct Cells {
  double joint = 0;      // O11
  double others = 0;     // O12
  double elsewhere = 0;  // O21
  double rest = 0;       // O22

  double all() const { return joint + others + elsewhere + rest; }
};

double minus(std::uint64_t a, std::uint64_t b) { return a > b ? static_cast<double>(a - b) : 0.0; }

Cells cells(const Contingency& table) {
  const std::uint64_t joint = std::min({table.joint, table.here, table.thing});
  return {static_cast<double>(joint), minus(table.here, joint), minus(table.thing, joint),
          minus(table.all, table.here + (table.thing - joint))};
}

double expected(const Cells& o) {
  return o.all() == 0 ? 0.0 : (o.joint + o.others) * (o.joint + o.elsewhere) / o.all();
}

// O * ln(O / E) for a cell that holds `surplus` more than E: exact where the two are almost equal,
// as they are in the largest cell.
double term(double observed, double surplus) {
  return observed == 0 ? 0.0 : -observed * std::log1p(-surplus / observed);
}

}  // namespace

double expected(const Contingency& table) { return expected(cells(table)); }

double log_likelihood(const Contingency& table) {
  const Cells o = cells(table);
  // All four cells differ from what is expected by the same amount.
  const double surplus = o.joint - expected(o);
  return std::max(0.0, 2 * (term(o.joint, surplus) + term(o.others, -surplus) +
                            term(o.elsewhere, -surplus) + term(o.rest, surplus)));
}

double signed_log_likelihood(const Contingency& table) {
  const double size = log_likelihood(table);
  return static_cast<double>(table.joint) < expected(table) ? -size : size;
}

std::optional<double> rate_ratio(const Contingency& table) {
  const Cells o = cells(table);
  const double here = o.joint + o.others;
  const double elsewhere = o.elsewhere + o.rest;
  if (here == 0 || o.elsewhere == 0) return std::nullopt;
  return (o.joint / here) / (o.elsewhere / elsewhere);
}

double log_dice(std::uint64_t joint, std::uint64_t first, std::uint64_t second) {
  return 14 + std::log2(2 * static_cast<double>(joint) /
                        (static_cast<double>(first) + static_cast<double>(second)));
}

}  // namespace postil::query
