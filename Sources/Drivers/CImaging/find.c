#define _GNU_SOURCE
#include "CImaging.h"

#include <string.h>

const void *saqta_find(const void *bytes, size_t count, const uint8_t *pattern, size_t length) {
    return memmem(bytes, count, pattern, length);
}
