// What a program decides about the memory that it takes and frees. No library does: only the
// program knows how long it lives and what it does next.

#ifndef POSTIL_CORE_BASE_HEAP_H_
#define POSTIL_CORE_BASE_HEAP_H_

#include <cstddef>

namespace postil {

// For a program that does one thing after another: what it frees stays with it. To give memory back
// after each question and take it again for the next costs as much as to answer one.
void keep_freed_memory();

// Takes the pages of so many bytes from the system at once, which costs half of what it costs to be
// interrupted at the first use of each. Of use only after keep_freed_memory().
void take_memory(std::size_t bytes);

}  // namespace postil

#endif  // POSTIL_CORE_BASE_HEAP_H_
