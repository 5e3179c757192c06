#include "indexer/readers/feeds/wxr.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/model/date_text.h"
#include "indexer/readers/feeds/feed_names.h"
#include "indexer/readers/feeds/feed_text.h"
#include "indexer/readers/feeds/wordpress_text.h"
#include "indexer/readers/report.h"
#include "indexer/readers/text/authors.h"
#include "indexer/readers/xml/xml_reader.h"
#include "indexer/readers/xml/xml_report.h"
#include "indexer/readers/xml/xml_root.h"

namespace postil::index {
namespace {

using Event = XmlReader::Event;

int sniff_wxr(const Sample& sample) {
  if (sample.bytes.find("wordpress.org/export/") == std::string_view::npos) return 0;
  return xml_root(sample.bytes).name == "rss" ? 99 : 0;
}

struct WpComment {
  RawComment comment;
  std::string approved;
  std::string type;
};

struct WpPost {
  RawArticle article;
  std::string creator;
  std::vector<std::string> co_authors;
  FeedText excerpt;
  std::string content;
  std::string status = "publish";  // of exports that do not say it
  std::string type = "post";
  bool has_password = false;
  std::string date;
  std::string date_gmt;
  std::string date_of_feed;
  std::vector<WpComment> comments;
};

// Types of posts that somebody's theme added for what are articles too. Others are pictures,
// menus, forms and orders, which may hold what is nobody's business.
bool is_article(std::string_view type) {
  constexpr std::string_view kTypes =
      " post page article articles news blog opinion column editorial essay story stories review "
      "interview letter ";
  return kTypes.find(fmt::format(" {} ", type)) != std::string_view::npos;
}

// The first that is a date; WordPress writes 0000-00-00 for none. The day is that of the blog's
// own clock where that is known.
std::optional<PartialDate> first_date(std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    if (text.empty()) continue;
    if (const auto date = read_date(text)) return date;
  }
  return std::nullopt;
}

class Wxr {
 public:
  Wxr(Source& source, RawArticleSink& sink) : source_(source), sink_(sink), reader_(source) {}

  void run() {
    for (Event event = reader_.next(); event != Event::kDone; event = reader_.next()) {
      if (event == Event::kStart) read_element(feed_name(reader_));
    }
    if (reader_.error() && items_ == 0) {
      report_unreadable(source_, *reader_.error(), sink_);
      return;
    }
    report();
  }

 private:
  void read_element(const std::string& name) {
    if (name == "item") {
      take(read_item());
    } else if (name == "wp:author" || name == "wp:wp_author") {
      read_author();
    } else if (name == "title" && outlet_.empty()) {
      outlet_ = line_of({FeedText::Kind::kUnstated, reader_.read_text(10'000)});
    } else if (name == "language" && language_.empty()) {
      language_ = text::squeeze(reader_.read_text(100));
    } else if (name != "rss" && name != "channel") {
      reader_.skip();
    }
  }

  // Calls `read` for each child of the element at hand; it must read or skip it.
  template <typename Read>
  void each_child(Read read) {
    const std::size_t inside = reader_.depth();
    for (Event event = reader_.next(); event != Event::kDone; event = reader_.next()) {
      if (event == Event::kEnd && reader_.depth() < inside) return;
      if (event == Event::kStart) read(feed_name(reader_));
    }
  }

  std::string short_text() { return text::squeeze(reader_.read_text(10'000)); }

  void read_author() {
    std::string login;
    std::string shown;
    each_child([&](const std::string& name) {
      if (name == "wp:author_login") {
        login = short_text();
      } else if (name == "wp:author_display_name") {
        shown = short_text();
      } else {
        reader_.skip();
      }
    });
    if (!login.empty() && !shown.empty()) display_names_[login] = shown;
  }

  WpPost read_item() {
    WpPost post;
    Metadata& meta = post.article.declared;
    each_child([&](const std::string& name) {
      if (name == "title") {
        meta.title = line_of({FeedText::Kind::kUnstated, reader_.read_text()});
      } else if (name == "link") {
        meta.url = short_text();
      } else if (name == "dc:creator") {
        post.creator = short_text();
      } else if (name == "content:encoded") {
        post.content = reader_.read_text();
      } else if (name == "excerpt:encoded") {
        post.excerpt.value = reader_.read_text();
      } else if (name == "pubdate") {
        post.date_of_feed = short_text();
      } else if (name == "category") {
        read_category(post);
      } else if (name == "wp:comment") {
        post.comments.push_back(read_comment());
      } else {
        read_post_field(name, post);
      }
    });
    return post;
  }

  void read_post_field(const std::string& name, WpPost& post) {
    if (name == "wp:post_id") {
      post.article.fragment = short_text();
    } else if (name == "wp:post_date") {
      post.date = short_text();
    } else if (name == "wp:post_date_gmt") {
      post.date_gmt = short_text();
    } else if (name == "wp:post_modified") {
      post.article.declared.updated = first_date({short_text()});
    } else if (name == "wp:status") {
      post.status = short_text();
    } else if (name == "wp:post_type") {
      post.type = short_text();
    } else if (name == "wp:post_password") {
      post.has_password = !short_text().empty();
    } else {
      reader_.skip();
    }
  }

  void read_category(WpPost& post) {
    const std::string* const given = reader_.attribute("domain");
    const std::string domain = given == nullptr ? "" : *given;
    std::string value = line_of({FeedText::Kind::kUnstated, reader_.read_text(10'000)});
    if (value.empty()) return;
    if (domain == "author") {
      post.co_authors.push_back(std::move(value));
    } else if (domain.empty() || domain == "category" || domain == "post_tag" || domain == "tag") {
      std::vector<std::string>& tags = post.article.declared.tags;
      if (std::find(tags.begin(), tags.end(), value) == tags.end()) tags.push_back(value);
    }
  }

  WpComment read_comment() {
    WpComment read;
    read.comment.is_name_declared = true;
    std::string date;
    std::string date_gmt;
    each_child([&](const std::string& name) {
      if (name == "wp:comment_id") {
        read.comment.own_id = short_text();
      } else if (name == "wp:comment_author") {
        read.comment.author = line_of({FeedText::Kind::kUnstated, reader_.read_text(10'000)});
      } else if (name == "wp:comment_date") {
        date = short_text();
      } else if (name == "wp:comment_date_gmt") {
        date_gmt = short_text();
      } else if (name == "wp:comment_content") {
        read.comment.text = joined(wordpress_paragraphs(reader_.read_text()));
      } else if (name == "wp:comment_approved") {
        read.approved = short_text();
      } else if (name == "wp:comment_type") {
        read.type = short_text();
      } else if (name == "wp:comment_parent") {
        read.comment.parent_id = short_text();
      } else {
        reader_.skip();
      }
    });
    read.comment.published = first_date({date, date_gmt});
    if (read.comment.parent_id == "0") read.comment.parent_id.clear();
    return read;
  }

  void take(WpPost post) {
    ++items_;
    if (!is_article(post.type)) {
      ++other_types_[post.type];
    } else if (post.status != "publish") {
      ++unpublished_[post.status];
    } else if (post.has_password) {
      ++unpublished_["password"];
    } else {
      emit(std::move(post));
    }
  }

  std::string shown_name(const std::string& login) const {
    const auto known = display_names_.find(login);
    return known == display_names_.end() ? login : known->second;
  }

  void emit(WpPost post) {
    RawArticle& article = post.article;
    Metadata& meta = article.declared;
    if (article.fragment.empty()) article.fragment = fmt::format("item{}", items_);
    for (const std::string& name : post.co_authors) add_author(shown_name(name), meta.authors);
    if (meta.authors.empty()) add_author(shown_name(post.creator), meta.authors);
    if (const auto date = first_date({post.date, post.date_gmt, post.date_of_feed})) {
      meta.published = Published{*date, schema::DateSource::kFeed};
    }
    meta.outlet = outlet_;
    meta.language = language_;
    MarkedBody body{wordpress_paragraphs(post.content)};
    meta.standfirst = standfirst_of(post.excerpt, body.paragraphs);
    const bool has_body = !body.paragraphs.empty();
    article.content = std::move(body);
    for (WpComment& comment : post.comments) take_comment(std::move(comment), article.comments);
    if (!has_body && meta.title.empty() && article.comments.empty()) {
      ++empty_;
      return;
    }
    titles_ += has_body || !article.comments.empty() ? 0 : 1;
    ++articles_;
    sink_.article(std::move(article));
  }

  void take_comment(WpComment read, std::vector<RawComment>& comments) {
    if (read.approved != "1" && read.approved != "approved" && !read.approved.empty()) {
      ++unapproved_;
    } else if (read.type == "pingback" || read.type == "trackback") {
      ++pingbacks_;
    } else if (!read.type.empty() && read.type != "comment" && read.type != "review") {
      ++other_comments_;
    } else if (text::trim(read.comment.text).empty()) {
      ++empty_comments_;
    } else {
      comments.push_back(std::move(read.comment));
    }
  }

  static std::string list(const std::map<std::string, std::size_t>& counts) {
    std::string text;
    for (const auto& [name, count] : counts) {
      text += fmt::format("{}{} {:.40}", text.empty() ? "" : ", ", count, name);
    }
    return text;
  }

  static std::size_t sum(const std::map<std::string, std::size_t>& counts) {
    std::size_t all = 0;
    for (const auto& [name, count] : counts) all += count;
    return all;
  }

  void tell(std::size_t count, Severity severity, std::string_view reason, std::string detail) {
    if (count > 0) sink_.finding(severity, reason, std::move(detail));
  }

  void report() {
    tell(sum(unpublished_), Severity::kCut, "not-published",
         fmt::format("{} posts are not open to readers: not read ({})", sum(unpublished_),
                     list(unpublished_)));
    tell(sum(other_types_), Severity::kWarning, "no-article",
         fmt::format("{} items are no articles: not read ({})", sum(other_types_),
                     list(other_types_)));
    tell(empty_, Severity::kCut, "empty-post",
         fmt::format("{} posts have neither title, text nor comments: not read", empty_));
    tell(titles_, Severity::kWarning, "title-only",
         fmt::format("{} posts have no text: they are found by their title only", titles_));
    tell(unapproved_, Severity::kCut, "not-approved",
         fmt::format("{} comments are not approved, spam or in the trash: not read", unapproved_));
    tell(pingbacks_, Severity::kWarning, "pingback",
         fmt::format("{} pingbacks and trackbacks are no readers' comments: not read", pingbacks_));
    tell(other_comments_, Severity::kWarning, "no-comment",
         fmt::format("{} notes of programs among the comments: not read", other_comments_));
    tell(empty_comments_, Severity::kWarning, "empty-comment",
         fmt::format("{} comments have no text: not read", empty_comments_));
    report_xml(reader_, source_, sink_);
    if (items_ == 0) sink_.finding(Severity::kSkipped, "empty", "The export has no posts");
    if (items_ > 0 && articles_ == 0) {
      sink_.finding(Severity::kSkipped, "no-article", "The export has no published posts or pages");
    }
  }

  Source& source_;
  RawArticleSink& sink_;
  XmlReader reader_;
  std::string outlet_;
  std::string language_;
  std::unordered_map<std::string, std::string> display_names_;  // by login
  std::size_t items_ = 0;
  std::size_t articles_ = 0;
  std::size_t empty_ = 0;
  std::size_t titles_ = 0;
  std::size_t unapproved_ = 0;
  std::size_t pingbacks_ = 0;
  std::size_t other_comments_ = 0;
  std::size_t empty_comments_ = 0;
  std::map<std::string, std::size_t> unpublished_;  // by status
  std::map<std::string, std::size_t> other_types_;
};

void read_as_wxr(Source& source, RawArticleSink& sink) { Wxr(source, sink).run(); }

}  // namespace

const Reader kWxrReader = {"wxr", "Exports of WordPress (WXR): posts, pages and their comments",
                           sniff_wxr, read_as_wxr};

}  // namespace postil::index
