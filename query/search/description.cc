#include "query/search/description.h"

#include "query/search/text_hash.h"

namespace postil::query {

ArticleDescription describe_article(const schema::Record& record) {
  ArticleDescription article;
  article.id = record.id;
  article.own_id = record.own_id;
  article.hash = text_hash(record);
  article.title.text = record.title.text;
  article.authors.assign(record.authors.begin(), record.authors.end());
  article.outlet = record.outlet;
  article.published = record.published;
  article.published_from = record.published_from;
  article.updated = record.updated;
  article.captured = record.captured;
  article.language = record.language;
  article.tags.assign(record.tags.begin(), record.tags.end());
  article.url = record.url;
  article.path = record.path;
  return article;
}

CommentDescription describe_comment(const schema::Record& record) {
  CommentDescription comment;
  comment.id = record.id;
  comment.hash = text_hash(record);
  comment.number = record.number;
  comment.parent = record.parent;
  comment.author = record.commenter;
  comment.published = record.published;
  comment.path = record.path;
  return comment;
}

}  // namespace postil::query
