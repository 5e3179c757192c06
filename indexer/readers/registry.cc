#include "indexer/readers/registry.h"

#include "indexer/readers/archive.h"
#include "indexer/readers/docx.h"
#include "indexer/readers/epub.h"
#include "indexer/readers/feed.h"
#include "indexer/readers/html.h"
#include "indexer/readers/jsonl.h"
#include "indexer/readers/mail.h"
#include "indexer/readers/markdown.h"
#include "indexer/readers/mhtml.h"
#include "indexer/readers/odt.h"
#include "indexer/readers/pdf.h"
#include "indexer/readers/report.h"
#include "indexer/readers/rtf.h"
#include "indexer/readers/text.h"
#include "indexer/readers/warc.h"
#include "indexer/readers/wxr.h"

namespace postil::index {

const std::vector<const Reader*>& readers() {
  static const std::vector<const Reader*> kReaders = {
      &kTextReader,    &kMarkdownReader, &kJsonLinesReader, &kFeedReader, &kWxrReader,
      &kMailReader,    &kMailboxReader,  &kMhtmlReader,     &kRtfReader,  &kHtmlReader,
#ifdef POSTIL_WITH_WARC
      &kWarcReader,
#endif
#ifdef POSTIL_WITH_ARCHIVES
      &kArchiveReader, &kEpubReader,     &kDocxReader,      &kOdtReader,
#endif
#ifdef POSTIL_WITH_PDF
      &kPdfReader,
#endif
  };
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
