#define _GNU_SOURCE
#include "CFolderBlobs.h"
#include <fcntl.h>

void saqta_begin_writeback(int file, int64_t offset, int64_t length) {
    sync_file_range(file, offset, length, SYNC_FILE_RANGE_WRITE);
}
