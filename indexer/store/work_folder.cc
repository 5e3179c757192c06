#include "indexer/store/work_folder.h"

#include <filesystem>
#include <system_error>

namespace postil::index {

WorkFolder::~WorkFolder() {
  std::error_code error;
  if (!path_.empty()) std::filesystem::remove_all(path_, error);
}

}  // namespace postil::index
