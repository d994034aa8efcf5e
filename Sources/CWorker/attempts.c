#define _GNU_SOURCE
#include "CWorker.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

int winnow_try_fork(void) {
  pid_t child = fork();
  if (child == 0) _exit(0);
  return child < 0 ? errno : 0;
}

int winnow_try_open(const char *path, int is_for_writing) {
  int file = open(path, is_for_writing ? O_WRONLY | O_CREAT | O_CLOEXEC : O_RDONLY | O_CLOEXEC, 0600);
  if (file < 0) return errno;
  close(file);
  return 0;
}

int winnow_try_connect(void) {
  int socket_number = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket_number < 0) return errno;
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons(9), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int result = connect(socket_number, (struct sockaddr *)&address, sizeof address);
  int error = result < 0 ? errno : 0;
  close(socket_number);
  // A refused connection reached the network.
  return error == ECONNREFUSED ? 0 : error;
}

int winnow_try_execute(const char *path) {
  char *const arguments[] = {(char *)path, NULL};
  char *const environment[] = {NULL};
  execve(path, arguments, environment);
  return errno;
}

int winnow_try_kill(pid_t process) { return kill(process, 0) < 0 ? errno : 0; }
