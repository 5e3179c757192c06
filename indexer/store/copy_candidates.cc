#include "indexer/store/copy_candidates.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/schema/fields.h"

namespace postil::index {

const std::optional<Signature>& CopyCandidates::signature(Xapian::docid id) {
  const auto [found, is_new] = signatures_.try_emplace(id);
  if (is_new) {
    try {
      found->second =
          decode_signature(database_.get_document(id).get_value(schema::kSignatureSlot));
    } catch (const Xapian::DocNotFoundError&) {  // it was deleted: it has none
    }
  }
  return found->second;
}

CopyCandidates::Bucket CopyCandidates::bucket(const Signature& signature, std::size_t place,
                                              std::size_t limit) {
  Bucket found;
  found.ids = postings(signature.keys[place]);
  for (; found.ids.size() > limit && found.depth < ring_size(place); ++found.depth) {
    place = next_place(place);
    const std::vector<Xapian::docid>& other = postings(signature.keys[place]);
    std::vector<Xapian::docid> both;
    std::set_intersection(found.ids.begin(), found.ids.end(), other.begin(), other.end(),
                          std::back_inserter(both));
    found.ids = std::move(both);
  }
  return found;
}

const std::vector<Xapian::docid>& CopyCandidates::postings(std::uint32_t key) {
  const auto [found, is_new] = postings_.try_emplace(key);
  if (is_new) {
    const std::string term = signature_term(key);
    found->second.assign(database_.postlist_begin(term), database_.postlist_end(term));
  }
  return found->second;
}

}  // namespace postil::index
