#include <fmt/format.h>
#include <xapian.h>

#include <fstream>

#include "core/schema/database_name.h"
#include "indexer/store/glass/glass_writer.h"
#include "indexer/store/glass/version_file.h"
#include "indexer/store/xapian_error.h"

namespace postil::index::glass {

Result<bool> is_supported(DatabaseFolder& folder) {
  const Result<WorkFolder> work = folder.begin_generation();
  if (!work) return work.error();
  const std::string probe = work->path() + "/probe";
  return guarded(fmt::format("make a database in {}", work->path()), [&]() -> Result<bool> {
    try {
      Xapian::WritableDatabase(probe, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                          Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS)
          .close();
    } catch (const Xapian::FeatureUnavailableError&) {  // made without that backend
      return false;
    }
    std::string mark(format_mark().size(), '\0');
    std::ifstream file(probe + '/' + schema::kGlassFile, std::ios::binary);
    file.read(mark.data(), static_cast<std::streamsize>(mark.size()));
    return mark == format_mark();
  });
}

}  // namespace postil::index::glass
