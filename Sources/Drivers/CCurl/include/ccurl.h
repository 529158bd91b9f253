#ifndef SAQTA_CCURL_H
#define SAQTA_CCURL_H

#include <curl/curl.h>
#include <stddef.h>

// libcurl sets options through variadic functions, which Swift cannot call; these name the type of the value.

CURLcode saqta_curl_number(CURL *transfer, CURLoption option, long value);
// libcurl copies the text.
CURLcode saqta_curl_text(CURL *transfer, CURLoption option, const char *value);
// The list must live until the transfer is cleaned up.
CURLcode saqta_curl_list(CURL *transfer, CURLoption option, struct curl_slist *value);
// libcurl copies the octets.
CURLcode saqta_curl_post(CURL *transfer, const void *octets, size_t length);
// The status of the last answer, 0 when there was none.
long saqta_curl_status(CURL *transfer);

// Octets to be sent; must live until the transfer ends.
typedef struct saqta_source {
    const unsigned char *octets;
    size_t length;
    size_t position;
} saqta_source;

// Where an answer is kept, up to its capacity; what goes beyond it ends the transfer.
typedef struct saqta_sink {
    unsigned char *octets;
    size_t capacity;
    size_t length;
} saqta_sink;

CURLcode saqta_curl_upload(CURL *transfer, saqta_source *source);
CURLcode saqta_curl_receive(CURL *transfer, saqta_sink *sink);

#endif
