// Attempts at what the jail forbids, for the worker's examination of itself.
#define _GNU_SOURCE
#include "CImaging.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

// An attempt that the kernel examined counts as a success, whatever came of it: the jail answers EPERM or EACCES.
static int reached(long result) { return result >= 0 || (errno != EPERM && errno != EACCES); }

static int connects(void) {
    struct sockaddr_in there = {.sin_family = AF_INET, .sin_port = htons(9)};
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // Descriptor 0 stands for any socket that the worker might have been given.
    return reached(connect(0, (struct sockaddr *)&there, sizeof there));
}

static int forks(void) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    if (child > 0) waitpid(child, NULL, 0);
    return child > 0;
}

static int opens(const char *path, int flags) {
    int file = open(path, flags, 0600);
    if (file >= 0) close(file);
    return file >= 0;
}

static int execs(void) {
    char *const nothing[] = {"absent", NULL};
    return reached(execve("/absent", nothing, nothing + 1));
}

int saqta_try_escape(void) {
    int made = socket(AF_INET, SOCK_STREAM, 0), successes = made >= 0;
    if (made >= 0) close(made);
    void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    successes |= connects() << 1 | forks() << 2 | execs() << 3 | opens("/dev/null", O_WRONLY) << 4;
    successes |= reached(ptrace(PTRACE_PEEKDATA, getppid(), NULL, NULL)) << 5;
    successes |= opens("/etc/passwd", O_RDONLY) << 6;
    successes |= (memory != MAP_FAILED) << 7 | (kill(getppid(), 0) == 0) << 8;
    return successes;
}

static void *nothing(void *unused) { return unused; }

int saqta_try_thread(void) {
    pthread_t thread;
    return pthread_create(&thread, NULL, nothing, NULL) == 0 && pthread_join(thread, NULL) == 0;
}
