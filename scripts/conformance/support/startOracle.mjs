import { spawn } from 'node:child_process';
import readline from 'node:readline';

/**
 * Starts a Python program that answers one JSON line for each it gets. `ask`
 * may be called again before the answer to the last question is there.
 */
export function startOracle(python, script) {
  // A machine without a Git identity refuses to tag.
  const identity = { NAME: 'Conformance', EMAIL: 'conformance@example.com' };
  const env = { ...process.env };
  for (const [key, value] of Object.entries(identity)) {
    env[`GIT_AUTHOR_${key}`] = value;
    env[`GIT_COMMITTER_${key}`] = value;
  }
  const child = spawn(python, [script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env,
  });
  const waiting = [];
  readline.createInterface({ input: child.stdout }).on('line', line => {
    waiting.shift()?.resolve(JSON.parse(line));
  });
  child.on('error', error => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  const closed = new Promise(resolve => {
    child.on('close', code => {
      for (const { reject } of waiting.splice(0)) {
        reject(new Error(`${script} ended with code ${code}`));
      }
      resolve();
    });
  });
  return {
    ask(request) {
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin.write(`${JSON.stringify(request)}\n`);
      });
    },
    async stop() {
      child.stdin.end();
      await closed;
    },
  };
}
