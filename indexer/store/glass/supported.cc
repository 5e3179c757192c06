#include <xapian.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "indexer/store/glass/glass_writer.h"
#include "indexer/store/glass/version_file.h"

namespace postil::index::glass {

bool is_supported(const std::string& folder) {
  const std::string probe = folder + "/probe";
  std::string mark(format_mark().size(), '\0');
  try {
    Xapian::WritableDatabase(probe, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                        Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS)
        .close();
    std::ifstream file(probe + "/iamglass", std::ios::binary);
    file.read(mark.data(), static_cast<std::streamsize>(mark.size()));
  } catch (const Xapian::Error&) {
    mark.clear();
  }
  std::error_code error;
  std::filesystem::remove_all(probe, error);
  return mark == format_mark();
}

}  // namespace postil::index::glass
