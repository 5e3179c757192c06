#include "indexer/copies/signature.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>

#include "core/schema/fields.h"
#include "core/schema/varint.h"
#include "indexer/copies/permutations.h"

namespace postil::index {
namespace {

constexpr std::size_t kShortestWord = 4;  // bytes

// Texts of fewer pairs than this have a short signature: their copies agree in most of it.
constexpr std::uint32_t kShortText = 64;
constexpr std::uint8_t kShortMinima = 24;

static_assert(Signature::kMostMinima <= kPermutations);

// Each pair once, in any order.
Pairs distinct_of(const Pairs& pairs) {
  std::size_t slots = 64;
  while (slots < pairs.size() * 2) slots *= 2;
  Pairs met(slots, 0);  // by the lowest bits, the next free one if that is taken; 0 is free
  Pairs distinct;
  distinct.reserve(pairs.size());
  bool has_zero = false;
  for (const std::uint32_t pair : pairs) {
    std::size_t at = pair & (slots - 1);
    while (met[at] != 0 && met[at] != pair) at = (at + 1) & (slots - 1);
    if (met[at] == pair && (pair != 0 || has_zero)) continue;
    has_zero = has_zero || pair == 0;
    met[at] = pair;
    distinct.push_back(pair);
  }
  return distinct;
}

// Two halves, so that the same minimum in another place or kind of record is another key.
std::uint32_t key_of(std::uint32_t minimum, std::size_t place, schema::Kind kind) {
  const auto salt = static_cast<std::uint32_t>(place * 2 + (kind == schema::Kind::kComment));
  return mix(minimum ^ mix(salt + 1));
}

void put_fixed(std::string& out, std::uint64_t number, int bytes) {
  for (; bytes > 0; --bytes, number >>= 8) out += static_cast<char>(number & 0xff);
}

std::uint64_t take_fixed(std::string_view& in, std::size_t bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = bytes; i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(in[i]);
  }
  in.remove_prefix(bytes);
  return number;
}

constexpr std::size_t kFixedBytes = 1 + 8 + 4 + 1 + 1;

}  // namespace

void PairCollector::add_word(std::string_view word) {
  add_word(word.size(), static_cast<std::uint32_t>(XXH3_64bits(word.data(), word.size())));
}

void PairCollector::add_word(std::size_t size, std::uint32_t hash) {
  if (size < kShortestWord) return;
  if (has_previous_) pairs_.push_back(mix(previous_ * 0x9e3779b1U + hash));
  previous_ = hash;
  has_previous_ = true;
}

Pairs PairCollector::take() {
  Pairs taken;
  taken.swap(pairs_);
  pairs_.reserve(taken.size());
  has_previous_ = false;
  return taken;
}

std::uint32_t least_pair(const Pairs& pairs) { return minima_from(0, pairs).front(); }

std::optional<Signature> sign(const Pairs& pairs, schema::Kind kind, std::string_view record_id,
                              std::uint32_t day) {
  if (pairs.size() < kFewestPairs) return std::nullopt;
  const Pairs distinct = distinct_of(pairs);
  if (distinct.size() < kFewestPairs) return std::nullopt;
  Signature signature;
  signature.kind = kind;
  signature.id = XXH3_64bits(record_id.data(), record_id.size());
  signature.day = day;
  signature.pairs = static_cast<std::uint32_t>(distinct.size());
  const bool is_short = signature.pairs < kShortText;
  signature.key_count = is_short ? Signature::kFewestKeys : Signature::kMostKeys;
  signature.minima_count = is_short ? kShortMinima : Signature::kMostMinima;
  Minima some{};
  for (std::size_t i = 0; i < signature.minima_count; ++i) {
    if (i % some.size() == 0) some = minima_from(i, distinct);
    const std::uint32_t least = some[i % some.size()];
    signature.minima[i] = static_cast<std::uint8_t>(mix(least) >> 24);
    if (i < signature.key_count) signature.keys[i] = key_of(least, i, kind);
  }
  return signature;
}

std::string encode(const Signature& signature) {
  std::string bytes;
  put_fixed(bytes, static_cast<std::uint64_t>(signature.kind), 1);
  put_fixed(bytes, signature.id, 8);
  put_fixed(bytes, signature.day, 4);
  put_fixed(bytes, signature.key_count, 1);
  put_fixed(bytes, signature.minima_count, 1);
  for (std::size_t i = 0; i < signature.key_count; ++i) put_fixed(bytes, signature.keys[i], 4);
  for (std::size_t i = 0; i < signature.minima_count; ++i) put_fixed(bytes, signature.minima[i], 1);
  schema::put_number(bytes, signature.pairs);
  return bytes;
}

std::optional<Signature> decode_signature(std::string_view bytes) {
  if (bytes.size() < kFixedBytes) return std::nullopt;
  Signature signature;
  signature.kind = take_fixed(bytes, 1) == 0 ? schema::Kind::kArticle : schema::Kind::kComment;
  signature.id = take_fixed(bytes, 8);
  signature.day = static_cast<std::uint32_t>(take_fixed(bytes, 4));
  signature.key_count = static_cast<std::uint8_t>(take_fixed(bytes, 1));
  signature.minima_count = static_cast<std::uint8_t>(take_fixed(bytes, 1));
  if (signature.key_count > Signature::kMostKeys ||
      signature.minima_count > Signature::kMostMinima ||
      bytes.size() < std::size_t{4} * signature.key_count + signature.minima_count) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < signature.key_count; ++i) {
    signature.keys[i] = static_cast<std::uint32_t>(take_fixed(bytes, 4));
  }
  for (std::size_t i = 0; i < signature.minima_count; ++i) {
    signature.minima[i] = static_cast<std::uint8_t>(take_fixed(bytes, 1));
  }
  std::uint64_t pairs = 0;
  if (!schema::take_number(bytes, pairs)) return std::nullopt;
  signature.pairs = static_cast<std::uint32_t>(pairs);
  return signature;
}

std::string signature_term(std::uint32_t key) {
  return fmt::format("{}{:08x}", schema::kSignaturePrefix, key);
}

Agreement agreement(const Signature& a, const Signature& b) {
  Agreement found;
  found.of = std::min(a.minima_count, b.minima_count);
  for (std::size_t i = 0; i < found.of; ++i) found.equal += a.minima[i] == b.minima[i];
  return found;
}

}  // namespace postil::index
