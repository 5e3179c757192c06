#include "indexer/readers/registry.h"

#include "indexer/readers/feed.h"
#include "indexer/readers/html.h"
#include "indexer/readers/jsonl.h"
#include "indexer/readers/markdown.h"
#include "indexer/readers/report.h"
#include "indexer/readers/text.h"
#include "indexer/readers/wxr.h"

namespace postil::index {

const std::vector<const Reader*>& readers() {
  static const std::vector<const Reader*> kReaders = {
      &kTextReader, &kMarkdownReader, &kFeedReader, &kWxrReader, &kJsonLinesReader, &kHtmlReader};
  return kReaders;
}

Choice choose(const Sample& sample) {
  Choice choice;
  int surest = 0;
  for (const Reader* reader : readers()) {
    const int sure = reader->sniff(sample);
    if (sure <= surest) continue;
    surest = sure;
    choice.reader = reader;
  }
  if (choice.reader == nullptr) choice.refusal = refuse(sample);
  return choice;
}

Result<Choice> choose(Source& source) {
  const auto head = source.head(kSampleBytes);
  if (!head) return head.error();
  const bool whole = head->size() < kSampleBytes || source.size() == head->size();
  return choose(Sample{source.path(), *head, whole});
}

std::string_view read_file(Source& source, RawArticleSink& sink) {
  const auto choice = choose(source);
  if (!choice) {
    report_unreadable(source, choice.error(), sink);
    return "";
  }
  if (choice->reader == nullptr) {
    const auto& refusal = choice->refusal;
    sink.finding(Severity::kSkipped, refusal ? refusal->reason : "no-reader",
                 refusal ? refusal->detail : "No reader knows this kind of file");
    return "";
  }
  choice->reader->read(source, sink);
  return choice->reader->name;
}

}  // namespace postil::index
