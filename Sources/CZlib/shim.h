#include <zlib.h>

// inflateInit2 is a macro, which Swift does not see.
static inline int CZlib_inflateInitGzip(z_streamp stream) {
    return inflateInit2(stream, 16 + MAX_WBITS);
}
