import path from 'node:path';
import { root } from '../toolchain/paths.mjs';

const ours = /^@gitops-ml\//;
const bare = /^[^./]/;

// Our packages are bundled; what comes from a registry is loaded from where it
// is installed, which may be a folder of the importing package alone.
const installedStaysOutside = {
  name: 'installed-stays-outside',
  setup(build) {
    build.onResolve({ filter: bare }, async args => {
      const isOpen = args.pluginData?.resolving || ours.test(args.path);
      if (isOpen || path.isAbsolute(args.path)) return undefined;
      const resolve = kind =>
        build.resolve(args.path, {
          importer: args.importer,
          resolveDir: args.resolveDir,
          kind,
          pluginData: { resolving: true },
        });
      // The bundle calls require, except where the source loads on demand.
      const kind =
        args.kind === 'import-statement' ? 'require-call' : args.kind;
      const first = await resolve(kind);
      const found = first.errors.length > 0 ? await resolve(args.kind) : first;
      return found.errors.length > 0
        ? { errors: found.errors }
        : { path: found.path, external: true };
    });
  },
};

/** esbuild's options for one of our TypeScript entries, to be run by Node. */
export const bundleOptions = (entry, outfile) => ({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [installedStaysOutside],
});
