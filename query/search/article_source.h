// The records of given articles: the articles themselves and all their comments, known by the key
// that they share (slot 0). This is how a join reaches from an article to its comments, in whatever
// shard they are.

#ifndef POSTIL_QUERY_SEARCH_ARTICLE_SOURCE_H_
#define POSTIL_QUERY_SEARCH_ARTICLE_SOURCE_H_

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace postil::query {

// schema::article_key() as a number.
std::uint64_t key_number(const std::string& key);

// Local databases only: a remote server does not know this class and says so by an error.
class ArticleSource : public Xapian::ValuePostingSource {
 public:
  // `keys` ascending.
  explicit ArticleSource(std::shared_ptr<const std::vector<std::uint64_t>> keys);

  Xapian::doccount get_termfreq_min() const override { return 0; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  bool check(Xapian::docid id, double min_weight) override;
  Xapian::PostingSource* clone() const override;

 private:
  bool is_wanted() const;

  std::shared_ptr<const std::vector<std::uint64_t>> keys_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_ARTICLE_SOURCE_H_
