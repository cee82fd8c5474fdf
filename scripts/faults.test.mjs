import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { openControl } from './demo/control.mjs';
import { switchFault } from './demo/fault.mjs';

/** Stands for the world's switches. */
function createFaults() {
  const on = new Set();
  return {
    list: () =>
      ['cluster-down', 'bad-model'].map(name => ({
        name,
        description: `what ${name} does`,
        isOn: on.has(name),
      })),
    async set(name, isOn) {
      if (isOn) on.add(name);
      else on.delete(name);
    },
  };
}

describe('npm run demo -- fault', () => {
  let directory;
  let faults;
  let control;

  beforeEach(async () => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'faults of demo '));
    faults = createFaults();
  });

  afterEach(async () => {
    await control?.close();
    control = undefined;
    fs.rmSync(directory, { recursive: true, force: true });
  });

  const open = async () => {
    control = await openControl(directory, faults);
  };
  const isOn = name => faults.list().find(fault => fault.name === name).isOn;

  test('lists the faults, and which are on', async () => {
    await open();
    await faults.set('bad-model', true);
    const text = await switchFault(directory, { name: undefined, isOn: true });
    assert.match(text, /^off {2}cluster-down {2}what cluster-down does$/m);
    assert.match(text, /^on {3}bad-model {5}what bad-model does$/m);
  });

  test('switches one on and off, and says so', async () => {
    await open();
    const on = { name: 'cluster-down', isOn: true };
    assert.match(
      await switchFault(directory, on),
      /^cluster-down is on: what cluster-down does\.\nEnd it with .* cluster-down off$/,
    );
    assert.equal(isOn('cluster-down'), true);
    const off = { ...on, isOn: false };
    assert.equal(await switchFault(directory, off), 'cluster-down is off.');
    assert.equal(isOn('cluster-down'), false);
  });

  test('names the faults that there are to whoever asks for another', async () => {
    await open();
    for (const name of ['cluster', 'bad/model', '..', '']) {
      await assert.rejects(
        switchFault(directory, { name, isOn: true }),
        /knows no fault .*\n {2}cluster-down\n {2}bad-model\n/,
        name,
      );
    }
  });

  test('says that no demo runs where there never was one', async () => {
    await assert.rejects(
      switchFault(directory, { name: 'bad-model', isOn: true }),
      /No demo is running .* npm run demo/,
    );
  });

  test('says that no demo runs after its end, which leaves nothing', async () => {
    await open();
    await control.close();
    control = undefined;
    assert.deepEqual(fs.readdirSync(directory), []);
    await assert.rejects(
      switchFault(directory, { isOn: true }),
      /No demo is running/,
    );
  });

  test('is not taken in by the socket of a demo that was killed', async () => {
    const control_ = path.join(directory, 'control');
    fs.mkdirSync(control_);
    const socket = path.join(control_, 'socket');
    const dead = spawn(process.execPath, [
      '-e',
      `require('net').createServer().listen(${JSON.stringify(
        socket,
      )}, () => process.kill(process.pid, 'SIGKILL'))`,
    ]);
    await once(dead, 'exit');
    assert.equal(fs.existsSync(socket), true);
    fs.writeFileSync(
      path.join(directory, 'control.json'),
      JSON.stringify({ socket }),
    );
    await assert.rejects(
      switchFault(directory, { isOn: true }),
      /No demo is running/,
    );
    await open();
    assert.match(await switchFault(directory, { isOn: true }), /cluster-down/);
  });

  test('is only for the user who started the demo', async () => {
    await open();
    const mode = file => fs.statSync(file).mode % 0o1000;
    assert.equal(mode(control.socket), 0o600);
    assert.equal(mode(path.dirname(control.socket)), 0o700);
    assert.equal(mode(path.join(directory, 'control.json')), 0o600);
  });

  test('works where the demo’s folder has too long a path for a socket', async () => {
    const outer = directory;
    directory = path.join(outer, 'x'.repeat(120));
    fs.mkdirSync(directory);
    await open();
    assert.ok(!control.socket.startsWith(directory));
    const { socket } = control;
    assert.match(await switchFault(directory, { isOn: true }), /cluster-down/);
    await control.close();
    control = undefined;
    assert.equal(fs.existsSync(path.dirname(socket)), false);
    directory = outer;
  });

  test('says what the demo could not do', async () => {
    await open();
    faults.set = () => Promise.reject(new Error('the port is taken'));
    await assert.rejects(
      switchFault(directory, { name: 'bad-model', isOn: false }),
      /The demo says: Error: the port is taken/,
    );
  });
});
