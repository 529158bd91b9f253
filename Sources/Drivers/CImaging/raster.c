#include "CImaging.h"

#include <stdlib.h>
#include <string.h>
#include <vips/vips.h>

// Black where a pixel is clearly darker than its neighbourhood: even light and shadow disappear.
static int threshold(VipsImage *image, VipsImage **result) {
    VipsImage *mean = NULL, *lower = NULL;
    double sigma = vips_image_get_height(image) > 400 ? 20 : 12;
    int failed = vips_gaussblur(image, &mean, sigma, "precision", VIPS_PRECISION_APPROXIMATE, NULL)
        || vips_linear1(mean, &lower, 0.85, 0, NULL) || vips_moreeq(image, lower, result, NULL);
    if (mean) g_object_unref(mean);
    if (lower) g_object_unref(lower);
    return failed;
}

static int stretch(VipsImage *image, VipsImage **result) {
    int low = 0, high = 255;
    VipsImage *linear = NULL;
    if (vips_percent(image, 2, &low, NULL) || vips_percent(image, 70, &high, NULL)) return -1;
    double factor = high > low + 10 ? 255.0 / (high - low) : 1;
    int failed = vips_linear1(image, &linear, factor, -low * factor, NULL)
        || vips_cast(linear, result, VIPS_FORMAT_UCHAR, NULL);
    if (linear) g_object_unref(linear);
    return failed;
}

// Takes `image` over: the caller no longer owns it.
static VipsImage *treated(VipsImage *image, int treatment) {
    if (treatment == 0) return image;
    VipsImage *result = NULL;
    int failed = treatment == 1 ? stretch(image, &result) : threshold(image, &result);
    g_object_unref(image);
    return failed ? NULL : result;
}

enum saqta_outcome saqta_raster_variant(
    const uint8_t *grey, int width, int height, int left, int top, int part_width, int part_height, int turns,
    double scale, int treatment, struct saqta_raster *result) {
    memset(result, 0, sizeof *result);
    VipsImage *chain[5] = {0};
    chain[0] = vips_image_new_from_memory(grey, (size_t)width * height, width, height, 1, VIPS_FORMAT_UCHAR);
    int failed = !chain[0] || vips_extract_area(chain[0], &chain[1], left, top, part_width, part_height, NULL)
        || vips_rot(chain[1], &chain[2], (VipsAngle)(turns & 3), NULL)
        || vips_resize(chain[2], &chain[3], scale, NULL) || !(chain[4] = vips_image_copy_memory(chain[3]));
    VipsImage *last = NULL;
    if (!failed) {
        g_object_ref(chain[4]);
        last = treated(chain[4], treatment);
    }
    if (last) {
        size_t size = 0;
        result->width = vips_image_get_width(last);
        result->height = vips_image_get_height(last);
        result->pixels = vips_image_write_to_memory(last, &size);
        g_object_unref(last);
    }
    for (int i = 4; i >= 0; i--)
        if (chain[i]) g_object_unref(chain[i]);
    if (result->pixels) return saqta_ok;
    vips_error_clear();
    return saqta_memory_failed() ? saqta_no_memory : saqta_damaged;
}

void saqta_raster_free(struct saqta_raster *raster) {
    g_free(raster->pixels);
    memset(raster, 0, sizeof *raster);
}
