// Counts failed allocations, so that lack of memory is told apart from a crash. These definitions take the place of
// the C library's for the whole worker, its libraries included.
#define _GNU_SOURCE
#include "CImaging.h"

#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static volatile sig_atomic_t failed;

static void *noted(void *pointer, size_t size) {
    if (!pointer && size) failed = 1;
    return pointer;
}

void *malloc(size_t size) { return noted(__libc_malloc(size), size); }
void *calloc(size_t count, size_t size) { return noted(__libc_calloc(count, size), count && size); }
void *realloc(void *old, size_t size) { return noted(__libc_realloc(old, size), size); }
void *memalign(size_t alignment, size_t size) { return noted(__libc_memalign(alignment, size), size); }
void *aligned_alloc(size_t alignment, size_t size) { return noted(__libc_memalign(alignment, size), size); }

int posix_memalign(void **result, size_t alignment, size_t size) {
    if (alignment < sizeof(void *) || (alignment & (alignment - 1))) return EINVAL;
    void *pointer = noted(__libc_memalign(alignment, size), size);
    if (!pointer && size) return ENOMEM;
    *result = pointer;
    return 0;
}

// The stack of a thread does not come from malloc: when there is no room for one, memory was short as well.
static int lacks_room(void) {
    size_t stack = 8 << 20;
    void *room = mmap(NULL, stack, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return room == MAP_FAILED || munmap(room, stack);
}

int saqta_memory_failed(void) { return failed || lacks_room(); }
