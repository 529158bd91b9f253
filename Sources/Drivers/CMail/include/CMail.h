#ifndef SAQTA_CMAIL_H
#define SAQTA_CMAIL_H

// What the worker needs of GMime: its macros and callbacks, which Swift cannot see.

#include <stddef.h>
#include <stdint.h>

// What was found in a letter; the octets of text are UTF-8 or what could not be made UTF-8.
//   m Message-ID   f address of the one sender   s subject   t plain text   h HTML
//   a type of an attachment   c its content
typedef void (*saqta_mail_sink)(void *context, char kind, const void *octets, size_t count);

enum saqta_mail_outcome {
    saqta_mail_read_all,
    // It has neither a sender nor an identifier, or no body.
    saqta_mail_none,
    // More parts, or parts within parts, than are looked at.
    saqta_mail_too_nested
};

// Starts GMime and loads the converters of the usual character sets, since the jail opens no file.
void saqta_mail_start(void);

enum saqta_mail_outcome saqta_mail_read(const uint8_t *octets, size_t count, saqta_mail_sink sink, void *context);

#endif
