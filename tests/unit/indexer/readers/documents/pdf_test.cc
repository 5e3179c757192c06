#ifdef POSTIL_WITH_PDF

#include "indexer/readers/documents/pdf.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/readers/documents/pdf_layout.h"
#include "tests/unit/indexer/readers/reader_testing.h"

using namespace postil;
using namespace postil::index;

namespace {

// A page set in lines of words, 12 points apart.
class PageSetter {
 public:
  PageSetter() { page_.width = 612, page_.height = 792; }

  PageSetter& at(double left, double top) {
    left_ = left;
    top_ = top;
    return *this;
  }
  PageSetter& line(const std::string& text, double size = 10) {
    double x = left_;
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t end = std::min(text.find(' ', from), text.size());
      const std::string word = text.substr(from, end - from);
      const double width = static_cast<double>(word.size()) * size / 2;
      page_.words.push_back({x, top_, x + width, top_ + size, word, true});
      x += width + size / 4;
      from = end + 1;
    }
    top_ += size * 1.2;
    return *this;
  }
  const PdfPage& page() const { return page_; }

 private:
  PdfPage page_;
  double left_ = 72;
  double top_ = 150;
};

// A PDF of one page for each text, as small as one can be.
std::string make_pdf(const std::vector<std::string>& pages, const std::string& info = "") {
  std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R>>", "",
                                      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
  std::string kids;
  for (const std::string& text : pages) {
    const std::string content = text.empty() ? "" : "BT /F1 12 Tf 72 600 Td (" + text + ") Tj ET";
    objects.push_back("<</Length " + std::to_string(content.size()) + ">>stream\n" + content +
                      "\nendstream");
    objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents " +
                      std::to_string(objects.size()) + " 0 R/Resources<</Font<</F1 3 0 R>>>>>>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) + ">>";
  objects.push_back("<<" + info + ">>");
  std::string pdf = "%PDF-1.4\n";
  std::string table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string count = std::to_string(objects.size() + 1);
  return pdf + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer<</Size " + count +
         "/Root 1 0 R/Info " + std::to_string(objects.size()) + " 0 R>>\nstartxref\n" +
         std::to_string(pdf.size()) + "\n%%EOF";
}

}  // namespace

TEST_CASE("lines are joined to paragraphs, and hyphens at their ends undone") {
  const auto paragraphs = join_pages({PageSetter()
                                          .line("The delegations met once more and the negotia-")
                                          .line("tions went on until the morning of the next one")
                                          .line("without a word.")
                                          .line("  Another paragraph begins here and it goes on")
                                          .line("to its end.")
                                          .page()});
  REQUIRE(paragraphs.size() == 2);
  CHECK(paragraphs[0].text ==
        "The delegations met once more and the negotiations went on until the morning of the next "
        "one without a word.");
  CHECK(paragraphs[1].text == "Another paragraph begins here and it goes on to its end.");
  CHECK(paragraphs[0].page == 1);
}

TEST_CASE("columns are read one after the other") {
  const auto paragraphs = join_pages({PageSetter()
                                          .at(72, 150)
                                          .line("The left column has a first line")
                                          .line("and its sentence goes on over the")
                                          .at(320, 150)
                                          .line("edge into the right column, where")
                                          .line("it ends.")
                                          .page()});
  REQUIRE(paragraphs.size() == 1);
  CHECK(paragraphs[0].text ==
        "The left column has a first line and its sentence goes on over the edge into the right "
        "column, where it ends.");
}

TEST_CASE("running heads and page numbers go, and paragraphs go on over pages") {
  std::vector<PdfPage> pages;
  for (int i = 1; i <= 4; ++i) {
    pages.push_back(PageSetter()
                        .at(72, 40)
                        .line("The Quarterly of Talks " + std::to_string(i))
                        .at(72, 200)
                        .line("A sentence that does not end on the page where it stands but")
                        .line("goes on and on over the edge of it and then on the next one, and")
                        .at(300, 750)
                        .line(std::to_string(40 + i))
                        .page());
  }
  const auto paragraphs = join_pages(pages);
  REQUIRE(paragraphs.size() == 1);
  CHECK(paragraphs[0].text.find("Quarterly") == std::string::npos);
  CHECK(paragraphs[0].text.find("4") == std::string::npos);
  CHECK(paragraphs[0].page == 1);
}

TEST_CASE("what is set larger is a heading, and a paragraph knows its page") {
  const auto paragraphs = join_pages(
      {PageSetter().line("Spring", 16).line("The text of it is here.").page(),
       PageSetter().line("Summer", 16).line("Then came the summer, and more text.").page()});
  REQUIRE(paragraphs.size() == 4);
  CHECK(paragraphs[0].zone == schema::Zone::kHeading);
  CHECK(paragraphs[1].zone == schema::Zone::kBody);
  CHECK(paragraphs[3].page == 2);
}

TEST_CASE("a PDF is an article whose paragraphs know their pages") {
  const Collected read = read_with(kPdfReader, make_pdf({"The first page.", "The second page."},
                                                        "/Title(The Talks)/Author(Ann Example)"));
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].declared.title == "The Talks");
  CHECK(read.articles[0].declared.authors == std::vector<std::string>{"Ann Example"});
  const auto& paragraphs = std::get<MarkedBody>(read.articles[0].content).paragraphs;
  REQUIRE(paragraphs.size() == 2);
  CHECK(paragraphs[1].text == "The second page.");
  CHECK(paragraphs[1].page == 2);
}

TEST_CASE("a PDF without text, and one that is none, are named for what they are") {
  CHECK(read_with(kPdfReader, make_pdf({""})).has("no-text"));
  CHECK(read_with(kPdfReader, "%PDF-1.7").has("damaged"));
}

#endif  // POSTIL_WITH_PDF
