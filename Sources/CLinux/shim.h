#pragma once
// What glibc declares only under _GNU_SOURCE, which the Swift importer does not define.
int renameat2(int from_directory, const char *from, int to_directory, const char *to,
              unsigned int flags);
