#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

// HKDF-SHA256, both steps; 1 where it was done. Written in C, for OSSL_PARAM keeps pointers to names
// that Swift would let go of too early.
static inline int linkctl_hkdf_sha256(const unsigned char *key, size_t key_count,
                                      const unsigned char *salt, size_t salt_count,
                                      const unsigned char *info, size_t info_count,
                                      unsigned char *output, size_t output_count) {
  EVP_KDF *algorithm = EVP_KDF_fetch(NULL, "HKDF", NULL);
  EVP_KDF_CTX *context = EVP_KDF_CTX_new(algorithm);
  EVP_KDF_free(algorithm);
  if (context == NULL) return 0;
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, (char *)"SHA256", 0),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, (void *)key, key_count),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, (void *)salt, salt_count),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, (void *)info, info_count),
      OSSL_PARAM_construct_end(),
  };
  int done = EVP_KDF_derive(context, output, output_count, parameters);
  EVP_KDF_CTX_free(context);
  return done;
}

// SHA-256 without a provider, which OpenSSL advises against and will keep: TLS itself needs it.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
static inline int linkctl_sha256_init(SHA256_CTX *context) { return SHA256_Init(context); }

static inline void linkctl_sha256_update(SHA256_CTX *context, const void *bytes, size_t count) {
  SHA256_Update(context, bytes, count);
}

static inline void linkctl_sha256_final(unsigned char *digest, SHA256_CTX *context) {
  SHA256_Final(digest, context);
}
#pragma clang diagnostic pop
