# The system libraries, each under a target name of its own. All that are missing are named in one
# message together with the command that installs them.
set(postil_missing_packages "")

# postil_dependency(TARGET PACKAGE HEADER [LIBRARY...]): makes the imported TARGET out of a header,
# and of the libraries to link when there is something to link. PACKAGE is Debian's name.
function(postil_dependency target package header)
  string(MAKE_C_IDENTIFIER "${target}" id)
  find_path(POSTIL_${id}_INCLUDE_DIR "${header}")
  set(found "${POSTIL_${id}_INCLUDE_DIR}")
  set(files "")
  foreach(library IN LISTS ARGN)
    find_library(POSTIL_LIB_${library} "${library}")
    if(POSTIL_LIB_${library})
      list(APPEND files "${POSTIL_LIB_${library}}")
    else()
      set(found "")
    endif()
    mark_as_advanced(POSTIL_LIB_${library})
  endforeach()
  mark_as_advanced(POSTIL_${id}_INCLUDE_DIR)
  if(NOT found)
    set(postil_missing_packages "${postil_missing_packages};${package}" PARENT_SCOPE)
    return()
  endif()
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} INTERFACE "${POSTIL_${id}_INCLUDE_DIR}")
  target_link_libraries(${target} INTERFACE ${files})
endfunction()

postil_dependency(fmt::fmt           libfmt-dev            fmt/core.h                     fmt)
postil_dependency(ICU::uc            libicu-dev            unicode/utypes.h               icuuc)
postil_dependency(ICU::i18n          libicu-dev            unicode/ucsdet.h               icui18n)
postil_dependency(xapian::xapian     libxapian-dev         xapian.h                       xapian)
postil_dependency(xxhash::xxhash     libxxhash-dev         xxhash.h                       xxhash)
postil_dependency(yaml-cpp::yaml-cpp libyaml-cpp-dev       yaml-cpp/yaml.h                yaml-cpp)
postil_dependency(md4c::md4c         libmd4c-dev           md4c.h                         md4c)
postil_dependency(nlohmann::json     nlohmann-json3-dev    nlohmann/json.hpp)
postil_dependency(libdeflate::libdeflate libdeflate-dev  libdeflate.h                   deflate)
postil_dependency(cld2::cld2         libcld2-dev           cld2/public/compact_lang_det.h cld2)
postil_dependency(CLI11::CLI11       libcli11-dev          CLI/CLI.hpp)
if(POSTIL_TESTS)
  postil_dependency(doctest::doctest doctest-dev           doctest/doctest.h)
endif()

if(postil_missing_packages)
  list(REMOVE_DUPLICATES postil_missing_packages)
  list(JOIN postil_missing_packages " " packages)
  message(FATAL_ERROR "Missing:${packages}\n"
    "Install what Postil needs with\n  scripts/install-dependencies\n"
    "or, by hand,\n  sudo apt-get install${packages}\n")
endif()

find_package(Threads REQUIRED)
