import fs from 'node:fs';
import path from 'node:path';
import { root } from '../toolchain/paths.mjs';
import { account } from './world.mjs';

/** What differs between two demos; laid over app-config.yaml. */
const createConfiguration = ({ directory }, port, { forge }) => {
  const baseUrl = `http://localhost:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'better-sqlite3',
        connection: { directory: path.join(directory, 'db') },
      },
    },
    integrations: {
      gitea: [
        {
          host: new URL(forge.url).host,
          baseUrl: forge.url,
          username: account.username,
          password: account.password,
        },
      ],
    },
    catalog: {
      locations: [
        {
          type: 'file',
          target: path.join(root, 'packages/demo/catalog/organisation.yaml'),
        },
      ],
    },
    gitopsMl: {
      mirrors: { directory: path.join(directory, 'mirrors') },
      refresh: { seconds: 10 },
    },
  };
};

/** Writes this demo's configuration, in the order in which it is to be read. */
export function writeConfiguration(state, port, world) {
  const file = path.join(state.directory, 'app-config.yaml');
  const text = JSON.stringify(createConfiguration(state, port, world), null, 2);
  fs.writeFileSync(file, `${text}\n`, { mode: 0o600 });
  return [path.join(root, 'app-config.yaml'), file];
}
