#include "CMariaDB.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

static void *library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) { library = dlopen("libmariadb.so.3", RTLD_NOW | RTLD_GLOBAL); }

static int isLoaded(void) {
  pthread_once(&once, load);
  return library != NULL;
}

// A function of the library. Nothing goes on without one: mysql_server_init tells who asks first that
// the library is not there.
static void *find(const char *name) {
  void *function = isLoaded() ? dlsym(library, name) : NULL;
  if (function == NULL) abort();
  return function;
}

// Defines a function of the library as one that hands its arguments on.
#define FORWARD(result, name, parameters, arguments)                         \
  result STDCALL name parameters {                                           \
    static __typeof__(&name) function;                                       \
    __typeof__(&name) found = __atomic_load_n(&function, __ATOMIC_ACQUIRE);  \
    if (found == NULL) {                                                     \
      found = (__typeof__(&name))find(#name);                                \
      __atomic_store_n(&function, found, __ATOMIC_RELEASE);                  \
    }                                                                        \
    return found arguments;                                                  \
  }

int STDCALL mysql_server_init(int count, char **arguments, char **groups) {
  if (!isLoaded()) return 1;
  return ((__typeof__(&mysql_server_init))find("mysql_server_init"))(count, arguments, groups);
}

FORWARD(MYSQL *, mysql_init, (MYSQL *mysql), (mysql))
FORWARD(void, mysql_close, (MYSQL *mysql), (mysql))
FORWARD(int, mysql_options, (MYSQL *mysql, enum mysql_option option, const void *value), (mysql, option, value))
FORWARD(my_socket, mysql_get_socket, (MYSQL *mysql), (mysql))
FORWARD(unsigned int, mysql_errno, (MYSQL *mysql), (mysql))
FORWARD(const char *, mysql_error, (MYSQL *mysql), (mysql))
FORWARD(const char *, mysql_sqlstate, (MYSQL *mysql), (mysql))
FORWARD(int, mysql_real_query, (MYSQL *mysql, const char *text, unsigned long count), (mysql, text, count))
FORWARD(unsigned int, mysql_field_count, (MYSQL *mysql), (mysql))
FORWARD(unsigned int, mysql_warning_count, (MYSQL *mysql), (mysql))
FORWARD(my_bool, mysql_more_results, (MYSQL *mysql), (mysql))
FORWARD(MYSQL_RES *, mysql_use_result, (MYSQL *mysql), (mysql))
FORWARD(void, mysql_free_result, (MYSQL_RES *result), (result))
FORWARD(unsigned int, mysql_num_fields, (MYSQL_RES *result), (result))
FORWARD(MYSQL_FIELD *, mysql_fetch_fields, (MYSQL_RES *result), (result))
FORWARD(MYSQL_ROW, mysql_fetch_row, (MYSQL_RES *result), (result))
FORWARD(unsigned long *, mysql_fetch_lengths, (MYSQL_RES *result), (result))
FORWARD(unsigned long, mysql_get_client_version, (void), ())
FORWARD(const char *, mysql_get_ssl_cipher, (MYSQL *mysql), (mysql))
FORWARD(int, mariadb_cancel, (MYSQL *mysql), (mysql))
FORWARD(MYSQL *, mysql_real_connect,
        (MYSQL *mysql, const char *host, const char *user, const char *password,
         const char *database, unsigned int port, const char *socket, unsigned long flags),
        (mysql, host, user, password, database, port, socket, flags))
FORWARD(int, ma_pvio_register_callback,
        (my_bool registers,
         void (*callback)(int mode, MYSQL *mysql, const unsigned char *bytes, size_t count)),
        (registers, callback))
