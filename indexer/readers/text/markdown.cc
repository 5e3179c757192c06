#include "indexer/readers/text/markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "indexer/readers/encoding/binary.h"
#include "indexer/readers/encoding/encoding.h"
#include "indexer/readers/report.h"
#include "indexer/readers/text/front_matter.h"
#include "indexer/readers/text/markdown_body.h"
#include "indexer/readers/text/markdown_metadata.h"

namespace postil::index {
namespace {

bool has_markdown_ending(std::string_view path) {
  const std::string ending = ending_of(path);
  return ending == "md" || ending == "markdown" || ending == "mdown" || ending == "mkd" ||
         ending == "mdx" || ending == "qmd" || ending == "rmd";
}

constexpr int kCertainMarks = 4;

// What only Markdown has, line by line. A line or two of it stand in plain text as well.
int count_marks(std::string_view text) {
  int marks = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    const std::size_t hashes = line.find_first_not_of('#');
    const bool heading =
        hashes != std::string_view::npos && hashes > 0 && hashes < 7 && line[hashes] == ' ';
    const std::size_t link = line.find("](");
    const bool linked = link != std::string_view::npos &&
                        (line.substr(link + 2, 4) == "http" || line.substr(link + 2, 1) == "/");
    marks += (heading ? 1 : 0) + (linked ? 1 : 0);
    if (line.substr(0, 3) == "```") ++marks;
  }
  return marks;
}

int sniff_markdown(const Sample& sample) {
  std::string_view bytes = sample.bytes;
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  const bool named = has_markdown_ending(sample.path);
  std::string start;
  if (bytes.substr(0, 3) == "---" || bytes.substr(0, 3) == "+++" || !wide_encoding(bytes).empty()) {
    start = decode(bytes.substr(0, bytes.size() & ~std::size_t{3})).text;
    if (starts_with_front_matter(start)) {
      if (named) return 95;
      // Pages of HTML have such a block where a blog's tools fill them in; so have style sheets.
      const std::string ending = ending_of(sample.path);
      const bool page = ending == "html" || ending == "htm";
      return page || !refuse(sample) ? 70 : 0;
    }
  }
  if (!named && count_marks(bytes) < kCertainMarks) return 0;
  const auto refusal = refuse(sample);
  // A post may well start with a tag of HTML.
  if (refusal && !(named && refusal->reason == "no-reader" && bytes.substr(0, 1) == "<")) return 0;
  return named ? 60 : 20;
}

// A heading before all else is the title, unless the fields name another.
void settle_title(MarkdownBody& body, Metadata& meta) {
  if (body.title.empty()) return;
  if (meta.title.empty()) {
    meta.title = std::move(body.title);
  } else if (text::fold(meta.title) != text::fold(body.title)) {
    body.paragraphs.insert(body.paragraphs.begin(),
                           {schema::Zone::kHeading, std::move(body.title)});
  }
}

void report_problems(const FrontMatter& front, RawArticleSink& sink) {
  OneByOne one_by_one(sink, "problems");
  std::size_t told = 0;
  for (const auto& [line, what] : front.problems) {
    one_by_one.tell(told, Severity::kWarning, "front-matter",
                    line == 0 ? what : fmt::format("Line {}: {}", line, what));
  }
  one_by_one.finish(told, Severity::kWarning, "front-matter");
}

bool has_nothing(const RawArticle& article, const MarkdownBody& body) {
  return body.paragraphs.empty() && article.declared.title.empty();
}

void read_as_markdown(Source& source, RawArticleSink& sink) {
  std::string bytes;
  if (!read_text(source, sink, bytes)) return;
  const Decoded decoded = decode(bytes);
  bytes = {};
  FrontMatter front = read_front_matter(decoded.text);
  RawArticle article;
  article.declared = to_metadata(front);
  date_from_name(source.path(), article.declared);
  MarkdownBody body = read_markdown_body(std::string_view(decoded.text).substr(front.end));
  settle_title(body, article.declared);
  if (has_nothing(article, body)) {
    report_empty(source, sink);
    return;
  }
  report(decoded, sink);
  report_problems(front, sink);
  if (!body.complete) {
    sink.finding(Severity::kCut, "markdown", "The Markdown parser gave up before the file's end");
  }
  article.content = MarkedBody{std::move(body.paragraphs)};
  sink.article(std::move(article));
}

}  // namespace

const Reader kMarkdownReader = {"markdown", "Markdown with YAML or TOML front matter (blog posts)",
                                sniff_markdown, read_as_markdown};

}  // namespace postil::index
