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
 * Runs `work` while no other process holds the lock `file`; a lock whose
 * holder died is taken over. `onWait(pid)` is called once if another holds it.
 */
export async function withLock(file, work, onWait) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  let told = false;
  while (!take(file)) {
    const holder = readHolder(file);
    if (holder !== undefined && !isAlive(holder)) {
      discard(file, holder);
    } else if (holder !== undefined) {
      if (!told) onWait(holder);
      told = true;
      await sleep(300);
    }
  }
  const release = () => fs.rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
