import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const isErrno = (error, code) => error?.code === code;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrno(error, 'EPERM');
  }
}

function readHolder(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
}

// A link appears together with its content, so that nobody sees a lock
// without its holder's number.
function take(file) {
  const own = `${file}.${process.pid}`;
  fs.writeFileSync(own, String(process.pid));
  try {
    fs.linkSync(own, file);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  } finally {
    fs.rmSync(own, { force: true });
  }
}

// Two starts may find the same dead holder: only the one whose rename moved
// that holder's file may discard it, the other puts back what it moved.
function discard(file, holder) {
  const moved = `${file}.${process.pid}.dead`;
  try {
    fs.renameSync(file, moved);
    if (readHolder(moved) !== holder) fs.linkSync(moved, file);
  } catch (error) {
    if (!isErrno(error, 'ENOENT') && !isErrno(error, 'EEXIST')) throw error;
  } finally {
    fs.rmSync(moved, { force: true });
  }
}

/**
 * Takes the lock `file`, from a dead holder too. Answers `{ release }`, or the
 * living `{ holder }`. A lock is released at the latest when its process exits.
 */
export function tryLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  while (!take(file)) {
    const holder = readHolder(file);
    if (holder !== undefined) {
      if (isAlive(holder)) return { holder };
      discard(file, holder);
    }
  }
  const remove = () => fs.rmSync(file, { force: true });
  process.once('exit', remove);
  return {
    release() {
      process.off('exit', remove);
      remove();
    },
  };
}

/**
 * Runs `work` while no other process holds the lock `file`. `onWait(pid)` is
 * called once if another one holds it.
 */
export async function withLock(file, work, onWait) {
  let lock = tryLock(file);
  if (lock.holder !== undefined) onWait(lock.holder);
  while (lock.holder !== undefined) {
    await sleep(300);
    lock = tryLock(file);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
