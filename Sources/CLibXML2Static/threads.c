// Has all of POSIX threads linked that libxml2 asks for.
//
// libxml2 keeps a state for each thread if it finds these functions, for which it asks by weak symbols, which bring
// nothing into a static executable. Nobody else asks for this one; without it threads share the state of the last error,
// and free it twice.

#include <pthread.h>

int (*const dateline_needs_pthread_equal)(pthread_t, pthread_t) = pthread_equal;
