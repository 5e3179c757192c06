// What a worker process gives up before it sees the first byte of a file: all that a reader does
// not need. It can neither open a file nor change one by its name, open no connection, start no
// program, signal or slow down no other process, share no memory with one and outgrow no limit; a
// file that takes it over gains the file's own bytes and the line to the run.

#ifndef POSTIL_INDEXER_WORKER_SANDBOX_H_
#define POSTIL_INDEXER_WORKER_SANDBOX_H_

#include <cstdint>

namespace postil::index {

// The limits that hold as long as the process lives. To be called once, with one thread. What the
// system does not offer (no seccomp, another processor than x86-64 and ARM64) is done without.
void enter_sandbox(std::uint64_t memory_bytes);

// SIGXCPU comes so many seconds of processor time after now. It is for files that take long: what
// takes the process over may ignore it, and is ended by the run's clock.
void limit_cpu_from_now(std::uint32_t seconds);

// Resident memory of this process at its most, in bytes.
std::uint64_t peak_memory();

// Whether a process's memory can be limited beforehand: not with the sanitizers, which map all of
// the address space.
bool can_limit_memory();

}  // namespace postil::index

#endif  // POSTIL_INDEXER_WORKER_SANDBOX_H_
