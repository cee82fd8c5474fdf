import fs from 'node:fs';
import path from 'node:path';

const directory = process.env.GITOPS_ML_PICTURES;

/** Leaves pictures of the pages where GITOPS_ML_PICTURES says, for a person to look at. */
export function createCamera() {
  let taken = 0;
  return async (page, title) => {
    if (!directory) return;
    fs.mkdirSync(directory, { recursive: true });
    taken += 1;
    const file = `${String(taken).padStart(2, '0')}-${title.replaceAll(
      ' ',
      '-',
    )}.png`;
    await page.screenshot({ path: path.join(directory, file), fullPage: true });
  };
}
