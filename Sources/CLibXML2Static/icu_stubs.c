// Stands in for ICU's converters, which Debian's libxml2 would ask for other encodings than its own.
//
// Texts reach libxml2 as UTF-8 only, so no converter is ever opened; ICU's tables would add 32 MB to the static
// executable. Every converter is refused, which libxml2 reports as an encoding that it does not know. ICU's header
// renames the functions to those of its version.

#if __has_include(<unicode/ucnv.h>)

#include <stddef.h>
#include <unicode/ucnv.h>

UConverter *ucnv_open(const char *name, UErrorCode *status) {
    *status = U_UNSUPPORTED_ERROR;
    return NULL;
}

void ucnv_close(UConverter *converter) {}

void ucnv_convertEx(UConverter *target_converter, UConverter *source_converter, char **target, const char *target_end,
                    const char **source, const char *source_end, UChar *pivot, UChar **pivot_source,
                    UChar **pivot_target, const UChar *pivot_end, UBool reset, UBool flush, UErrorCode *status) {
    *status = U_UNSUPPORTED_ERROR;
}

void ucnv_setToUCallBack(UConverter *converter, UConverterToUCallback action, const void *context,
                         UConverterToUCallback *old_action, const void **old_context, UErrorCode *status) {
    *status = U_UNSUPPORTED_ERROR;
}

void ucnv_setFromUCallBack(UConverter *converter, UConverterFromUCallback action, const void *context,
                           UConverterFromUCallback *old_action, const void **old_context, UErrorCode *status) {
    *status = U_UNSUPPORTED_ERROR;
}

void UCNV_TO_U_CALLBACK_STOP(const void *context, UConverterToUnicodeArgs *arguments, const char *units, int32_t length,
                             UConverterCallbackReason reason, UErrorCode *status) {}

void UCNV_FROM_U_CALLBACK_STOP(const void *context, UConverterFromUnicodeArgs *arguments, const UChar *units,
                               int32_t length, UChar32 code_point, UConverterCallbackReason reason,
                               UErrorCode *status) {}

#endif
