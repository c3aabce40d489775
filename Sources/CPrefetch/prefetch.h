#pragma once

/// Asks the memory for what is at an address, which need not be one, and goes on at once.
static inline void prefetch(const void *address) {
    __builtin_prefetch(address);
}
