/* Wine 8 lacks bcryptprimitives.dll, from which Rust's standard library takes its random numbers. This stands in
 * for it in the tests; it is laid into wine's own folder and never shipped. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length) {
  return RtlGenRandom(buffer, (ULONG)length);
}
