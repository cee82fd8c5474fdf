import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ClusterFile } from './ClusterFile';

const content = (resourceVersion: number) => ({ resourceVersion, objects: [] });

describe('ClusterFile', () => {
  let directory: string;
  const errors: unknown[] = [];

  beforeEach(async () => {
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'cluster-'));
    errors.length = 0;
  });

  afterEach(() => fs.rm(directory, { recursive: true, force: true }));

  const open = () => new ClusterFile(directory, error => errors.push(error));

  it('writes many changes of one moment once, and the last state', async () => {
    const file = open();
    const read: number[] = [];
    for (let version = 1; version <= 100; version += 1) {
      file.save(() => {
        read.push(version);
        return content(version);
      });
    }
    await file.settle();
    expect(read).toEqual([100]);
    expect(await open().load()).toMatchObject(content(100));
  });

  it('begins no write before the last one has ended', async () => {
    const file = open();
    let running = 0;
    let most = 0;
    const rename = fs.rename.bind(fs);
    const slowly = jest
      .spyOn(fs, 'rename')
      .mockImplementation(async (...args) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(resolve => setTimeout(resolve, 300));
        await rename(...args);
        running -= 1;
      });
    for (let version = 1; version <= 10; version += 1) {
      file.save(() => content(version));
      await new Promise(resolve => setTimeout(resolve, 60));
    }
    await file.settle();
    slowly.mockRestore();
    expect(most).toBe(1);
    expect(await open().load()).toMatchObject(content(10));
  });

  it('keeps what could not be written, and writes it later', async () => {
    const file = open();
    await fs.rm(directory, { recursive: true });
    file.save(() => content(7));
    await expect(file.settle()).rejects.toMatchObject({ code: 'ENOENT' });
    await fs.mkdir(directory);
    await file.settle();
    expect(await open().load()).toMatchObject(content(7));
  });

  it('has nothing where nothing was written', async () => {
    const file = open();
    await file.settle();
    expect(await file.load()).toBeUndefined();
  });
});
