import fs from 'node:fs';
import path from 'node:path';
import { root } from '../toolchain/paths.mjs';

const isLibrary = ({ private: unpublished, backstage }) =>
  !unpublished && backstage?.role !== 'cli';

/** The folders of the packages whose exported API is a promise to others. */
function publishedLibraries() {
  return ['packages', 'plugins'].flatMap(folder =>
    fs
      .readdirSync(path.join(root, folder))
      .map(name => `${folder}/${name}`)
      .filter(name => {
        const file = path.join(root, name, 'package.json');
        if (!fs.existsSync(file)) return false;
        return isLibrary(JSON.parse(fs.readFileSync(file, 'utf8')));
      }),
  );
}

// A field's name and type may say enough; a missing release tag or a type that
// is used and not exported may not pass. That a package's types are its sources
// until it is packed is Backstage's way, and the message would quote a path of
// this machine.
const acceptedMessages = ['ae-undocumented', 'ae-wrong-input-file-type'];

export const apiReportArguments = [
  'api-reports',
  ...publishedLibraries(),
  '--sql-reports',
  '-o',
  acceptedMessages.join(),
];
