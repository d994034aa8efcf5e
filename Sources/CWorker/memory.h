#pragma once

// From now on the process ends when memory is refused.
void winnow_memory_end_when_refused(void);
