import { execFileSync } from 'node:child_process';
import { findKubectl } from './findKubectl';

/** The package holds a program for Linux on x64. */
export const hasKubectl =
  process.platform === 'linux' && process.arch === 'x64';

/** Renders an overlay of a folder with the kustomize that kubectl has; throws what it says. */
export function runKustomize(folder: string, overlay: string): string {
  return execFileSync(findKubectl(), ['kustomize', overlay], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
