#include "query/search/article_source.h"

#include <algorithm>

#include "core/schema/fields.h"

namespace postil::query {

std::uint64_t key_number(const std::string& key) {
  std::uint64_t number = 0;
  for (const char byte : key) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

ArticleSource::ArticleSource(std::shared_ptr<const std::vector<std::uint64_t>> keys)
    : ValuePostingSource(schema::kArticleSlot), keys_(std::move(keys)) {}

bool ArticleSource::is_wanted() const {
  return std::binary_search(keys_->begin(), keys_->end(), key_number(get_value()));
}

void ArticleSource::next(double min_weight) {
  do {
    ValuePostingSource::next(min_weight);
  } while (!at_end() && !is_wanted());
}

void ArticleSource::skip_to(Xapian::docid id, double min_weight) {
  ValuePostingSource::skip_to(id, min_weight);
  if (!at_end() && !is_wanted()) next(min_weight);
}

bool ArticleSource::check(Xapian::docid id, double min_weight) {
  return ValuePostingSource::check(id, min_weight) && (at_end() || is_wanted());
}

Xapian::PostingSource* ArticleSource::clone() const { return new ArticleSource(keys_); }

}  // namespace postil::query
