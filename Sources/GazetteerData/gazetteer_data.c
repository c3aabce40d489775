#include "gazetteer_data.h"

_Alignas(64) static const unsigned char gazetteer_data[] = {
#embed "gazetteer.bin"
};

const void *gazetteer_data_start(void) {
    return gazetteer_data;
}

size_t gazetteer_data_size(void) {
    return sizeof gazetteer_data;
}
