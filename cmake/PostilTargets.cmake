# The few kinds of target this project has. Sources are globbed with CONFIGURE_DEPENDS: a file that
# is added or removed is noticed by the next build.

# postil_library(NAME FOLDER DEPENDENCY...): the static library of one folder (not of its
# subfolders). A folder without sources gives a library of headers only.
function(postil_library name folder)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/*.cc")
  if(sources)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC postil_compiler ${ARGN})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE postil_compiler ${ARGN})
  endif()
  set_property(GLOBAL APPEND PROPERTY POSTIL_LIBRARIES ${name})
endfunction()

# postil_library_part(NAME FOLDER): a subfolder whose sources belong to the same library, as they and
# those of the folder above need each other.
function(postil_library_part name folder)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/*.cc")
  target_sources(${name} PRIVATE ${sources})
endfunction()

# postil_optional_reader(NAME FILES LIBRARY...): the readers whose files match FILES (a regular
# expression of their paths in indexer/readers/ without ending) are in if POSTIL_WITH_<NAME> is on,
# and all that sees postil_readers sees that definition; else the files are left out.
function(postil_optional_reader name files)
  if(POSTIL_WITH_${name})
    target_compile_definitions(postil_readers PUBLIC POSTIL_WITH_${name})
    target_link_libraries(postil_readers PUBLIC ${ARGN})
    return()
  endif()
  get_target_property(sources postil_readers SOURCES)
  list(FILTER sources EXCLUDE REGEX "/indexer/readers/${files}\\.cc$")
  set_property(TARGET postil_readers PROPERTY SOURCES ${sources})
endfunction()

# postil_program(NAME FOLDER DEPENDENCY...): the program whose main.cc stands in FOLDER. It lands in
# <build folder>/bin. Without a main.cc there is no such target.
function(postil_program name folder)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/*.cc")
  if(NOT "${PROJECT_SOURCE_DIR}/${folder}/main.cc" IN_LIST sources)
    return()
  endif()
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE ${ARGN})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
  install(TARGETS ${name})
endfunction()

# postil_lean_program(NAME): a program that is started anew for each question. Most of the time that
# takes is the loader's: for each shared library, and for each page with addresses that only it knows.
# Compiled as no PIE, the program holds copies of what the vtables of all its archives refer to, and
# GNU ld writes their addresses where mold would leave them to the loader: 45 instead of 858.
function(postil_lean_program name)
  set_property(TARGET ${name} PROPERTY POSTIL_LEAN ON)
  if(NOT POSTIL_SANITIZE)
    target_compile_options(${name} PRIVATE -fno-pie)
    target_link_options(${name} PRIVATE -no-pie)
  endif()
endfunction()

# postil_unit_test(FOLDER LIBRARY): one doctest program of all tests/unit/FOLDER/*_test.cc.
# core/base becomes the program and ctest entry test_core_base.
function(postil_unit_test folder library)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/unit/${folder}/*_test.cc")
  if(NOT sources)
    return()
  endif()
  string(REPLACE "/" "_" name "test_${folder}")
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE postil_doctest_main ${library})
  postil_add_test(${name} unit 300 $<TARGET_FILE:${name}>)
endfunction()

# postil_property_tests(): each tests/property/NAME_test.cc is a program of its own that may use
# every library of both tools.
function(postil_property_tests)
  get_property(libraries GLOBAL PROPERTY POSTIL_LIBRARIES)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/property/*_test.cc")
  foreach(source IN LISTS sources)
    cmake_path(GET source STEM stem)
    string(REGEX REPLACE "_test$" "" subject "${stem}")
    set(name "property_${subject}")
    add_executable(${name} "${source}")
    target_link_libraries(${name} PRIVATE postil_doctest_main ${libraries})
    postil_add_test(${name} property 900 $<TARGET_FILE:${name}>)
  endforeach()
endfunction()

# postil_fuzz_targets(): each tests/fuzz/NAME_fuzz.cc defines LLVMFuzzerTestOneInput. In the fuzz
# preset it becomes a libFuzzer program; in all others it is linked with a main that replays
# tests/fuzz/corpus/NAME, so that fuzz targets keep compiling and old crashes stay mended.
function(postil_fuzz_targets)
  get_property(libraries GLOBAL PROPERTY POSTIL_LIBRARIES)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/fuzz/*_fuzz.cc")
  foreach(source IN LISTS sources)
    cmake_path(GET source STEM stem)
    string(REGEX REPLACE "_fuzz$" "" subject "${stem}")
    set(name "fuzz_${subject}")
    set(corpus "${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${subject}")
    add_executable(${name} "${source}")
    target_link_libraries(${name} PRIVATE ${libraries})
    if(POSTIL_FUZZ)
      target_link_options(${name} PRIVATE -fsanitize=fuzzer)
      postil_add_test(${name} fuzz 300 $<TARGET_FILE:${name}> -runs=0 "${corpus}")
    else()
      target_sources(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests/fuzz/replay_main.cc")
      postil_add_test(${name} fuzz 300 $<TARGET_FILE:${name}> "${corpus}")
    endif()
  endforeach()
endfunction()

# postil_e2e_tests(): each tests/e2e/NAME_test.sh is run against the built programs, which it finds
# in $POSTIL_INDEX and $POSTIL_QUERY, beside $POSTIL_DUMP and $POSTIL_VERIFY_WORDS (tests/tools).
# Exit status 77 means skipped.
function(postil_e2e_tests)
  if(NOT TARGET postil-index OR NOT TARGET postil-query)
    return()
  endif()
  file(GLOB scripts CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/e2e/*_test.sh")
  foreach(script IN LISTS scripts)
    cmake_path(GET script STEM stem)
    string(REGEX REPLACE "_test$" "" subject "${stem}")
    set(name "e2e_${subject}")
    postil_add_test(${name} e2e 900 bash "${script}")
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT
                 "POSTIL_INDEX=$<TARGET_FILE:postil-index>"
                 "POSTIL_QUERY=$<TARGET_FILE:postil-query>"
                 "POSTIL_DUMP=$<TARGET_FILE:dump_database>"
                 "POSTIL_VERIFY_WORDS=$<TARGET_FILE:verify_words>")
    set_property(TEST ${name} PROPERTY SKIP_RETURN_CODE 77)
  endforeach()
endfunction()

# postil_source_check(NAME SCRIPT ARGUMENT...): a check of the sources themselves, which no build
# changes. SCRIPT is relative to tests/.
function(postil_source_check name script)
  postil_add_test(${name} source 300 "${PROJECT_SOURCE_DIR}/tests/${script}" ${ARGN})
endfunction()

# postil_add_test(NAME LABEL TIMEOUT COMMAND...): one ctest entry. Unused sanitizers ignore their
# variables, so that they can be set for all; $POSTIL_SOURCE is the root of the repository. Xapian 1.4's
# check of a database deletes an object by the size of its base, which is not ours to mend.
function(postil_add_test name label timeout)
  add_test(NAME ${name} COMMAND ${ARGN})
  set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT ${timeout} ENVIRONMENT
    "ASAN_OPTIONS=strict_string_checks=1:detect_stack_use_after_return=1:new_delete_type_mismatch=0;UBSAN_OPTIONS=print_stacktrace=1;POSTIL_SOURCE=${PROJECT_SOURCE_DIR}")
endfunction()
