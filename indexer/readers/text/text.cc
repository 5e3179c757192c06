#include "indexer/readers/text/text.h"

#include <string>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/readers/encoding/binary.h"
#include "indexer/readers/encoding/encoding.h"
#include "indexer/readers/report.h"

namespace postil::index {
namespace {

// Any text is plain text if it is nothing else.
constexpr int kAnythingElseFirst = 10;

int sniff_text(const Sample& sample) { return refuse(sample) ? 0 : kAnythingElseFirst; }

void read_as_text(Source& source, RawArticleSink& sink) {
  std::string bytes;
  if (!read_text(source, sink, bytes)) return;
  Decoded decoded = decode(bytes);
  if (text::trim(decoded.text).empty()) {
    report_empty(source, sink);
    return;
  }
  report(decoded, sink);
  RawArticle article;
  article.content = PageText{std::move(decoded.text)};
  sink.article(std::move(article));
}

}  // namespace

const Reader kTextReader = {"text", "plain text, a saved page or an article alone", sniff_text,
                            read_as_text, false};

}  // namespace postil::index
