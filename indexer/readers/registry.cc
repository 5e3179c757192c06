#include "indexer/readers/registry.h"

#include <utility>

#include "indexer/readers/archives/archive.h"
#include "indexer/readers/documents/docx.h"
#include "indexer/readers/documents/epub.h"
#include "indexer/readers/documents/odt.h"
#include "indexer/readers/documents/pdf.h"
#include "indexer/readers/documents/rtf.h"
#include "indexer/readers/encoding/mojibake.h"
#include "indexer/readers/feeds/feed.h"
#include "indexer/readers/feeds/wxr.h"
#include "indexer/readers/mail/mail.h"
#include "indexer/readers/report.h"
#include "indexer/readers/tables/comment_files.h"
#include "indexer/readers/tables/json_document.h"
#include "indexer/readers/tables/jsonl.h"
#include "indexer/readers/tables/table.h"
#include "indexer/readers/text/markdown.h"
#include "indexer/readers/text/text.h"
#include "indexer/readers/web/html.h"
#include "indexer/readers/web/mhtml.h"
#include "indexer/readers/web/warc.h"

namespace postil::index {
namespace {

// Adds the comments that lie in files of their own to the article of the file they belong to.
class WithComments final : public RawArticleSink {
 public:
  WithComments(const Source& post, RawArticleSink& sink) : post_(post), sink_(sink) {}

  void article(RawArticle article) override {
    if (is_first_) {
      for (RawComment& comment : read_comment_files(post_, sink_)) {
        article.comments.push_back(std::move(comment));
      }
    }
    is_first_ = false;
    sink_.article(std::move(article));
  }
  void finding(Severity severity, std::string_view reason, std::string detail) override {
    sink_.finding(severity, reason, std::move(detail));
  }

 private:
  const Source& post_;
  RawArticleSink& sink_;
  bool is_first_ = true;
};

}  // namespace

const std::vector<const Reader*>& readers() {
  static const std::vector<const Reader*> kReaders = {
      &kTextReader,    &kMarkdownReader, &kJsonLinesReader, &kTableReader,
      &kJsonReader,    &kFeedReader,     &kWxrReader,       &kMailReader,
      &kMailboxReader, &kMhtmlReader,    &kRtfReader,       &kHtmlReader,
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

void prepare_readers() {
  for (const Reader* reader : readers()) {
    if (reader->prepare != nullptr) reader->prepare();
  }
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

bool is_isolated(const Choice& choice, const Source& source) {
  return choice.reader != nullptr && (choice.reader->is_isolated || !source.companions().empty());
}

std::string_view read_file(Source& source, RawArticleSink& sink) {
  return read_file(source, choose(source), sink);
}

std::string_view read_file(Source& source, const Result<Choice>& choice, RawArticleSink& sink) {
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
  MojibakeMender mender(sink);
  if (!source.companions().empty() && choice->reader != &kTableReader) {
    WithComments with_comments(source, mender);
    choice->reader->read(source, with_comments);
  } else {
    choice->reader->read(source, mender);
  }
  mender.report();
  return choice->reader->name;
}

}  // namespace postil::index
