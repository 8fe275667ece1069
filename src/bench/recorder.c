/*
 * Writes down what a program does to the files below a folder, in order: LD_PRELOAD=recorder.so ANLAN_ROOT=folder ANLAN_RECORD=file program.
 * What it prints on standard output is written down too, so that it is known what had been acknowledged when.
 * A line is: kind, inode, offset, length of the first text, first text, length of the second, second text (numbers 8 bytes, as the machine has them).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST 65536
#define REAL(name) ((__typeof__(&name)) real(#name))

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char *paths[MOST];
static int out = -1;
static char root[4096];
static size_t root_length;

static void *real(const char *name) {
    return dlsym(RTLD_NEXT, name);
}

static void stop(const char *why) {
    fprintf(stderr, "recorder: %s\n", why);
    abort();
}

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("ANLAN_ROOT");
    const char *record = getenv("ANLAN_RECORD");
    if (folder && record) {
        snprintf(root, sizeof root, "%s/", folder);
        root_length = strlen(root);
        out = (int) syscall(SYS_openat, AT_FDCWD, record, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        out = out < 0 ? out : fcntl(out, F_DUPFD_CLOEXEC, 1000);
        unsetenv("LD_PRELOAD");
    }
}

static int is_ours(const char *path) {
    return out >= 0 && path && strncmp(path, root, root_length) == 0;
}

static void put(char kind, unsigned long ino, unsigned long offset, const void *a, size_t a_length, const void *b, size_t b_length) {
    unsigned long head[4] = {(unsigned long) kind, ino, offset, a_length};
    unsigned long second = b_length;
    struct iovec parts[4] = {{head, sizeof head}, {(void *) a, a_length}, {&second, sizeof second}, {(void *) b, b_length}};
    size_t all = sizeof head + a_length + sizeof second + b_length;
    if (syscall(SYS_writev, out, parts, 4) != (long) all) stop("record not written");
}

static void put_names(char kind, unsigned long ino, const char *a, const char *b) {
    put(kind, ino, 0, a, strlen(a), b ? b : "", b ? strlen(b) : 0);
}

static unsigned long inode(int fd) {
    struct stat found;
    return fstat(fd, &found) == 0 ? found.st_ino : 0;
}

static int is_known(int fd) {
    return fd >= 0 && fd < MOST && paths[fd] != NULL;
}

static int open_any(int dir, const char *path, int flags, mode_t mode) {
    if (!is_ours(path)) {
        return (int) syscall(SYS_openat, dir, path, flags, mode);
    }
    pthread_mutex_lock(&lock);
    struct stat before;
    int fresh = (flags & O_CREAT) && lstat(path, &before) != 0;
    int fd = (int) syscall(SYS_openat, dir, path, flags, mode);
    int failed = errno;
    if (fd >= 0 && fd < MOST) {
        free(paths[fd]);
        paths[fd] = strdup(path);
        if (fresh) put_names('C', inode(fd), path, NULL);
        else if ((flags & O_TRUNC) && (flags & O_ACCMODE) != O_RDONLY) put('T', inode(fd), 0, "", 0, "", 0);
    }
    pthread_mutex_unlock(&lock);
    errno = failed;
    return fd;
}

#define MODE(flags) mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) { MODE(flags) return open_any(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_any(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int dir, const char *path, int flags, ...) { MODE(flags) return open_any(dir, path, flags, mode); }
int openat64(int dir, const char *path, int flags, ...) { MODE(flags) return open_any(dir, path, flags | O_LARGEFILE, mode); }

static void forget(int fd) {
    if (is_known(fd)) {
        free(paths[fd]);
        paths[fd] = NULL;
    }
}

int close(int fd) {
    pthread_mutex_lock(&lock);
    if (fd == out && out >= 0) {
        pthread_mutex_unlock(&lock);
        return 0;
    }
    forget(fd);
    int result = (int) syscall(SYS_close, fd);
    int failed = errno;
    pthread_mutex_unlock(&lock);
    errno = failed;
    return result;
}

int dup2(int old, int new) {
    pthread_mutex_lock(&lock);
    forget(new);
    int result = (int) syscall(SYS_dup3, old, new, 0);
    pthread_mutex_unlock(&lock);
    return result;
}

static ssize_t written(int fd, const void *bytes, size_t length, off_t at, int positioned) {
    if (!is_known(fd) && !(fd == STDOUT_FILENO && out >= 0)) {
        return positioned ? syscall(SYS_pwrite64, fd, bytes, length, at) : syscall(SYS_write, fd, bytes, length);
    }
    pthread_mutex_lock(&lock);
    if (fd == STDOUT_FILENO) {
        put('A', 0, 0, bytes, length, "", 0);
    } else if (!positioned) {
        struct stat found;
        int append = (fcntl(fd, F_GETFL) & O_APPEND) && fstat(fd, &found) == 0;
        at = append ? found.st_size : lseek(fd, 0, SEEK_CUR);
    }
    ssize_t result = positioned ? syscall(SYS_pwrite64, fd, bytes, length, at) : syscall(SYS_write, fd, bytes, length);
    int failed = errno;
    if (fd != STDOUT_FILENO && result > 0) put('W', inode(fd), (unsigned long) at, bytes, (size_t) result, "", 0);
    pthread_mutex_unlock(&lock);
    errno = failed;
    return result;
}

ssize_t write(int fd, const void *bytes, size_t length) { return written(fd, bytes, length, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return written(fd, bytes, length, at, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) { return written(fd, bytes, length, at, 1); }

/* A short answer is allowed: whoever asks writes the rest. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
    for (int i = 0; is_known(fd) && i < count; i++) {
        if (parts[i].iov_len > 0) return written(fd, parts[i].iov_base, parts[i].iov_len, 0, 0);
    }
    return syscall(SYS_writev, fd, parts, count);
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) {
    for (int i = 0; is_known(fd) && i < count; i++) {
        if (parts[i].iov_len > 0) return written(fd, parts[i].iov_base, parts[i].iov_len, at, 1);
    }
    return REAL(pwritev)(fd, parts, count, at);
}

/* Whoever is told so copies by reading and writing. */
ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length, unsigned flags) {
    errno = ENOSYS;
    return -1;
}

ssize_t sendfile64(int to, int from, off64_t *at, size_t length) {
    errno = EINVAL;
    return -1;
}

ssize_t sendfile(int to, int from, off_t *at, size_t length) {
    errno = EINVAL;
    return -1;
}

static int cut(int fd, off_t length) {
    pthread_mutex_lock(&lock);
    int result = (int) syscall(SYS_ftruncate, fd, length);
    int failed = errno;
    if (result == 0 && is_known(fd)) put('T', inode(fd), (unsigned long) length, "", 0, "", 0);
    pthread_mutex_unlock(&lock);
    errno = failed;
    return result;
}

int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off_t length) { return cut(fd, length); }

static int synced(int fd, long call) {
    pthread_mutex_lock(&lock);
    int result = (int) syscall(call, fd);
    int failed = errno;
    struct stat found;
    if (result == 0 && is_known(fd) && fstat(fd, &found) == 0) {
        if (S_ISDIR(found.st_mode)) put_names('D', found.st_ino, paths[fd], NULL);
        else put('S', found.st_ino, 0, "", 0, "", 0);
    }
    pthread_mutex_unlock(&lock);
    errno = failed;
    return result;
}

int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

static int named(char kind, const char *a, const char *b, int result) {
    int failed = errno;
    if (result == 0) {
        struct stat found;
        const char *stands = kind == 'R' || kind == 'L' ? b : a;
        put_names(kind, lstat(stands, &found) == 0 ? found.st_ino : 0, a, b);
    }
    errno = failed;
    return result;
}

#define NAMED(kind, a, b, call) \
    if (is_ours(a) != is_ours(b)) stop("a name crosses the border of the folder"); \
    if (!is_ours(a)) return (int) (call); \
    pthread_mutex_lock(&lock); \
    int result = named(kind, a, b, (int) (call)); \
    int failed = errno; \
    pthread_mutex_unlock(&lock); \
    errno = failed; \
    return result;

int rename(const char *a, const char *b) { NAMED('R', a, b, syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, 0)) }
int renameat(int da, const char *a, int db, const char *b) { NAMED('R', a, b, syscall(SYS_renameat2, da, a, db, b, 0)) }
int link(const char *a, const char *b) { NAMED('L', a, b, syscall(SYS_linkat, AT_FDCWD, a, AT_FDCWD, b, 0)) }
int unlink(const char *a) { NAMED('U', a, a, syscall(SYS_unlinkat, AT_FDCWD, a, 0)) }
int rmdir(const char *a) { NAMED('X', a, a, syscall(SYS_unlinkat, AT_FDCWD, a, AT_REMOVEDIR)) }
int mkdir(const char *a, mode_t mode) { NAMED('M', a, a, syscall(SYS_mkdirat, AT_FDCWD, a, mode)) }
int unlinkat(int dir, const char *a, int flags) { NAMED(flags & AT_REMOVEDIR ? 'X' : 'U', a, a, syscall(SYS_unlinkat, dir, a, flags)) }
int remove(const char *a) {
    struct stat found;
    return lstat(a, &found) == 0 && S_ISDIR(found.st_mode) ? rmdir(a) : unlink(a);
}
