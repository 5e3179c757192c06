#include "indexer/store/glass/document_tables.h"

#include <libdeflate.h>

#include <algorithm>
#include <new>

#include "indexer/store/glass/pack.h"

namespace postil::index::glass {
namespace {

// The fastest level: a fourth of the time of zlib's usual one for some 6 % more size.
constexpr int kCompressionLevel = 1;

// Of a block of the table of terms: near-duplicates get two slots more when a build ends, told in
// two bytes.
constexpr std::size_t kSpareForSlots = 48;

// Of a list of terms: a frequency up to this may share a byte with the length of the prefix.
constexpr std::uint32_t kSmallWdf = 127;

// Xapian 1.4 inflates a tag into a buffer of this size, and takes it for damaged if all of it has
// been read while something is left to write that did not fit the buffer. What is left then stands
// in less than eight bits: at most four matches of 258 bytes.
constexpr std::size_t kInflateBuffer = 8192;
constexpr std::size_t kMostLeft = std::size_t{4} * 258;

bool may_be_compressed(std::size_t size) {
  const std::size_t beyond = size % kInflateBuffer;
  return size > kCompressAbove && (size < kInflateBuffer || beyond == 0 || beyond > kMostLeft);
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const std::size_t size = std::min(a.size(), b.size());
  std::size_t at = 0;
  while (at < size && a[at] == b[at]) ++at;
  return at;
}

}  // namespace

void TagMaker::Free::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

TagMaker::TagMaker() : compressor_(libdeflate_alloc_compressor(kCompressionLevel)) {
  if (!compressor_) throw std::bad_alloc();
}

void TagMaker::add(const AnalysedRecord& record, DocumentTags& to) {
  DocumentTags::Tags tags;
  if (!record.data.empty()) tags.data = put(record.data, to);
  make_term_list(record);
  tags.terms = put(tag_, to);
  tag_.clear();
  std::uint32_t next = 0;
  for (const AnalysedValue& value : record.values) {
    put_number(tag_, value.slot - next);
    next = value.slot + 1;
  }
  if (!tag_.empty()) tags.slots = put(tag_, to);
  to.tags_.push_back(tags);
}

// Appends the tag, compressed (raw deflate) if that makes it smaller.
DocumentTags::Tag TagMaker::put(std::string_view tag, DocumentTags& to) {
  const std::size_t begin = to.bytes_.size();
  if (may_be_compressed(tag.size())) {
    to.bytes_.resize(begin + tag.size() - 1);
    const std::size_t size = libdeflate_deflate_compress(compressor_.get(), tag.data(), tag.size(),
                                                         to.bytes_.data() + begin, tag.size() - 1);
    to.bytes_.resize(begin + size);
    if (size > 0) return {static_cast<std::uint32_t>(size), true};
  }
  to.bytes_.append(tag);
  return {static_cast<std::uint32_t>(tag.size()), false};
}

// Length of the document, number of terms, and each term: how much it shares with the one before,
// what it adds, and its frequency.
void TagMaker::make_term_list(const AnalysedRecord& record) {
  tag_.clear();
  if (record.terms.empty()) return;
  std::uint64_t length = 0;
  for (const AnalysedTerm& term : record.terms) length += term.wdf;
  put_number(tag_, length);
  put_number(tag_, record.terms.size());
  std::string_view before;
  for (const AnalysedTerm& term : record.terms) {
    const std::string_view text = record.text(term);
    const std::size_t shared = common_prefix(before, text);
    if (before.empty()) {
      tag_ += static_cast<char>(text.size());
      tag_ += text;
      put_number(tag_, term.wdf);
      before = text;
      continue;
    }
    const std::size_t packed =
        term.wdf < kSmallWdf ? (term.wdf + 1) * (before.size() + 1) + shared : 256;
    tag_ += static_cast<char>(packed < 256 ? packed : shared);
    tag_ += static_cast<char>(text.size() - shared);
    tag_ += text.substr(shared);
    if (packed >= 256) put_number(tag_, term.wdf);
    before = text;
  }
}

DocumentTables::DocumentTables(const std::string& folder)
    : data_(folder + "/docdata.glass", kCompressAbove, true),
      terms_(folder + "/termlist.glass", kCompressAbove, false, kSpareForSlots) {}

void DocumentTables::add(const DocumentTags& tags) {
  std::string_view left = tags.bytes_;
  const auto take = [&left](std::size_t size) {
    const std::string_view tag = left.substr(0, size);
    left.remove_prefix(size);
    return tag;
  };
  std::string key;
  for (const DocumentTags::Tags& each : tags.tags_) {
    key.clear();
    put_sorted_number(key, ++documents_);
    const std::string_view data = take(each.data.size);
    if (!data.empty()) data_.add(key, data, each.data.is_compressed);
    terms_.add(key, take(each.terms.size), each.terms.is_compressed);
    const std::string_view slots = take(each.slots.size);
    if (slots.empty()) continue;
    key += '\0';
    terms_.add(key, slots, each.slots.is_compressed);
  }
}

Status DocumentTables::status() const {
  if (Status status = data_.status(); !status) return status;
  return terms_.status();
}

}  // namespace postil::index::glass
