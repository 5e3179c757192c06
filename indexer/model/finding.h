// A finding: something about a file that its owner should know, because it was skipped, read only
// in part or read on an assumption. Made anywhere between walking and storing, collected by the
// run, printed by --report and --inspect. Nothing is lost silently.

#ifndef POSTIL_INDEXER_MODEL_FINDING_H_
#define POSTIL_INDEXER_MODEL_FINDING_H_

#include <string>
#include <string_view>

namespace postil::index {

enum class Severity {
  kWarning,  // indexed, but on an assumption that is named
  kCut,      // indexed in part
  kSkipped,  // not indexed
};

// Short and stable, for scripts: "unreadable", "binary", "empty", "too-large", "encoding-assumed" …
struct Finding {
  Severity severity = Severity::kWarning;
  std::string path;    // of the file (bytes, as the file system has it)
  std::string reason;  // one lower-case word or hyphenated words
  std::string detail;  // a sentence for a person: what exactly, where in the file, what to do
};

std::string_view name(Severity severity);  // "warning", "cut", "skipped"

}  // namespace postil::index

#endif  // POSTIL_INDEXER_MODEL_FINDING_H_
