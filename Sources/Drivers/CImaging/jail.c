#define _GNU_SOURCE
#include "CImaging.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <malloc.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static void ended(int signal_number) {
    if (saqta_memory_failed()) _exit(SAQTA_EXIT_MEMORY);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

// Some libraries call exit() when they find no memory.
static void leaving(int status, void *unused) {
    (void)unused;
    if (status != 0 && saqta_memory_failed()) _exit(SAQTA_EXIT_MEMORY);
}

void saqta_prepare(void) {
    static char stack[32768];
    syscall(SYS_close_range, 3u, ~0u, 0u);
    clearenv();
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternate, NULL);
    struct sigaction action = {.sa_handler = ended, .sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER};
    const int fatal[] = {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGSYS};
    for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) sigaction(fatal[i], &action, NULL);
    on_exit(leaving, NULL);
    // Each arena of glibc reserves 128 MiB of address space, and address space is what is limited.
    mallopt(M_ARENA_MAX, 1);
}

static int limit(__rlimit_resource_t resource, uint64_t value) {
    // Time has a second more to its hard end, so that the signal tells its lack apart from other ends.
    struct rlimit both = {value, resource == RLIMIT_CPU ? value + 1 : value};
    return setrlimit(resource, &both);
}

int saqta_limit(uint64_t address_space, uint64_t seconds) {
    prctl(PR_SET_DUMPABLE, 0);
    return limit(RLIMIT_CORE, 0) | limit(RLIMIT_FSIZE, 0) | limit(RLIMIT_NOFILE, 64) | limit(RLIMIT_CPU, seconds)
        | limit(RLIMIT_MEMLOCK, 0) | limit(RLIMIT_MSGQUEUE, 0) | limit(RLIMIT_AS, address_space);
}

int saqta_restrict_files(const char *const *folders) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return -1;
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return 1;
    // The thirteen rights of the first version of Landlock: all are handled, so all are refused unless allowed below.
    struct landlock_ruleset_attr rights = {.handled_access_fs = (1ull << 13) - 1};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &rights, sizeof rights, 0);
    if (rules < 0) return 1;
    for (; *folders; folders++) {
        struct landlock_path_beneath_attr beneath = {
            .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
            .parent_fd = open(*folders, O_PATH | O_CLOEXEC)};
        if (beneath.parent_fd < 0) continue;
        syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
        close(beneath.parent_fd);
    }
    long failed = syscall(SYS_landlock_restrict_self, rules, 0);
    close(rules);
    return failed ? 1 : 0;
}

// What decoding and reading of pictures needs once all libraries are loaded.
static const int calls[] = {
    SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(lseek),
    SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(brk), SCMP_SYS(madvise), SCMP_SYS(futex), SCMP_SYS(set_robust_list),
    SCMP_SYS(get_robust_list), SCMP_SYS(rseq), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(gettid),
    SCMP_SYS(getpid), SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday), SCMP_SYS(time),
    SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getrandom), SCMP_SYS(getrusage), SCMP_SYS(times), SCMP_SYS(restart_syscall), SCMP_SYS(membarrier),
    SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid),
};

// What fontconfig and poppler need to find a font that a PDF names and does not carry.
static const int files[] = {
    SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(access), SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents64), SCMP_SYS(fstatfs),
    SCMP_SYS(statfs), SCMP_SYS(getcwd), SCMP_SYS(fcntl), SCMP_SYS(pread64), SCMP_SYS(fadvise64),
};

static int allow_all(scmp_filter_ctx filter, const int *list, size_t count) {
    int failed = 0;
    for (size_t i = 0; i < count; i++) failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, list[i], 0);
    return failed;
}

int saqta_restrict_calls(int reading) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter) return -1;
    int failed = allow_all(filter, calls, sizeof calls / sizeof *calls);
    // glibc falls back to clone when clone3 is absent; the flags of clone3 lie in memory and cannot be examined.
    failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
    failed |= seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
    failed |= seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid()));
    failed |= seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    failed |= seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    failed |= seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME));
    // Both filters of the two steps are loaded through these; they can only narrow.
    failed |= seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_NO_NEW_PRIVS));
    if (reading) {
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(seccomp), 0);
        failed |= allow_all(filter, files, sizeof files / sizeof *files);
        failed |= seccomp_rule_add(
            filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
            SCMP_A2(SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY));
        failed |= seccomp_rule_add(
            filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
            SCMP_A1(SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY));
    }
    failed |= seccomp_load(filter);
    seccomp_release(filter);
    return failed;
}
