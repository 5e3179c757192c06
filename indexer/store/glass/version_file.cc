#include "indexer/store/glass/version_file.h"

#include <random>

#include "core/schema/database_name.h"
#include "indexer/store/glass/output_file.h"
#include "indexer/store/glass/pack.h"

namespace postil::index::glass {
namespace {

// The date of the format: years since 2014, month and day in 7, 4 and 5 bits.
constexpr unsigned kFormat = (2016 - 2014) << 9 | 3 << 5 | 14;
constexpr char kMark[] = {'\x0f',
                          '\x0d',
                          'X',
                          'a',
                          'p',
                          'i',
                          'a',
                          'n',
                          ' ',
                          'G',
                          'l',
                          'a',
                          's',
                          's',
                          static_cast<char>(kFormat >> 8),
                          static_cast<char>(kFormat & 0xff)};

constexpr std::uint64_t kRevision = 1;

// A random UUID (RFC 4122, version 4).
std::string make_uuid() {
  std::random_device device;
  std::string bytes;
  for (int i = 0; i < 16; ++i) bytes += static_cast<char>(device() & 0xff);
  bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);
  bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
  return bytes;
}

}  // namespace

std::string_view format_mark() { return {kMark, sizeof kMark}; }

Status write_version_file(const std::string& folder, const Roots& roots, const Statistics& all) {
  std::string bytes(format_mark());
  bytes += make_uuid();
  put_number(bytes, kRevision);
  for (const std::string* root : {&roots.postlist, &roots.docdata, &roots.termlist, &roots.position,
                                  &roots.spelling, &roots.synonym}) {
    bytes += *root;
  }
  put_number(bytes, all.documents);
  put_number(bytes, 0);  // the last document's number less the number of documents
  put_number(bytes, all.shortest);
  // Told as a difference: a frequency above the longest length cannot be.
  put_number(bytes, std::min(all.longest, all.highest_wdf));
  put_number(bytes, all.longest - std::min(all.longest, all.highest_wdf));
  put_number(bytes, 0);  // oldest changeset
  put_number(bytes, all.total_length);
  put_number(bytes, 0);  // frequency of the commonest word of the spelling dictionary
  OutputFile file(folder + '/' + schema::kGlassFile, OutputFile::Lifetime::kKept);
  file.append(bytes);
  return file.finish();
}

}  // namespace postil::index::glass
