#include "CImaging.h"

#include <stdlib.h>
#include <string.h>
#include <vips/vips.h>
#include <vips/vector.h>

int saqta_vips_start(void) {
    // Large pictures would otherwise go through a file, which the jail forbids; the limit on memory holds for them.
    setenv("VIPS_DISC_THRESHOLD", "64g", 1);
    if (vips_init("saqta-imaging")) return 1;
    vips_concurrency_set(1);
    // The vector compiler needs memory that is writable and executable, which the jail forbids.
    vips_vector_set_enabled(FALSE);
    vips_cache_set_max(0);
    vips_operation_block_set("VipsForeignLoad", TRUE);
    vips_block_untrusted_set(TRUE);
    return 0;
}

void saqta_vips_allow(enum saqta_format format) {
    switch (format) {
    case saqta_format_jpeg: vips_operation_block_set("VipsForeignLoadJpeg", FALSE); break;
    case saqta_format_png: vips_operation_block_set("VipsForeignLoadPng", FALSE); break;
    case saqta_format_webp: vips_operation_block_set("VipsForeignLoadWebp", FALSE); break;
    case saqta_format_heic: vips_operation_block_set("VipsForeignLoadHeif", FALSE); break;
    case saqta_format_tiff: vips_operation_block_set("VipsForeignLoadTiff", FALSE); break;
    case saqta_format_pdf: vips_operation_block_set("VipsForeignLoadPdf", FALSE); break;
    }
}

static enum saqta_outcome failure(void) {
    vips_error_clear();
    return saqta_memory_failed() ? saqta_no_memory : saqta_damaged;
}

static int load(
    const uint8_t *bytes, size_t count, enum saqta_format format, int page, double scale, VipsImage **image) {
    void *buffer = (void *)bytes;
    VipsFailOn fail = VIPS_FAIL_ON_TRUNCATED;
    switch (format) {
    case saqta_format_jpeg:
        return vips_jpegload_buffer(
            buffer, count, image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", fail, NULL);
    case saqta_format_png:
        return vips_pngload_buffer(buffer, count, image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", fail, NULL);
    case saqta_format_webp:
        return vips_webpload_buffer(buffer, count, image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", fail, NULL);
    case saqta_format_heic:
        return vips_heifload_buffer(buffer, count, image, "fail_on", fail, NULL);
    case saqta_format_tiff:
        return vips_tiffload_buffer(buffer, count, image, "page", page, "fail_on", fail, NULL);
    case saqta_format_pdf:
        return vips_pdfload_buffer(buffer, count, image, "page", page, "scale", scale, NULL);
    }
    return -1;
}

enum saqta_outcome saqta_read_facts(
    const uint8_t *bytes, size_t count, enum saqta_format format, int page, struct saqta_facts *facts) {
    VipsImage *image = NULL;
    if (load(bytes, count, format, page, 1, &image)) return failure();
    facts->width = vips_image_get_width(image);
    facts->height = vips_image_get_height(image);
    facts->pages = format == saqta_format_tiff || format == saqta_format_pdf ? vips_image_get_n_pages(image) : 1;
    facts->orientation = vips_image_get_orientation(image);
    g_object_unref(image);
    return saqta_ok;
}

// 250 dpi, unless the page is so large that the long side passes `side` pixels.
static double pdf_scale(const struct saqta_facts *facts, int side) {
    int longer = facts->width > facts->height ? facts->width : facts->height;
    double fitting = (double)side / (longer > 0 ? longer : 1);
    return fitting < 250.0 / 72 ? fitting : 250.0 / 72;
}

static int decode(
    const uint8_t *bytes, size_t count, enum saqta_format format, int page, int side, VipsImage **result) {
    if (format == saqta_format_jpeg)
        return vips_thumbnail_buffer(
            (void *)bytes, count, result, side, "height", side, "size", VIPS_SIZE_DOWN, "export_profile", "srgb",
            "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL);
    double scale = 1;
    if (format == saqta_format_pdf) {
        struct saqta_facts facts;
        if (saqta_read_facts(bytes, count, format, page, &facts) != saqta_ok) return -1;
        scale = pdf_scale(&facts, side);
    }
    VipsImage *full = NULL;
    if (load(bytes, count, format, page, scale, &full)) return -1;
    int failed = vips_thumbnail_image(
        full, result, side, "height", side, "size", VIPS_SIZE_DOWN, "export_profile", "srgb", NULL);
    g_object_unref(full);
    return failed;
}

// Replaces *image by what `step` makes of it.
#define STEP(image, call)                        \
    do {                                         \
        VipsImage *next = NULL;                  \
        int failed = (call);                     \
        g_object_unref(image);                   \
        image = next;                            \
        if (failed) {                            \
            if (image) g_object_unref(image);    \
            return NULL;                         \
        }                                        \
    } while (0)

static VipsImage *plain(VipsImage *image) {
    if (vips_image_hasalpha(image)) {
        double white = vips_image_get_format(image) == VIPS_FORMAT_USHORT ? 65535 : 255;
        VipsArrayDouble *background = vips_array_double_new(&white, 1);
        STEP(image, vips_flatten(image, &next, "background", background, NULL));
        vips_area_unref(VIPS_AREA(background));
    }
    STEP(image, vips_colourspace(image, &next, VIPS_INTERPRETATION_sRGB, NULL));
    STEP(image, vips_cast(image, &next, VIPS_FORMAT_UCHAR, NULL));
    VipsImage *memory = vips_image_copy_memory(image);
    g_object_unref(image);
    return memory;
}

static int encode(VipsImage *image, uint8_t **bytes, size_t *count) {
    void *buffer = NULL;
    if (vips_jpegsave_buffer(image, &buffer, count, "Q", 85, "strip", TRUE, NULL)) return -1;
    *bytes = buffer;
    return 0;
}

enum saqta_outcome saqta_make_page(
    const uint8_t *bytes, size_t count, enum saqta_format format, int page, int side, int thumbnail_side,
    struct saqta_page *result) {
    memset(result, 0, sizeof *result);
    VipsImage *image = NULL, *small = NULL, *grey = NULL;
    if (decode(bytes, count, format, page, side, &image) || !(image = plain(image))) return failure();
    int failed = encode(image, &result->image, &result->image_size)
        || vips_thumbnail_image(
            image, &small, thumbnail_side, "height", thumbnail_side, "size", VIPS_SIZE_DOWN, NULL)
        || encode(small, &result->thumbnail, &result->thumbnail_size)
        || vips_colourspace(image, &grey, VIPS_INTERPRETATION_B_W, NULL);
    if (!failed) {
        size_t size = 0;
        result->width = vips_image_get_width(grey);
        result->height = vips_image_get_height(grey);
        result->grey = vips_image_write_to_memory(grey, &size);
        failed = result->grey == NULL || size != (size_t)result->width * result->height;
    }
    g_object_unref(image);
    if (small) g_object_unref(small);
    if (grey) g_object_unref(grey);
    if (!failed) return saqta_ok;
    saqta_page_free(result);
    return failure();
}

void saqta_page_free(struct saqta_page *page) {
    g_free(page->image);
    g_free(page->thumbnail);
    g_free(page->grey);
    memset(page, 0, sizeof *page);
}
