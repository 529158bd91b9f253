#ifndef CFOLDERBLOBS_H
#define CFOLDERBLOBS_H

#include <stdint.h>

/// Has the disk begin with these octets of a file, without waiting; says nothing about what is durable.
void saqta_begin_writeback(int file, int64_t offset, int64_t length);

#endif
