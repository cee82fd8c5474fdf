import fs from 'node:fs';
import path from 'node:path';
import { cloneRepository } from '../gitRepository.mjs';

/** Clones a repository that the template made; answers what a person may push to it. */
export async function cloneCreated(directory, url, name) {
  const git = await cloneRepository(directory, url);
  const change = (file, from, to) => {
    const target = path.join(directory, file);
    const text = fs.readFileSync(target, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    fs.writeFileSync(target, text.replace(from, to));
  };
  const publish = async message => {
    await git('commit', '--quiet', '-a', '-m', message);
    await git('push', '--quiet', 'origin', 'HEAD:main');
  };
  return {
    async pushPointer(md5) {
      const pointer = 'data/raw/transactions.csv.dvc';
      const text = fs.readFileSync(path.join(directory, pointer), 'utf8');
      const [line] = /md5: [0-9a-f]{32}/.exec(text);
      change(pointer, line, `md5: ${md5}`);
      await publish('Take newer transactions');
    },
    async pushTag(version) {
      const tag = `${name}@${version}`;
      await git('tag', '-a', tag, '-m', 'A first version');
      await git('push', '--quiet', 'origin', tag);
    },
    async pushFeature(feature) {
      const definition = `        Field(name="${feature}", dtype=Int64),\n`;
      change(
        'features/definitions/account.py',
        '    schema=[\n',
        `    schema=[\n${definition}`,
      );
      await publish(`Add the feature ${feature}`);
    },
  };
}
