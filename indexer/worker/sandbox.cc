#include "indexer/worker/sandbox.h"

#include <asm/sockios.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <vector>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define POSTIL_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define POSTIL_SANITIZED 1
#endif
#endif

namespace postil::index {
namespace {

#ifdef POSTIL_SANITIZED
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
constexpr std::uint32_t kForeignCalls = 0x40000000;  // of the x32 ABI
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
constexpr std::uint32_t kForeignCalls = 0;
#else
constexpr std::uint32_t kArchitecture = 0;
constexpr std::uint32_t kForeignCalls = 0;
#endif

// Numbers that are younger than the headers of some systems, the same on every architecture.
constexpr std::uint32_t kFchmodat2 = 452;
constexpr std::uint32_t kSetxattrat = 463;
constexpr std::uint32_t kRemovexattrat = 466;
constexpr std::uint32_t kFileSetattr = 469;

// Calls that answer "not permitted" from now on. Not every architecture has all of them.
const std::uint32_t kRefused[] = {
#ifdef __NR_open
    __NR_open,
    __NR_creat,
    __NR_unlink,
    __NR_rename,
    __NR_mkdir,
    __NR_rmdir,
    __NR_link,
    __NR_symlink,
    __NR_chmod,
    __NR_chown,
    __NR_lchown,
    __NR_mknod,
    __NR_utime,
    __NR_utimes,
    __NR_futimesat,
    __NR_fork,
    __NR_vfork,
    __NR_readlink,
#endif
    __NR_openat,
    __NR_unlinkat,
    __NR_renameat2,
    __NR_mkdirat,
    __NR_linkat,
    __NR_symlinkat,
    __NR_fchmodat,
    __NR_fchownat,
    __NR_mknodat,
    __NR_utimensat,
    __NR_truncate,
    __NR_fchmod,
    __NR_fchown,
    __NR_setxattr,
    __NR_lsetxattr,
    __NR_fsetxattr,
    __NR_removexattr,
    __NR_lremovexattr,
    __NR_fremovexattr,
    __NR_chdir,
    __NR_chroot,
    __NR_mount,
    __NR_umount2,
    __NR_pivot_root,
    __NR_socket,
    __NR_connect,
    __NR_bind,
    __NR_listen,
    __NR_accept4,
    __NR_socketpair,
    __NR_clone,
    __NR_execve,
    __NR_execveat,
    __NR_ptrace,
    __NR_kill,
    __NR_tkill,
    __NR_rt_sigqueueinfo,
    __NR_rt_tgsigqueueinfo,
    __NR_setpriority,
    __NR_ioprio_set,
    __NR_sched_setaffinity,
    __NR_sched_setattr,
    __NR_sched_setparam,
    __NR_sched_setscheduler,
    __NR_bpf,
    __NR_io_uring_setup,
    __NR_unshare,
    __NR_setns,
    __NR_keyctl,
    __NR_add_key,
    __NR_request_key,
    __NR_perf_event_open,
    __NR_process_vm_readv,
    __NR_process_vm_writev,
    __NR_memfd_create,
    __NR_userfaultfd,
    __NR_name_to_handle_at,
    __NR_open_by_handle_at,
    __NR_inotify_init1,
    __NR_fanotify_init,
    __NR_kexec_load,
    __NR_init_module,
    __NR_finit_module,
    __NR_reboot,
    __NR_swapon,
    __NR_shmget,
    __NR_shmat,
    __NR_shmctl,
    __NR_msgget,
    __NR_msgsnd,
    __NR_msgrcv,
    __NR_msgctl,
    __NR_semget,
    __NR_semop,
    __NR_semtimedop,
    __NR_semctl,
    __NR_mq_open,
    __NR_mq_unlink,
    __NR_personality,
    kFchmodat2,
    kSetxattrat,
    kRemovexattrat,
    kFileSetattr,
#ifdef __NR_renameat
    __NR_renameat,
#endif
#ifdef __NR_openat2
    __NR_openat2,
#endif
#ifdef __NR_clone3
    __NR_clone3,
#endif
#ifdef __NR_pidfd_open
    __NR_pidfd_open,
#endif
#ifdef __NR_pidfd_getfd
    __NR_pidfd_getfd,
#endif
#ifdef __NR_pidfd_send_signal
    __NR_pidfd_send_signal,
#endif
};

// A call that is looked at more closely: refused with one value of an argument, or with all others.
struct Rule {
  std::uint32_t call;
  std::uint32_t argument;  // counted from 0
  std::uint32_t value;     // of its lower half, which is all that these calls look at
  bool is_refused;
};

// abort() signals its own process, and that alone may be signalled: neither at once nor by the
// system when something comes over the line. The limits are those of this process, 0 to the system.
std::vector<Rule> rules() {
  return {{__NR_tgkill, 0, static_cast<std::uint32_t>(::getpid()), false},
          {__NR_prlimit64, 0, 0, false},
          {__NR_fcntl, 1, F_SETOWN, true},
          {__NR_fcntl, 1, F_SETOWN_EX, true},
          {__NR_ioctl, 1, FIOSETOWN, true},
          {__NR_ioctl, 1, SIOCSPGRP, true}};
}

constexpr std::uint16_t kLoad = BPF_LD | BPF_W | BPF_ABS;
constexpr std::uint16_t kEqual = BPF_JMP | BPF_JEQ | BPF_K;
constexpr std::uint16_t kAtLeast = BPF_JMP | BPF_JGE | BPF_K;
constexpr std::uint16_t kReturn = BPF_RET | BPF_K;
constexpr std::uint32_t kNotPermitted = SECCOMP_RET_ERRNO | EPERM;

sock_filter statement(std::uint16_t code, std::uint32_t value) { return {code, 0, 0, value}; }

sock_filter jump(std::uint16_t code, std::uint32_t value, std::uint8_t yes, std::uint8_t no) {
  return {code, yes, no, value};
}

// Finds the call's number loaded, and leaves it so.
void append_rule(const Rule& rule, std::vector<sock_filter>& filter) {
  const auto place = static_cast<std::uint32_t>(offsetof(seccomp_data, args) +
                                                rule.argument * sizeof(std::uint64_t));
  filter.push_back(jump(kEqual, rule.call, 0, 4));
  filter.push_back(statement(kLoad, place));
  filter.push_back(rule.is_refused ? jump(kEqual, rule.value, 0, 1)
                                   : jump(kEqual, rule.value, 1, 0));
  filter.push_back(statement(kReturn, kNotPermitted));
  filter.push_back(statement(kLoad, offsetof(seccomp_data, nr)));
}

// A program for the kernel's packet filter machine that looks at each system call's number, and at
// an argument of a few.
std::vector<sock_filter> call_filter() {
  std::vector<sock_filter> filter = {
      statement(kLoad, offsetof(seccomp_data, arch)), jump(kEqual, kArchitecture, 1, 0),
      statement(kReturn, SECCOMP_RET_KILL_PROCESS), statement(kLoad, offsetof(seccomp_data, nr))};
  if (kForeignCalls != 0) {
    filter.push_back(jump(kAtLeast, kForeignCalls, 0, 1));
    filter.push_back(statement(kReturn, kNotPermitted));
  }
  for (const std::uint32_t call : kRefused) {
    filter.push_back(jump(kEqual, call, 0, 1));
    filter.push_back(statement(kReturn, kNotPermitted));
  }
  for (const Rule& rule : rules()) append_rule(rule, filter);
  filter.push_back(statement(kReturn, SECCOMP_RET_ALLOW));
  return filter;
}

// The sanitizers open files of their own when they have something to tell.
void refuse_calls() {
  if (kSanitized || kArchitecture == 0) return;
  std::vector<sock_filter> filter = call_filter();
  sock_fprog program = {static_cast<unsigned short>(filter.size()), filter.data()};
  ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

void limit(decltype(RLIMIT_CORE) what, std::uint64_t most) {
  const rlimit limits = {most, most};
  ::setrlimit(what, &limits);
}

}  // namespace

void enter_sandbox(std::uint64_t memory_bytes) {
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, 16);
  if (can_limit_memory()) limit(RLIMIT_AS, memory_bytes);
  refuse_calls();
}

void limit_cpu_from_now(std::uint32_t seconds) {
  rusage usage{};
  rlimit limits{};
  if (::getrusage(RUSAGE_SELF, &usage) != 0 || ::getrlimit(RLIMIT_CPU, &limits) != 0) return;
  const auto used = static_cast<rlim_t>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1);
  limits.rlim_cur = used + seconds;
  ::setrlimit(RLIMIT_CPU, &limits);
}

std::uint64_t peak_memory() {
  rusage usage{};
  if (::getrusage(RUSAGE_SELF, &usage) != 0) return 0;
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

bool can_limit_memory() { return !kSanitized; }

}  // namespace postil::index
