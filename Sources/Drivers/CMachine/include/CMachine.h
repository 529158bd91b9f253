#ifndef CMACHINE_H
#define CMACHINE_H

/// 1 when the kernel's clock is kept right by a time service, 0 when it runs free, -1 when it cannot be asked.
int saqta_clock_is_synchronised(void);

#endif
