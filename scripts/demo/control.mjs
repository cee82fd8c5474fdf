// How another terminal speaks to a running demo: HTTP on a socket that only its
// user can open.

import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

// The address of a socket has 104 bytes on macOS, 108 on Linux, and ends with a 0.
const longestPath = 103;

/** The file in the demo's folder that names the socket. */
const addressFile = directory => path.join(directory, 'control.json');

function readAddress(directory) {
  try {
    const { socket } = JSON.parse(
      fs.readFileSync(addressFile(directory), 'utf8'),
    );
    return typeof socket === 'string' ? socket : undefined;
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

/** A folder that is only ours, in the demo's own where the path is not too long. */
function makeFolder(directory) {
  const near = path.join(directory, 'control');
  if (Buffer.byteLength(path.join(near, 'socket')) <= longestPath) {
    fs.rmSync(near, { recursive: true, force: true });
    fs.mkdirSync(near, { mode: 0o700 });
    return near;
  }
  const far = path.join(os.tmpdir(), 'gitops-ml-demo-');
  const isShort = Buffer.byteLength(far) + 'XXXXXX/socket'.length;
  return fs.mkdtempSync(isShort <= longestPath ? far : '/tmp/gitops-ml-demo-');
}

/** Takes away what a demo left, whether it ended well or not. */
function removeControl(directory) {
  const socket = readAddress(directory);
  if (socket) {
    fs.rmSync(socket, { force: true });
    try {
      // Of a folder that holds something else nothing is taken.
      fs.rmdirSync(path.dirname(socket));
    } catch (error) {
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
    }
  }
  fs.rmSync(addressFile(directory), { force: true });
}

function listen(server, socket) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, resolve);
  });
}

async function answer(faults, { method, url }) {
  const [, resource, name, ...rest] = url.split('/').map(decodeURIComponent);
  if (resource !== 'faults' || rest.length > 0) return { status: 404 };
  if (method !== 'GET') {
    const known = faults.list().some(fault => fault.name === name);
    if (!known) return { status: 404, body: faults.list() };
    await faults.set(name, method === 'PUT');
  }
  return { status: 200, body: faults.list() };
}

/**
 * Lets other terminals switch `faults`, until it is closed. The demo's folder is
 * held by this process: a socket that is there already is a dead demo's.
 */
export async function openControl(directory, faults) {
  removeControl(directory);
  const server = http.createServer(async (request, response) => {
    const { status, body } = await answer(faults, request).catch(error => ({
      status: 500,
      body: { message: String(error) },
    }));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? {}));
  });
  const socket = path.join(makeFolder(directory), 'socket');
  await listen(server, socket);
  fs.chmodSync(socket, 0o600);
  fs.writeFileSync(addressFile(directory), `${JSON.stringify({ socket })}\n`, {
    mode: 0o600,
  });
  return {
    socket,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
      removeControl(directory);
    },
  };
}

function send(socket, method, name) {
  return new Promise((resolve, reject) => {
    const request = http.request({
      socketPath: socket,
      method,
      path: `/faults${name ? `/${encodeURIComponent(name)}` : ''}`,
      agent: false,
    });
    request.on('error', reject);
    request.on('response', async response => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      const body = JSON.parse(Buffer.concat(chunks).toString());
      resolve({ status: response.statusCode, body });
    });
    request.end();
  });
}

/**
 * Asks the demo in `directory`: GET lists its faults, PUT switches one on, DELETE
 * off. Answers `{status, body}`; undefined where no demo runs there.
 */
export async function askControl(directory, method, name) {
  const socket = readAddress(directory);
  if (!socket) return undefined;
  try {
    return await send(socket, method, name);
  } catch (error) {
    // A demo that was killed left its socket.
    if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET'].includes(error.code)) {
      return undefined;
    }
    throw error;
  }
}
