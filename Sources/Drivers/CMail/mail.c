#include "CMail.h"

#include <gmime/gmime.h>
#include <iconv.h>
#include <string.h>

enum { most_parts = 100, most_depth = 10 };

struct reading {
    saqta_mail_sink sink;
    void *context;
    int parts;
};

static const char *const charsets[] = {
    "UTF-8", "US-ASCII", "ISO-8859-1", "ISO-8859-2", "ISO-8859-5", "ISO-8859-9", "ISO-8859-15", "WINDOWS-1250",
    "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1254", "KOI8-R", "KOI8-U", "IBM866", "PT154", "UTF-16", "UTF-16LE",
    "UTF-16BE", "UTF-7", "GB18030", "SHIFT_JIS", "EUC-KR", "ISO-2022-JP",
};

void saqta_mail_start(void) {
    g_mime_init();
    // Kept open: a converter in use stays loaded, and is found again without a file.
    for (size_t i = 0; i < sizeof charsets / sizeof *charsets; i++) {
        iconv_open("UTF-8", charsets[i]);
        iconv_open(charsets[i], "UTF-8");
    }
}

static void give(struct reading *reading, char kind, const char *text) {
    if (text) reading->sink(reading->context, kind, text, strlen(text));
}

// As UTF-8; what is in no character set of its own is left for the reader to mend.
static GByteArray *converted(const GByteArray *octets, const char *charset) {
    GByteArray *result = g_byte_array_new();
    iconv_t converter = charset ? iconv_open("UTF-8", charset) : (iconv_t)-1;
    if (converter == (iconv_t)-1) return g_byte_array_append(result, octets->data, octets->len);
    char *from = (char *)octets->data, room[4096];
    size_t left = octets->len;
    while (left > 0) {
        char *to = room;
        size_t space = sizeof room;
        size_t done = iconv(converter, &from, &left, &to, &space);
        g_byte_array_append(result, (guint8 *)room, (guint)(sizeof room - space));
        if (done == (size_t)-1 && space == sizeof room && left > 0) {
            // No such character: one octet is passed over.
            g_byte_array_append(result, (const guint8 *)"\xEF\xBF\xBD", 3);
            from++;
            left--;
        }
    }
    iconv_close(converter);
    return result;
}

static GByteArray *content(GMimePart *part) {
    GByteArray *octets = g_byte_array_new();
    GMimeDataWrapper *wrapper = g_mime_part_get_content(part);
    if (!wrapper) return octets;
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(octets);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    g_mime_data_wrapper_write_to_stream(wrapper, stream);
    g_object_unref(stream);
    return octets;
}

static int is_attached(GMimeObject *object) {
    GMimeContentDisposition *disposition = g_mime_object_get_content_disposition(object);
    return (disposition && g_mime_content_disposition_is_attachment(disposition))
        || g_mime_part_get_filename(GMIME_PART(object));
}

static int is_text(GMimeObject *object, const char *subtype) {
    GMimeContentType *type = g_mime_object_get_content_type(object);
    return GMIME_IS_PART(object) && !is_attached(object) && g_mime_content_type_is_type(type, "text", subtype);
}

static void attach(struct reading *reading, GMimeObject *object) {
    char *type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(object));
    give(reading, 'a', type);
    g_free(type);
    GByteArray *octets = GMIME_IS_PART(object) ? content(GMIME_PART(object)) : g_byte_array_new();
    reading->sink(reading->context, 'c', octets->data, octets->len);
    g_byte_array_free(octets, TRUE);
}

static int walk(struct reading *reading, GMimeObject *object, int depth);

// Of the same in several forms, plain text, or else HTML, or else what holds one of them.
static int choose(struct reading *reading, GMimeMultipart *multipart, int depth) {
    int count = g_mime_multipart_get_count(multipart);
    if (count > most_parts) return 0;
    for (int wish = 0; wish < 3; wish++)
        for (int i = 0; i < count; i++) {
            GMimeObject *child = g_mime_multipart_get_part(multipart, i);
            int fits = wish == 2 ? GMIME_IS_MULTIPART(child) : is_text(child, wish ? "html" : "plain");
            if (fits) return walk(reading, child, depth + 1);
        }
    return 1;
}

// 0 when there is more of it than is looked at.
static int walk(struct reading *reading, GMimeObject *object, int depth) {
    if (++reading->parts > most_parts || depth > most_depth) return 0;
    if (GMIME_IS_MULTIPART(object)) {
        GMimeMultipart *multipart = GMIME_MULTIPART(object);
        if (g_mime_content_type_is_type(g_mime_object_get_content_type(object), "multipart", "alternative"))
            return choose(reading, multipart, depth);
        int count = g_mime_multipart_get_count(multipart);
        for (int i = 0; i < count; i++)
            if (!walk(reading, g_mime_multipart_get_part(multipart, i), depth + 1)) return 0;
        return 1;
    }
    int plain = is_text(object, "plain");
    if (!plain && !is_text(object, "html")) {
        attach(reading, object);
        return 1;
    }
    GByteArray *octets = content(GMIME_PART(object));
    GByteArray *text = converted(octets, g_mime_object_get_content_type_parameter(object, "charset"));
    reading->sink(reading->context, plain ? 't' : 'h', text->data, text->len);
    g_byte_array_free(text, TRUE);
    g_byte_array_free(octets, TRUE);
    return 1;
}

enum saqta_mail_outcome saqta_mail_read(const uint8_t *octets, size_t count, saqta_mail_sink sink, void *context) {
    struct reading reading = {sink, context, 0};
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)octets, count);
    GMimeMessage *message = g_mime_parser_construct_message(g_mime_parser_new_with_stream(stream), NULL);
    if (!message) return saqta_mail_none;
    const char *identifier = g_mime_message_get_message_id(message);
    InternetAddressList *senders = g_mime_message_get_from(message);
    GMimeObject *body = g_mime_message_get_mime_part(message);
    int count_of_senders = senders ? internet_address_list_length(senders) : 0;
    if (!body || (!identifier && count_of_senders == 0)) return saqta_mail_none;
    give(&reading, 'm', identifier);
    InternetAddress *sender = count_of_senders == 1 ? internet_address_list_get_address(senders, 0) : NULL;
    if (sender && INTERNET_ADDRESS_IS_MAILBOX(sender))
        give(&reading, 'f', internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender)));
    give(&reading, 's', g_mime_message_get_subject(message));
    // What was made is left to the end of the process.
    return walk(&reading, body, 0) ? saqta_mail_read_all : saqta_mail_too_nested;
}
