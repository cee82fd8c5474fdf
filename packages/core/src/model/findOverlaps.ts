import { Problem } from '../reading/Problem';
import { DataVersion } from './DataVersion';

/** Outputs declared twice, or inside one another. `outputs` are sorted by path. */
export function findOverlaps(outputs: DataVersion[]): Problem[] {
  const first = new Map<string, DataVersion>();
  return outputs.flatMap(output => {
    const other = enclosing(output.path).find(path => first.has(path));
    const known = other === undefined ? undefined : first.get(other);
    if (!first.has(output.path)) first.set(output.path, output);
    return known ? [overlap(output, known)] : [];
  });
}

/** The path itself, then its folders, nearest first. */
function enclosing(path: string): string[] {
  const paths = [path];
  for (let at = path.lastIndexOf('/'); at > 0; ) {
    paths.push(path.slice(0, at));
    at = path.lastIndexOf('/', at - 1);
  }
  return paths;
}

function overlap(output: DataVersion, known: DataVersion): Problem {
  const { path, line } = known.declaredIn;
  return {
    code: 'duplicate-output',
    severity: 'error',
    ...output.declaredIn,
    args: { subject: output.path, other: `${path}:${line}` },
  };
}
