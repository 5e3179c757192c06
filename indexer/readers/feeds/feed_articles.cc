#include "indexer/readers/feeds/feed_articles.h"

#include <fmt/format.h>

#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/readers/feeds/feed_text.h"

namespace postil::index {
namespace {

using namespace std::string_view_literals;

std::string without_fragment(const std::string& link) { return link.substr(0, link.find('#')); }

// WordPress, Blogger and others name a comment by its place on the page of the article.
bool leads_to_comment(std::string_view link) {
  const std::size_t hash = link.find('#');
  if (hash == std::string_view::npos) return false;
  std::string_view place = link.substr(hash + 1);
  if (place.substr(0, 7) == "comment" || place.substr(0, 7) == "Comment") return true;
  if (place.substr(0, 1) == "c") place.remove_prefix(1);
  return place.size() >= 4 && place.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_comment(const FeedEntry& entry) {
  if (!entry.kind.empty()) return entry.kind == "comment";
  return !entry.in_reply_to.empty() || leads_to_comment(entry.link) || leads_to_comment(entry.id);
}

// The article's title in that of a feed of comments: "Comments on: Title", "Comment on Title by
// Ann". What is not known so is left as it is.
std::string title_behind(std::string title, const std::string& author) {
  constexpr std::string_view kFronts[] = {
      "Comments on: ",    "Comments on ",        "Comment on ",       "Kommentare zu: ",
      "Kommentar zu ",    "Commentaires sur : ", "Commentaires sur ", "Commentaire sur ",
      "Comentarios en: ", "Comentarios en ",     "Comentario en ",    "Comentários sobre: ",
      "Commenti su: ",    "Commento su ",        "Reacties op: ",     "Комментарии: ",
      "Комментарий к ",   "Yorumlar: ",
  };
  for (const std::string_view front : kFronts) {
    if (title.compare(0, front.size(), front) != 0) continue;
    title.erase(0, front.size());
    break;
  }
  for (const std::string_view by :
       {" by "sv, " von "sv, " par "sv, " por "sv, " di "sv, " door "sv, " от "sv}) {
    const std::string end = std::string(by) + author;
    if (author.empty() || title.size() <= end.size()) continue;
    if (title.compare(title.size() - end.size(), end.size(), end) == 0) {
      title.erase(title.size() - end.size());
      break;
    }
  }
  return title;
}

RawComment comment_of(FeedEntry& entry) {
  RawComment comment;
  comment.is_name_declared = true;
  comment.own_id = entry.id.empty() ? entry.link : entry.id;
  if (!entry.authors.empty()) comment.author = entry.authors.front();
  comment.published = entry.published ? entry.published : entry.updated;
  comment.text = joined(paragraphs_of(entry.content.empty() ? entry.summary : entry.content));
  return comment;
}

}  // namespace

// Finds for each comment the entry that it and its thread belong to.
struct FeedArticles::Thread {
  explicit Thread(const std::vector<FeedEntry>& entries_in) : entries(entries_in) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const FeedEntry& entry = entries[i];
      if (!entry.id.empty()) by_id.try_emplace(entry.id, i);
      if (!entry.link.empty()) by_id.try_emplace(entry.link, i);
    }
  }

  // The entry that one answers, if it is in the feed and not the entry itself.
  const FeedEntry* parent_of(const FeedEntry& entry) const {
    const auto found = by_id.find(entry.in_reply_to);
    const bool is_other = found != by_id.end() && &entries[found->second] != &entry;
    return is_other ? &entries[found->second] : nullptr;
  }

  // The article of a comment: the place of its entry, or nowhere and what names it.
  std::pair<std::size_t, std::string> article_of(const FeedEntry& comment) const {
    const FeedEntry* at = &comment;
    constexpr int kLongestThread = 200;  // and no circle
    for (int step = 0; step < kLongestThread; ++step) {
      const FeedEntry* const next = parent_of(*at);
      if (next == nullptr) break;
      at = next;
      if (!is_comment(*at)) return {static_cast<std::size_t>(at - entries.data()), ""};
    }
    const std::string page = without_fragment(at->link);
    const auto post = by_id.find(page);
    if (post != by_id.end() && !is_comment(entries[post->second])) return {post->second, ""};
    if (leads_to_comment(at->link)) return {entries.size(), page};
    return {entries.size(), at->in_reply_to.empty() ? page : at->in_reply_to};
  }

  const std::vector<FeedEntry>& entries;
  std::unordered_map<std::string, std::size_t> by_id;
};

void FeedArticles::add(FeedEntry entry, const FeedHead& head_so_far) {
  ++entries_;
  kept_bytes_ += entry.bytes();
  kept_.push_back(std::move(entry));
  if (kept_bytes_ <= kKept) return;
  is_divided_ = true;
  hand_on(head_so_far);
}

void FeedArticles::finish(const FeedHead& head) {
  hand_on(head);
  report();
}

RawArticle FeedArticles::article_of(FeedEntry& entry, const FeedHead& head) {
  RawArticle article;
  article.fragment = std::to_string(++articles_);
  article.own_id = text::squeeze(entry.id.empty() ? entry.link : entry.id);
  Metadata& meta = article.declared;
  meta.title = line_of(entry.title);
  meta.authors = std::move(entry.authors);
  if (meta.authors.empty()) meta.authors = head.authors;
  meta.outlet = std::move(entry.outlet);
  if (meta.outlet.empty()) meta.outlet = line_of(head.title);
  if (entry.published) meta.published = Published{*entry.published, schema::DateSource::kFeed};
  meta.updated = entry.updated;
  meta.language = std::move(entry.language);
  if (meta.language.empty()) meta.language = head.language;
  meta.url = std::move(entry.link);
  meta.tags = std::move(entry.tags);
  MarkedBody body{paragraphs_of(entry.content)};
  if (body.paragraphs.empty()) {
    body.paragraphs = paragraphs_of(entry.summary);
    shorts_.summaries += body.paragraphs.empty() ? 0 : 1;
  } else {
    meta.standfirst = standfirst_of(entry.summary, body.paragraphs);
  }
  article.content = std::move(body);
  return article;
}

FeedArticles::Comments FeedArticles::sort_comments() const {
  const Thread thread(kept_);
  Comments comments;
  comments.parents.resize(kept_.size());
  std::unordered_map<std::string, std::size_t> stray_at;
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    const FeedEntry& entry = kept_[i];
    if (entry.is_draft || !is_comment(entry)) continue;
    const FeedEntry* const parent = thread.parent_of(entry);
    if (parent != nullptr && is_comment(*parent)) {
      comments.parents[i] = parent->id.empty() ? parent->link : parent->id;
    }
    const auto [at, name] = thread.article_of(entry);
    if (at < kept_.size()) {
      comments.by_article[at].push_back(i);
      continue;
    }
    const auto place = stray_at.try_emplace(name, comments.strays.size());
    if (place.second) comments.strays.push_back({name, {}});
    comments.strays[place.first->second].second.push_back(i);
  }
  return comments;
}

void FeedArticles::add_comments(const Comments& comments, const std::vector<std::size_t>& places,
                                RawArticle& article) {
  for (const std::size_t place : places) {
    RawComment comment = comment_of(kept_[place]);
    comment.parent_id = comments.parents[place];
    if (!text::trim(comment.text).empty()) article.comments.push_back(std::move(comment));
  }
}

void FeedArticles::emit(RawArticle article) {
  const auto* const body = std::get_if<MarkedBody>(&article.content);
  const bool has_body = body != nullptr && !body->paragraphs.empty();
  const bool has_title = !article.declared.title.empty();
  const bool has_comments = !article.comments.empty();
  if (has_body || has_title || has_comments) {
    shorts_.titles += has_body || has_comments ? 0 : 1;
    sink_.article(std::move(article));
  } else {
    ++empty_;
    --articles_;
  }
}

void FeedArticles::emit_entries(const Comments& comments, const FeedHead& head) {
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    FeedEntry& entry = kept_[i];
    const bool is_text = entry.kind.empty() || entry.kind == "post" || entry.kind == "page";
    settings_ += is_text || is_comment(entry) ? 0 : 1;
    drafts_ += entry.is_draft ? 1 : 0;
    if (!is_text || entry.is_draft || is_comment(entry)) continue;
    RawArticle article = article_of(entry, head);
    const auto answers = comments.by_article.find(i);
    if (answers != comments.by_article.end()) add_comments(comments, answers->second, article);
    emit(std::move(article));
  }
}

void FeedArticles::emit_strays(const Comments& comments, const FeedHead& head) {
  // A feed of one article's comments has its title; one of a whole site's has it in each entry.
  const bool is_of_site = comments.strays.size() > 1;
  for (const auto& [name, places] : comments.strays) {
    const FeedEntry& first = kept_[places.front()];
    FeedEntry unknown;
    unknown.id = name;
    unknown.link = name.find("://") == std::string::npos ? "" : name;
    const std::string author = first.authors.empty() ? "" : first.authors.front();
    RawArticle article = article_of(unknown, head);
    article.declared.authors.clear();
    article.declared.title = title_behind(line_of(is_of_site ? first.title : head.title), author);
    if (!is_of_site) article.declared.outlet.clear();
    add_comments(comments, places, article);
    emit(std::move(article));
  }
}

void FeedArticles::hand_on(const FeedHead& head) {
  const Comments comments = sort_comments();
  emit_entries(comments, head);
  emit_strays(comments, head);
  kept_.clear();
  kept_bytes_ = 0;
}

void FeedArticles::report() {
  report_short_entries(shorts_, entries_, sink_);
  if (drafts_ > 0) {
    sink_.finding(Severity::kCut, "not-published",
                  fmt::format("{} entries are drafts: not read", drafts_));
  }
  if (settings_ > 0) {
    sink_.finding(Severity::kWarning, "no-text",
                  fmt::format("{} entries are settings or templates: not read", settings_));
  }
  if (empty_ > 0) {
    sink_.finding(Severity::kCut, "empty-entry",
                  fmt::format("{} entries have neither title nor text: not read", empty_));
  }
  if (is_divided_) {
    sink_.finding(Severity::kWarning, "too-large",
                  "The feed is too long to be kept whole: a comment that stands far from what it "
                  "answers is in an article of its own");
  }
  if (entries_ == 0) {
    sink_.finding(Severity::kSkipped, "empty", "The feed has no entries");
  } else if (articles_ == 0 && drafts_ + settings_ + empty_ == entries_) {
    sink_.finding(Severity::kSkipped, "no-article", "None of the feed's entries is a text");
  }
}

}  // namespace postil::index
