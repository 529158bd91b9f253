#include "ccurl.h"

#include <string.h>

CURLcode saqta_curl_number(CURL *transfer, CURLoption option, long value) {
    return curl_easy_setopt(transfer, option, value);
}

CURLcode saqta_curl_text(CURL *transfer, CURLoption option, const char *value) {
    return curl_easy_setopt(transfer, option, value);
}

CURLcode saqta_curl_list(CURL *transfer, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(transfer, option, value);
}

CURLcode saqta_curl_post(CURL *transfer, const void *octets, size_t length) {
    CURLcode code = curl_easy_setopt(transfer, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)length);
    return code != CURLE_OK ? code : curl_easy_setopt(transfer, CURLOPT_COPYPOSTFIELDS, (const char *)octets);
}

long saqta_curl_status(CURL *transfer) {
    long status = 0;
    return curl_easy_getinfo(transfer, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0;
}

static size_t give(char *buffer, size_t size, size_t count, void *context) {
    saqta_source *source = context;
    size_t left = source->length - source->position;
    size_t taken = size * count < left ? size * count : left;
    memcpy(buffer, source->octets + source->position, taken);
    source->position += taken;
    return taken;
}

static size_t take(char *buffer, size_t size, size_t count, void *context) {
    saqta_sink *sink = context;
    size_t length = size * count;
    if (length > sink->capacity - sink->length) return 0;
    memcpy(sink->octets + sink->length, buffer, length);
    sink->length += length;
    return length;
}

CURLcode saqta_curl_upload(CURL *transfer, saqta_source *source) {
    CURLcode code = curl_easy_setopt(transfer, CURLOPT_UPLOAD, 1L);
    if (code == CURLE_OK) code = curl_easy_setopt(transfer, CURLOPT_READFUNCTION, give);
    if (code == CURLE_OK) code = curl_easy_setopt(transfer, CURLOPT_READDATA, source);
    return code;
}

CURLcode saqta_curl_receive(CURL *transfer, saqta_sink *sink) {
    CURLcode code = curl_easy_setopt(transfer, CURLOPT_WRITEFUNCTION, take);
    return code != CURLE_OK ? code : curl_easy_setopt(transfer, CURLOPT_WRITEDATA, sink);
}
