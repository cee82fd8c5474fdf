// Writes dist/, which with bin/ is all of the published package.

import { rm } from 'node:fs/promises';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { folder } from './folder.mjs';

const target = path.join(folder, 'dist');
await rm(target, { recursive: true, force: true });
await bundle(target);
