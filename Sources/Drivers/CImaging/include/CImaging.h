#ifndef SAQTA_CIMAGING_H
#define SAQTA_CIMAGING_H

// What the imaging worker needs of C: libvips (its functions are variadic, so Swift cannot see them),
// the jail (resource limits, seccomp, Landlock), and a count of failed allocations.

#include <stddef.h>
#include <stdint.h>

// The types that are decoded; the order is part of the interface with Swift.
enum saqta_format {
    saqta_format_jpeg, saqta_format_png, saqta_format_webp, saqta_format_heic, saqta_format_tiff, saqta_format_pdf
};

// Outcomes of the functions below.
enum saqta_outcome { saqta_ok, saqta_damaged, saqta_no_memory };

// What a header says: size in pixels (for PDF in points), pages, EXIF orientation 1–8.
struct saqta_facts { int width, height, pages, orientation; };

// One page as pixels only: a JPEG, a small JPEG, and 8-bit luminance for reading.
struct saqta_page {
    uint8_t *image; size_t image_size;
    uint8_t *thumbnail; size_t thumbnail_size;
    uint8_t *grey; int width, height;
};

// 8-bit luminance, row by row without padding; `pixels` is freed with saqta_raster_free.
struct saqta_raster { uint8_t *pixels; int width, height; };

// What a page looks like: luminance percentiles 0–255, sharpness 0–1, shares 0–1.
struct saqta_look { int dark, median, bright; double sharpness, glare, border; };

// Starts libvips, loads its modules and forbids every loader; 0 when it worked.
int saqta_vips_start(void);
// Allows the loader of one type.
void saqta_vips_allow(enum saqta_format format);

enum saqta_outcome saqta_read_facts(
    const uint8_t *bytes, size_t count, enum saqta_format format, int page, struct saqta_facts *facts);
// Decodes page `page` (from 0), upright, at most `side` pixels long; frees nothing on failure that is not freed.
enum saqta_outcome saqta_make_page(
    const uint8_t *bytes, size_t count, enum saqta_format format, int page, int side, int thumbnail_side,
    struct saqta_page *result);
void saqta_page_free(struct saqta_page *page);

// A part of a raster, turned by `turns` quarters clockwise, scaled by `scale`,
// then: 0 as it is, 1 contrast stretched, 2 black on white by local threshold.
enum saqta_outcome saqta_raster_variant(
    const uint8_t *grey, int width, int height, int left, int top, int part_width, int part_height, int turns,
    double scale, int treatment, struct saqta_raster *result);
void saqta_raster_free(struct saqta_raster *raster);
void saqta_look_at(const uint8_t *grey, int width, int height, struct saqta_look *look);

// The first place of `pattern`, or NULL.
const void *saqta_find(const void *bytes, size_t count, const uint8_t *pattern, size_t length);

// Limits: address space in octets, processor seconds. 0 when all hold.
int saqta_limit(uint64_t address_space, uint64_t seconds);
// Closes every descriptor above 2, empties the environment, sets handlers that tell lack of memory from a crash.
void saqta_prepare(void);
// Landlock: reading only under `folders` (null-terminated). 0 when the kernel enforces it, 1 when it cannot.
int saqta_restrict_files(const char *const *folders);
// seccomp: only what decoding needs; opening of files for reading only if `reading` is not 0. 0 when it holds.
int saqta_restrict_calls(int reading);
// 1 when some allocation has failed since the start.
int saqta_memory_failed(void);
// Tries what the jail forbids. Bit n is set when attempt n succeeded:
// 0 socket, 1 connect, 2 process, 3 exec, 4 write a file, 5 trace, 6 read a file, 7 executable memory, 8 signal others.
int saqta_try_escape(void);
// 1 when a thread can still be made.
int saqta_try_thread(void);

// Exit status for lack of memory.
#define SAQTA_EXIT_MEMORY 71

#endif
