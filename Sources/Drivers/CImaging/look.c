#include "CImaging.h"

#include <stdlib.h>
#include <string.h>

// The value below which `share` of all counted lie.
static int percentile(const long *histogram, long total, double share) {
    long sum = 0;
    for (int value = 0; value < 256; value++) {
        sum += histogram[value];
        if (sum >= total * share) return value;
    }
    return 255;
}

// The share of 32 x 32 blocks that are burnt out, where the page as a whole is not white.
static double glare(const uint8_t *grey, int width, int height, int median) {
    if (median > 225) return 0;
    long burnt = 0, blocks = 0;
    for (int top = 0; top + 32 <= height; top += 32)
        for (int left = 0; left + 32 <= width; left += 32) {
            int full = 0;
            for (int y = top; y < top + 32; y++)
                for (int x = left; x < left + 32; x++) full += grey[(size_t)y * width + x] >= 252;
            burnt += full > 970;
            blocks++;
        }
    return blocks ? (double)burnt / blocks : 0;
}

// The share of strong edges that run straight into the frame, on the side where most do.
static double border(const uint8_t *grey, int width, int height, int contrast) {
    double worst = 0;
    for (int side = 0; side < 4; side++) {
        int length = side < 2 ? width : height, strong = 0;
        for (int i = 2; i + 2 < length; i++) {
            size_t line = side == 0 || side == 2 ? 1 : (side == 1 ? (size_t)height - 2 : (size_t)width - 2);
            size_t before = side < 2 ? line * width + i - 1 : (size_t)(i - 1) * width + line;
            size_t after = side < 2 ? line * width + i + 1 : (size_t)(i + 1) * width + line;
            strong += abs(grey[after] - grey[before]) * 3 > contrast;
        }
        double share = length > 4 ? (double)strong / length : 0;
        if (share > worst) worst = share;
    }
    return worst;
}

void saqta_look_at(const uint8_t *grey, int width, int height, struct saqta_look *look) {
    long light[256] = {0}, slope[256] = {0}, slopes = 0;
    memset(look, 0, sizeof *look);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            const uint8_t *pixel = grey + (size_t)y * width + x;
            light[*pixel]++;
            if (x > 0 && x + 1 < width) {
                slope[abs(pixel[1] - pixel[-1])]++;
                slopes++;
            }
        }
    long total = (long)width * height;
    if (total == 0) return;
    look->dark = percentile(light, total, 0.01);
    look->median = percentile(light, total, 0.5);
    look->bright = percentile(light, total, 0.99);
    int contrast = look->bright > look->dark ? look->bright - look->dark : 1;
    double sharpness = (double)percentile(slope, slopes, 0.998) / contrast;
    look->sharpness = sharpness > 1 ? 1 : sharpness;
    look->glare = glare(grey, width, height, look->median);
    look->border = border(grey, width, height, contrast);
}
