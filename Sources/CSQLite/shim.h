#include <sqlite3.h>

/* SQLite takes switches by a variadic call, which Swift does not make. */
static inline int linkctl_sqlite3_switch(sqlite3 *handle, int what, int isOn) {
  return sqlite3_db_config(handle, what, isOn, (int *)0);
}
