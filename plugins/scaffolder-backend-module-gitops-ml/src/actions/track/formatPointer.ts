import { formatPlainPath } from './formatPlainPath';

/** What a `.dvc` file says of its one output. */
export interface Pointer {
  /** The name beside the `.dvc` file. */
  name: string;
  /** 32 hex digits; with `.dir` for a directory. */
  md5: string;
  /** Bytes; of a directory, of all its files. */
  size: number;
  /** Of a directory only. */
  files?: number;
  isExec: boolean;
}

/** The bytes of a `.dvc` file as `dvc add` (DVC 3) writes them. */
export function formatPointer(pointer: Pointer): string {
  const lines = [
    'outs:',
    `- md5: ${formatSum(pointer.md5)}`,
    `  size: ${pointer.size}`,
    ...(pointer.files === undefined ? [] : [`  nfiles: ${pointer.files}`]),
    ...(pointer.isExec ? ['  isexec: true'] : []),
    '  hash: md5',
    `  path: ${formatPlainPath(pointer.name)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** A sum that is all digits, or looks like a float, would be read as a number. */
function formatSum(md5: string): string {
  return /^[0-9]+(?:e[0-9]+)?$/.test(md5) ? `'${md5}'` : md5;
}
