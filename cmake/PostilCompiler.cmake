# How every source of the project is compiled and linked: the target postil_compiler, which each
# library carries to whatever links it.
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(postil_compiler INTERFACE)
target_include_directories(postil_compiler INTERFACE
  "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")

target_compile_options(postil_compiler INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
  -Wcast-align -Wformat=2 -Wimplicit-fallthrough -Wextra-semi -Wconversion -Wno-sign-conversion
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op -Wredundant-move>)
if(POSTIL_WERROR)
  target_compile_options(postil_compiler INTERFACE -Werror)
endif()

# Input is hostile until read: a standard library container indexed past its end stops the program
# (a worker, at worst) instead of reading on.
target_compile_definitions(postil_compiler INTERFACE _GLIBCXX_ASSERTIONS)

# A program loads only the shared libraries it calls, and holds only the functions it uses.
target_compile_options(postil_compiler INTERFACE -ffunction-sections -fdata-sections)
target_link_options(postil_compiler INTERFACE -Wl,--as-needed -Wl,--gc-sections)

# A test run links over two hundred programs, and mold each in a quarter of the time. Why not the lean
# one is told at postil_lean_program().
find_program(POSTIL_MOLD mold)
mark_as_advanced(POSTIL_MOLD)
if(POSTIL_MOLD)
  target_link_options(postil_compiler INTERFACE
    $<IF:$<BOOL:$<TARGET_PROPERTY:POSTIL_LEAN>>,-fuse-ld=bfd,-fuse-ld=mold>)
endif()

if(POSTIL_SANITIZE)
  # Optimised a little, or the tests would take an hour; -g1 has the lines that reports name, and
  # is compiled in two thirds of the time.
  set(sanitize -fsanitize=${POSTIL_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(postil_compiler INTERFACE ${sanitize} -O1 -g1)
  target_link_options(postil_compiler INTERFACE ${sanitize})
elseif(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo" OR CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(postil_compiler INTERFACE -fstack-protector-strong)
  target_compile_definitions(postil_compiler INTERFACE _FORTIFY_SOURCE=2)
endif()

if(POSTIL_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "POSTIL_FUZZ needs clang++, not ${CMAKE_CXX_COMPILER}. "
                        "Use the preset: cmake --preset fuzz")
  endif()
  target_compile_options(postil_compiler INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(postil_compiler INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(POSTIL_COVERAGE)
  target_compile_options(postil_compiler INTERFACE --coverage)
  target_link_options(postil_compiler INTERFACE --coverage)
endif()
