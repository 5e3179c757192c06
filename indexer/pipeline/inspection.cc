#include "indexer/pipeline/inspection.h"

#include <unistd.h>

#include <filesystem>
#include <utility>

#include "indexer/pipeline/companions.h"
#include "indexer/pipeline/manifests.h"
#include "indexer/pipeline/scope.h"
#include "indexer/readers/registry.h"
#include "indexer/store/record_id.h"
#include "indexer/store/root_table.h"
#include "indexer/worker/limits.h"
#include "indexer/worker/worker.h"

namespace postil::index {
namespace {

using Show = std::function<void(const std::string& id, const Article& article)>;

class Shower final : public ArticleSink {
 public:
  Shower(std::string path, std::string id, const Show& show)
      : path_(std::move(path)), ids_(std::move(id)), show_(show) {}

  void article(Article article) override { show_(ids_.next(article), article); }

  void finding(Severity severity, std::string_view reason, std::string detail) override {
    findings_.push_back({severity, path_, std::string(reason), std::move(detail)});
  }

  std::vector<Finding> take_findings() { return std::move(findings_); }

 private:
  std::string path_;
  ArticleIds ids_;
  const Show& show_;
  std::vector<Finding> findings_;
};

// The folder that the rows of the file's manifest are relative to: that of --metadata if the file
// is below it, else the nearest one above the file that holds a metadata.csv, as a run over that
// folder would use it.
std::filesystem::path manifest_folder(const std::filesystem::path& file,
                                      const std::string& metadata) {
  namespace fs = std::filesystem;
  std::error_code unreadable;
  if (!metadata.empty()) {
    const fs::path folder = fs::weakly_canonical(metadata, unreadable).parent_path();
    const fs::path relative = file.lexically_relative(folder);
    const bool below = !relative.empty() && *relative.begin() != "..";
    return below ? folder : file.parent_path();
  }
  for (fs::path folder = file.parent_path(); folder.has_relative_path();
       folder = folder.parent_path()) {
    if (fs::exists(folder / Manifests::kDefaultName, unreadable)) return folder;
  }
  return file.parent_path();
}

Result<Source> open_source(const std::string& path) {
  if (path == kStandardInput) return Source::of_descriptor(path, STDIN_FILENO);
  return Source::open(path);
}

}  // namespace

Result<Inspection> inspect_file(const std::string& path, const std::string& metadata,
                                const std::string& worker_program,
                                const std::function<void(const std::string& format)>& begin,
                                const Show& show) {
  Result<std::vector<Scope>> scopes = resolve_paths({path});
  if (!scopes) return scopes.error();
  Result<Source> source = open_source(path);
  if (!source) return about(path, source.error());
  const std::filesystem::path real = scopes->front().real;
  RootTable roots;
  path == kStandardInput ? roots.add(path, "stdin") : roots.add(real.string());
  const schema::Root folder{"", manifest_folder(real, metadata).string()};
  const Result<Manifests> manifests = Manifests::load({folder}, metadata);
  if (!manifests) return manifests.error();

  if (path != kStandardInput) {
    source->set_companions(Companions().of(real.string(), "/"));
  }
  const Result<Choice> choice = choose(*source);
  Inspection inspection;
  inspection.format = choice && choice->reader != nullptr ? choice->reader->name : "unknown";
  inspection.findings = manifests->findings();
  begin(inspection.format);
  const std::string relative = real.lexically_relative(folder.path).string();
  Rows rows{manifests->find(folder, relative), {}};
  for (const auto& [member, row] : manifests->find_members(folder, relative)) {
    rows.members.emplace_back(member, *row);
  }
  Shower shower(path, file_id(roots.all().front().label, ""), show);
  if (!worker_program.empty() && choice && is_isolated(*choice, *source)) {
    Worker worker(worker_program);
    const Limits limits = limits_for(source->size().value_or(0) + size_of(source->companions()));
    const auto read = worker.read(*source, rows, limits, shower, nullptr);
    if (!read) return read.error();
  } else {
    read_articles_by(choice, *source, rows, shower);
  }
  for (Finding& finding : shower.take_findings()) {
    inspection.findings.push_back(std::move(finding));
  }
  return inspection;
}

}  // namespace postil::index
