#include "indexer/store/glass/document_spool.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <libdeflate.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <new>
#include <system_error>
#include <utility>

#include "indexer/store/glass/pack.h"
#include "indexer/store/glass/table_writer.h"

namespace postil::index::glass {
namespace {

// The fastest level: a fourth of the time of zlib's usual one for some 6 % more size.
constexpr int kCompressionLevel = 1;

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

Error damaged(const std::string& path, const std::string& why) {
  return {ErrorKind::kDatabase, fmt::format("cannot read {}: {}", path, why),
          "check the disk and run again: the last good index still stands"};
}

}  // namespace

void DocumentSpool::FreeCompressor::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

DocumentSpool::DocumentSpool(const std::string& path)
    : file_(path),
      notes_(path + ".notes"),
      compressor_(libdeflate_alloc_compressor(kCompressionLevel)) {
  if (!compressor_) throw std::bad_alloc();
}

DocumentSpool::~DocumentSpool() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void DocumentSpool::add(const AnalysedRecord& record, std::string_view file) {
  Place place;
  place.at = file_.size();
  notes_.add(record, file);
  place.stored = static_cast<std::uint32_t>(record.data.size());
  place.is_data_compressed = put_tag(record.data, place.data);
  make_term_list(record);
  place.are_terms_compressed = put_tag(scratch_, place.terms);
  place.pairs = static_cast<std::uint32_t>(record.pairs.size() * sizeof(Pairs::value_type));
  file_.append({reinterpret_cast<const char*>(record.pairs.data()), place.pairs});
  places_.push_back(place);
}

bool DocumentSpool::put_tag(std::string_view tag, std::uint32_t& size) {
  std::string& out = file_.buffer();
  const std::size_t begin = out.size();
  size = 0;
  if (may_be_compressed(tag.size())) {
    out.resize(begin + tag.size() - 1);
    size = static_cast<std::uint32_t>(libdeflate_deflate_compress(
        compressor_.get(), tag.data(), tag.size(), out.data() + begin, tag.size() - 1));
    out.resize(begin + size);
  }
  const bool is_compressed = size > 0;
  if (!is_compressed) {
    size = static_cast<std::uint32_t>(tag.size());
    out.append(tag);
  }
  file_.appended();
  return is_compressed;
}

// Length of the document, number of terms, and each term: how much it shares with the one before,
// what it adds, and its frequency.
void DocumentSpool::make_term_list(const AnalysedRecord& record) {
  scratch_.clear();
  if (record.terms.empty()) return;
  std::uint64_t length = 0;
  for (const AnalysedTerm& term : record.terms) length += term.wdf;
  put_number(scratch_, length);
  put_number(scratch_, record.terms.size());
  std::string_view before;
  for (const AnalysedTerm& term : record.terms) {
    const std::string_view text = record.text(term);
    const std::size_t shared = common_prefix(before, text);
    if (before.empty()) {
      scratch_ += static_cast<char>(text.size());
      scratch_ += text;
      put_number(scratch_, term.wdf);
      before = text;
      continue;
    }
    const std::size_t packed =
        term.wdf < kSmallWdf ? (term.wdf + 1) * (before.size() + 1) + shared : 256;
    scratch_ += static_cast<char>(packed < 256 ? packed : shared);
    scratch_ += static_cast<char>(text.size() - shared);
    scratch_ += text.substr(shared);
    if (packed >= 256) put_number(scratch_, term.wdf);
    before = text;
  }
}

Status DocumentSpool::status() const {
  if (Status status = file_.status(); !status) return status;
  return notes_.status();
}

Status DocumentSpool::finish() {
  if (Status status = file_.finish(); !status) return status;
  if (Status status = notes_.finish(); !status) return status;
  compressor_.reset();
  descriptor_ = ::open(file_.path().c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ >= 0) return ok();
  return damaged(file_.path(), std::generic_category().message(errno));
}

Status DocumentSpool::read(std::uint64_t at, std::size_t size, void* to) const {
  for (std::size_t done = 0; done < size;) {
    const ssize_t got = ::pread(descriptor_, static_cast<char*>(to) + done, size - done,
                                static_cast<off_t>(at + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return damaged(file_.path(), std::generic_category().message(errno));
    if (got == 0) return damaged(file_.path(), "it is damaged");
    done += static_cast<std::size_t>(got);
  }
  return ok();
}

Result<Tag> DocumentSpool::data(std::uint32_t ordinal) const {
  const Place& place = places_[ordinal];
  Tag tag{std::string(place.data, '\0'), place.is_data_compressed};
  const Status status = read(place.at, place.data, tag.bytes.data());
  if (!status) return status.error();
  return tag;
}

Result<Tag> DocumentSpool::terms(std::uint32_t ordinal) const {
  const Place& place = places_[ordinal];
  Tag tag{std::string(place.terms, '\0'), place.are_terms_compressed};
  const Status status = read(place.at + place.data, place.terms, tag.bytes.data());
  if (!status) return status.error();
  return tag;
}

Result<std::string> DocumentSpool::stored(std::uint32_t ordinal) const {
  Result<Tag> tag = data(ordinal);
  if (!tag) return tag.error();
  if (!tag->is_compressed) return std::move(tag->bytes);
  std::string text(places_[ordinal].stored, '\0');
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>
      decompressor(libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
  if (!decompressor) throw std::bad_alloc();
  if (libdeflate_deflate_decompress(decompressor.get(), tag->bytes.data(), tag->bytes.size(),
                                    text.data(), text.size(), nullptr) != LIBDEFLATE_SUCCESS) {
    return damaged(file_.path(), "it is damaged");
  }
  return text;
}

Result<Pairs> DocumentSpool::pairs(std::uint32_t ordinal) const {
  const Place& place = places_[ordinal];
  Pairs pairs(place.pairs / sizeof(Pairs::value_type));
  const Status status = read(place.at + place.data + place.terms, place.pairs, pairs.data());
  if (!status) return status.error();
  return pairs;
}

}  // namespace postil::index::glass
