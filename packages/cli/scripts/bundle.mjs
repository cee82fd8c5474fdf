import { folder } from './folder.mjs';

async function loadEsbuild() {
  try {
    return await import('esbuild');
  } catch (cause) {
    throw new Error(
      'esbuild is not installed, so the command line cannot be built. Run `npm run verify` or `npm run demo` in the root of the checkout once: they install what is needed.',
      { cause },
    );
  }
}

/** Bundles src/ and what it imports into a folder, one file per verb. */
export async function bundle(target) {
  const { build } = await loadEsbuild();
  await build({
    absWorkingDir: folder,
    entryPoints: { 'gitops-ml': 'src/cli.ts' },
    outdir: target,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    legalComments: 'linked',
    // CommonJS dependencies ask for Node's built-ins by require.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
}
