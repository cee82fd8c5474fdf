import { DataRow } from '../describe/describeData';
import { Column, formatTable } from './formatTable';
import { formatSize, NONE, shortHash, UNKNOWN } from './formatValues';
import { TextStyle } from './TextStyle';

function formatHash({ hash }: DataRow): string {
  return hash ? `${hash.algorithm}:${shortHash(hash.value)}` : NONE;
}

function formatFiles({ kind, files }: DataRow): string {
  if (kind === 'file') return NONE;
  return files === null ? UNKNOWN : String(files);
}

function formatNotes({ push, cache, imported }: DataRow): string {
  const notes = [
    imported ? `imported from ${imported.url ?? imported.kind}` : '',
    cache ? '' : 'not cached',
    push ? '' : 'not pushed',
  ];
  return notes.filter(note => note !== '').join(', ');
}

const COLUMNS: Column<DataRow>[] = [
  { title: 'PATH', cell: row => row.path },
  { title: 'KIND', cell: row => row.kind },
  { title: 'HASH', cell: formatHash },
  {
    title: 'SIZE',
    cell: row => (row.size === null ? UNKNOWN : formatSize(row.size)),
    align: 'right',
  },
  { title: 'FILES', cell: formatFiles, align: 'right' },
  { title: 'STAGE', cell: row => row.stage ?? NONE },
  { title: 'REMOTE', cell: row => row.remote ?? NONE },
  { title: 'DECLARED IN', cell: row => row.declaredIn },
  { title: 'NOTES', cell: formatNotes },
];

/** `gitops-ml data` for people. */
export function formatData(rows: readonly DataRow[], style: TextStyle): string {
  return rows.length === 0
    ? 'DVC tracks nothing at this revision. gitops-ml doctor says what was looked for.'
    : formatTable(rows, COLUMNS, style);
}
