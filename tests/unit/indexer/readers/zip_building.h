// Makes ZIP files for tests, entry by entry, stored without compression: so that a test can also
// make ones that no honest program would.

#ifndef POSTIL_TESTS_UNIT_INDEXER_READERS_ZIP_BUILDING_H_
#define POSTIL_TESTS_UNIT_INDEXER_READERS_ZIP_BUILDING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace postil::index {

using ZipEntries = std::vector<std::pair<std::string, std::string>>;

inline std::uint32_t crc32_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

inline void put_le(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i, value >>= 8U) out += static_cast<char>(value & 0xFFU);
}

// What a local header and a central one have in common.
inline std::string zip_header(std::string_view name, std::string_view bytes) {
  std::string header;
  put_le(header, 20, 2);      // version
  put_le(header, 0x0800, 2);  // the name is UTF-8
  put_le(header, 0, 2);       // stored
  put_le(header, 0, 4);       // time
  put_le(header, crc32_of(bytes), 4);
  put_le(header, bytes.size(), 4);
  put_le(header, bytes.size(), 4);
  put_le(header, name.size(), 2);
  put_le(header, 0, 2);
  return header;
}

inline std::string make_zip(const ZipEntries& entries) {
  std::string zip;
  std::string central;
  for (const auto& [name, bytes] : entries) {
    const std::string header = zip_header(name, bytes);
    central += "PK\x01\x02";
    put_le(central, 20, 2);
    central += header;
    put_le(central, 0, 2 + 2 + 2 + 4);  // comment, disk, attributes
    put_le(central, zip.size(), 4);
    central += name;
    zip += "PK\x03\x04" + header + name + bytes;
  }
  const std::size_t start = zip.size();
  zip += central + "PK\x05\x06";
  put_le(zip, 0, 4);
  put_le(zip, entries.size(), 2);
  put_le(zip, entries.size(), 2);
  put_le(zip, central.size(), 4);
  put_le(zip, start, 4);
  put_le(zip, 0, 2);
  return zip;
}

}  // namespace postil::index

#endif  // POSTIL_TESTS_UNIT_INDEXER_READERS_ZIP_BUILDING_H_
