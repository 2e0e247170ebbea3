// MariaDB Connector/C, loaded when a server is used for the first time: most runs use none, and it
// takes as long to load as a small plan takes to make.
#include <mariadb/mysql.h>
#include <mariadb/errmsg.h>

// The library has this for its plugins, and declares it in none of the headers above: calls back after
// each read (mode 0) and write (mode 1) of any connection.
int ma_pvio_register_callback(
    my_bool registers,
    void (*callback)(int mode, MYSQL *mysql, const unsigned char *bytes, size_t count));
