// Imported by a process that has no reason to outlive the one that started it,
// also when that one was killed and could not say so.

const checkMilliseconds = 500;
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, checkMilliseconds).unref();
