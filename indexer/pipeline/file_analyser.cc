#include "indexer/pipeline/file_analyser.h"

#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "indexer/pipeline/companions.h"
#include "indexer/pipeline/scope.h"
#include "indexer/readers/registry.h"
#include "indexer/store/record_id.h"
#include "indexer/worker/limits.h"
#include "postil_version.h"

namespace postil::index {
namespace {

// Records of a large file that are handed over at once.
constexpr std::size_t kPartBytes = 4 * 1024 * 1024;

Digest to_digest(const ContentHash& hash) { return {hash.high, hash.low}; }

// Standard input cannot be read before it is hashed; it counts as changed each time.
Result<Digest> hash_of_content(const FileTask& task, Source& source) {
  if (task.path == kStandardInput) return Digest{};
  const Result<ContentHash> hash = source.hash();
  if (!hash) return hash.error();
  return to_digest(*hash);
}

bool is_gone(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

// What belongs to the file is as it was, whether its times tell that or its contents.
bool has_same_row(const FileTask& task) {
  const auto is_known = [&](std::uint64_t row_hash) {
    return task.known->row == kept_row_hash(row_hash, task.known->has_articles != 0);
  };
  if (is_known(task.row_hash)) return true;
  return !task.companions.empty() &&
         is_known(hash_of(task.row, task.member_rows) ^ hash_of_contents(task.companions));
}

bool has_same_content(const FileTask& task, const Digest& content) {
  return task.known && task.known->content == content && !(content == Digest{}) &&
         has_same_row(task);
}

FileState state_of(const FileTask& task, const Digest& content) {
  FileState state;
  state.path = task.real_path;
  state.size = task.size;
  state.modified_ns = trusted_time(task.modified_ns);
  state.content = content;
  state.row = task.row_hash;
  return state;
}

Outcome outcome_of(const FileTask& task, bool has_articles) {
  if (!has_articles) return Outcome::kSkipped;
  return task.known ? Outcome::kUpdated : Outcome::kAdded;
}

void add_unchanged(const FileTask& task, Entry& entry) {
  for (Finding finding : task.known_findings) {
    finding.path = task.path;
    entry.findings.push_back(std::move(finding));
  }
  entry.add(task.known->has_articles != 0 ? Outcome::kUnchanged : Outcome::kSkipped);
}

}  // namespace

std::uint64_t kept_row_hash(std::uint64_t row_hash, bool has_articles) {
  static const std::uint64_t kReaders = [] {
    std::string names(kVersion);
    for (const Reader* reader : readers()) names.append(" ").append(reader->name);
    return XXH3_64bits(names.data(), names.size());
  }();
  return has_articles ? row_hash : row_hash ^ kReaders;
}

// Receives the articles of one file and makes records of them.
class FileAnalyser::Articles final : public ArticleSink {
 public:
  Articles(const FileTask& task, RecordMaker& maker, const Emit& emit)
      : task_(task), maker_(maker), emit_(emit), ids_(task.id) {}

  void article(Article article) override {
    if (!status_) return;
    const std::size_t before = records_.size();
    maker_.make(article, ids_.next(article), {task_.real_path, task_.key, task_.folder}, records_);
    ++articles_;
    comments_ += static_cast<std::uint32_t>(article.comments.size());
    for (std::size_t i = before; i < records_.size(); ++i) bytes_ += records_[i].bytes();
    if (bytes_ >= kPartBytes) hand_over(false, {});
  }

  void finding(Severity severity, std::string_view reason, std::string detail) override {
    findings_.push_back({severity, task_.path, std::string(reason), std::move(detail)});
  }

  // The last part, with the file's state.
  Status finish(FileState state) {
    state.articles = articles_;
    state.comments = comments_;
    state.row = kept_row_hash(task_.row_hash, articles_ > 0);
    state.findings = findings_;
    if (status_) hand_over(true, std::move(state));
    return status_;
  }

  // The run was stopped in the middle of the file. Parts that were handed over already are closed
  // with a state that makes the next run read the file anew.
  Status abandon() {
    if (!has_parts_) return ok();
    FileState state;
    state.path = task_.real_path;
    return finish(std::move(state));
  }

  // A file of which nothing came must have a reason.
  void account_for_nothing() {
    if (articles_ > 0 || std::any_of(findings_.begin(), findings_.end(), [](const Finding& each) {
          return each.severity == Severity::kSkipped;
        })) {
      return;
    }
    finding(Severity::kSkipped, "no-article", "There is nothing in it that could be indexed");
  }

  std::uint32_t articles() const { return articles_; }
  const std::vector<Finding>& findings() const { return findings_; }

 private:
  void hand_over(bool is_last, FileState state) {
    FileUpdate update;
    update.key = task_.key;
    update.is_known = task_.known.has_value();
    update.is_last = is_last;
    update.records = std::exchange(records_, {});
    update.state = std::move(state);
    bytes_ = 0;
    has_parts_ = true;
    status_ = emit_(std::move(update));
  }

  const FileTask& task_;
  RecordMaker& maker_;
  const Emit& emit_;
  ArticleIds ids_;
  std::vector<AnalysedRecord> records_;  // not yet handed over
  std::size_t bytes_ = 0;                // of records_
  bool has_parts_ = false;               // handed over
  std::uint32_t articles_ = 0;
  std::uint32_t comments_ = 0;
  std::vector<Finding> findings_;
  Status status_ = ok();
};

Status FileAnalyser::analyse(const FileTask& task, const Emit& emit, Entry& entry) {
  std::optional<Source> source = open(task, entry);
  if (!source) return ok();
  const Result<Digest> content = hash_of_content(task, *source);
  if (!content) {
    entry.findings.push_back(
        {Severity::kSkipped, task.path, "unreadable", content.error().message});
    entry.add(Outcome::kSkipped);
    return ok();
  }
  entry.counts.bytes += task.size;
  if (has_same_content(task, *content)) return refresh(task, *content, emit, entry);
  return read(task, *source, *content, emit, entry);
}

std::optional<Source> FileAnalyser::open(const FileTask& task, Entry& entry) {
  if (task.path == kStandardInput) return Source::of_descriptor(task.path, STDIN_FILENO);
  Result<Source> source = Source::open(task.path);
  if (source) {
    source->set_companions(task.companions);
    return std::move(*source);
  }
  if (is_gone(task.path)) {
    if (task.known) gone_.push_back(task.key);
    return std::nullopt;
  }
  const std::string kept = task.known ? "; what was indexed of it before is kept" : "";
  entry.findings.push_back(
      {Severity::kSkipped, task.path, "unreadable", source.error().message + kept});
  entry.add(Outcome::kSkipped);
  return std::nullopt;
}

// Only times of modification changed, or were not to be trusted.
Status FileAnalyser::refresh(const FileTask& task, const Digest& content, const Emit& emit,
                             Entry& entry) {
  FileUpdate update;
  update.key = task.key;
  update.replaces_records = false;
  update.is_known = true;
  update.state = state_of(task, content);
  update.state.row = kept_row_hash(task.row_hash, task.known->has_articles != 0);
  add_unchanged(task, entry);
  return emit(std::move(update));
}

Status FileAnalyser::read(const FileTask& task, Source& source, const Digest& content,
                          const Emit& emit, Entry& entry) {
  Articles articles(task, maker_, emit);
  const Result<ReadOutcome> outcome = read_articles_of(task, source, articles);
  if (!outcome) return outcome.error();
  if (outcome->is_stopped) return articles.abandon();
  articles.account_for_nothing();
  FileState state = state_of(task, content);
  state.reader = outcome->reader;
  if (outcome->has_changed) {
    state.modified_ns = FileState::kUntrusted;
    state.content = Digest{};
  }
  const bool is_lost = outcome->has_changed && articles.articles() == 0;
  Status status = is_lost ? ok() : articles.finish(std::move(state));
  entry.findings.insert(entry.findings.end(), articles.findings().begin(),
                        articles.findings().end());
  entry.add(outcome_of(task, articles.articles() > 0));
  return status;
}

// What others' code reads goes to a worker process, the rest is read here.
Result<ReadOutcome> FileAnalyser::read_articles_of(const FileTask& task, Source& source,
                                                   ArticleSink& sink) {
  Rows rows{task.row, {}};
  for (const auto& [member, row] : task.member_rows) rows.members.emplace_back(member, *row);
  const Result<Choice> choice = choose(source);
  if (worker_program_.empty() || !choice || !is_isolated(*choice, source)) {
    ReadOutcome outcome;
    outcome.reader = read_articles_by(choice, source, rows, sink);
    outcome.has_changed = source.has_changed();
    return outcome;
  }
  if (!worker_) worker_.emplace(worker_program_);
  const Limits limits = limits_for(task.size + size_of(task.companions));
  return worker_->read(source, rows, limits, sink, is_stopped_);
}

void FileAnalyser::predict(const FileTask& task, Entry& entry) {
  std::optional<Source> source = open(task, entry);
  if (!source) return;
  const Result<Digest> content = hash_of_content(task, *source);
  if (content && has_same_content(task, *content)) {
    add_unchanged(task, entry);
    return;
  }
  const Result<Choice> choice = choose(*source);
  const bool is_readable = choice && choice->reader != nullptr;
  if (!is_readable) {
    const bool is_refused = choice && choice->refusal;
    entry.findings.push_back({Severity::kSkipped, task.path,
                              std::string(is_refused ? choice->refusal->reason : "no-reader"),
                              is_refused ? choice->refusal->detail : ""});
  }
  const Outcome outcome = outcome_of(task, is_readable);
  entry.add(outcome);
  entry.outcomes.emplace_back(outcome, task.path);
}

}  // namespace postil::index
