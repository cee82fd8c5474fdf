import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../../scripts/toolchain/paths.mjs';
import { cloneRepository } from '../gitRepository.mjs';

const require = createRequire(import.meta.url);

/** A clone of a repository that the template made; what a data scientist does in it. */
export async function createReleases({ demo, directory, name }) {
  // Built when the demo started.
  const { makeRelease, worldAccount } = require(path.join(
    root,
    'packages/demo/dist/world.cjs',
  ));
  const git = await cloneRepository(directory, demo.pushUrl(name));
  const edit = (file, change) => {
    const target = path.join(directory, file);
    const before = fs.readFileSync(target, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`nothing to change in ${file}`);
    fs.writeFileSync(target, after);
  };
  return {
    edit,

    /** `make release VERSION=…`, with other parameters where some are named. */
    make: (version, parameters = {}) =>
      makeRelease({
        directory,
        dvcRemote: { ...worldAccount, url: `${demo.dvcRemoteUrl}/${name}` },
        parameters: { ...parameters, 'release.version': version },
      }),

    /** Lets an environment wait for a person's word, as README.md says it. */
    pin: (environment, commit) =>
      edit(`argocd/demo/environments/${environment}.yaml`, text =>
        text.replace(/^revision: .*$/m, `revision: "${commit}"`),
      ),

    /** Commits everything and pushes it to the branch main; answers the commit. */
    async push(message) {
      await git('add', '--all');
      await git('commit', '--quiet', '--message', message);
      await git('push', '--quiet', 'origin', 'HEAD:main');
      return (await git('rev-parse', 'HEAD')).stdout.trim();
    },
  };
}
