#include "indexer/model/finding.h"

namespace postil::index {

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::kWarning:
      return "warning";
    case Severity::kCut:
      return "cut";
    case Severity::kSkipped:
      return "skipped";
  }
  return "warning";
}

}  // namespace postil::index
