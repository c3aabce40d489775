#pragma once
#include <stddef.h>

/// The compiled gazetteer that is embedded in the program, in the form of Sources/Gazetteer/GazetteerFormat.swift.
const void *_Nonnull gazetteer_data_start(void);

/// Its size in bytes.
size_t gazetteer_data_size(void);
