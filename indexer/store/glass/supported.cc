#include <xapian.h>

#include <fstream>

#include "indexer/store/glass/glass_writer.h"
#include "indexer/store/glass/version_file.h"

namespace postil::index::glass {

Result<bool> is_supported(DatabaseFolder& folder) {
  const Result<WorkFolder> work = folder.begin_generation();
  if (!work) return work.error();
  std::string mark(format_mark().size(), '\0');
  try {
    const std::string probe = work->path() + "/probe";
    Xapian::WritableDatabase(probe, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                        Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS)
        .close();
    std::ifstream file(probe + "/iamglass", std::ios::binary);
    file.read(mark.data(), static_cast<std::streamsize>(mark.size()));
  } catch (const Xapian::Error&) {
    mark.clear();
  }
  return mark == format_mark();
}

}  // namespace postil::index::glass
