// A file mapped into memory, for what is written once and read in place. Its name may be given to
// another file meanwhile; the file itself must not be written to.

#ifndef POSTIL_CORE_BASE_MAPPED_FILE_H_
#define POSTIL_CORE_BASE_MAPPED_FILE_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace postil {

struct MappedFile {
  std::shared_ptr<const void> mapping;  // there as long as one holds it
  std::string_view bytes;
};

// None if there is no such file, it cannot be read, or it is empty.
std::optional<MappedFile> map_file(const std::string& path);

}  // namespace postil

#endif  // POSTIL_CORE_BASE_MAPPED_FILE_H_
