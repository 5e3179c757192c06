#include "indexer/worker/reading.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/extract/extract.h"
#include "indexer/readers/registry.h"
#include "indexer/readers/tables/manifest.h"

namespace postil::index {
namespace {

class Extraction final : public RawArticleSink {
 public:
  Extraction(const Rows& rows, ArticleSink& sink) : rows_(rows), sink_(sink) {}

  void article(RawArticle raw) override {
    apply_rows(raw);
    sink_.article(extract(std::move(raw),
                          [this](Severity severity, std::string_view reason, std::string detail) {
                            sink_.finding(severity, reason, std::move(detail));
                          }));
  }

  void finding(Severity severity, std::string_view reason, std::string detail) override {
    sink_.finding(severity, reason, std::move(detail));
  }

 private:
  void apply_rows(RawArticle& raw) const {
    if (rows_.file == nullptr && rows_.members.empty()) return;
    std::string own = raw.declared.title;
    if (rows_.file != nullptr) apply(*rows_.file, raw.declared);
    for (const auto& [member, row] : rows_.members) {
      if (member == raw.member) apply(row, raw.declared);
    }
    if (raw.declared.title != own) raw.own_title = std::move(own);
  }

  const Rows& rows_;
  ArticleSink& sink_;
};

}  // namespace

std::string read_articles(Source& source, const Rows& rows, ArticleSink& sink) {
  return read_articles_by(choose(source), source, rows, sink);
}

std::string read_articles_by(const Result<Choice>& choice, Source& source, const Rows& rows,
                             ArticleSink& sink) {
  Extraction extraction(rows, sink);
  return std::string(read_file(source, choice, extraction));
}

}  // namespace postil::index
