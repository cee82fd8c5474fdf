import { StateRow } from '../describe/describeStateRow';
import { Column, formatTable } from './formatTable';
import { NONE, shortHash } from './formatValues';
import { TextStyle } from './TextStyle';

interface PartRow {
  part: string;
  digest: string | undefined;
  what: string;
}

const COLUMNS: Column<PartRow>[] = [
  { title: 'PART', cell: row => row.part },
  {
    title: 'DIGEST',
    cell: row => (row.digest === undefined ? NONE : shortHash(row.digest)),
  },
  { title: 'WHAT', cell: row => row.what },
];

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function listParts({ parts }: StateRow): PartRow[] {
  const { code, features, data, model, configuration } = parts;
  const projects = features.projects.map(({ name, path }) => name ?? path);
  const models = model?.models.map(({ name, version }) =>
    version === null ? name : `${name} ${version}`,
  );
  return [
    {
      part: 'code',
      digest: code.digest,
      what: count(code.paths.length, 'file'),
    },
    {
      part: 'features',
      digest: features.digest,
      what: projects.join(', ') || NONE,
    },
    {
      part: 'data',
      digest: data.digest,
      what: count(data.outputs.length, 'output'),
    },
    {
      part: 'model',
      digest: model?.digest,
      what: models?.join(', ') || NONE,
    },
    {
      part: 'configuration',
      digest: configuration?.digest,
      what: configuration?.overlay ?? NONE,
    },
  ];
}

/** `gitops-ml state` for people. */
export function formatState(row: StateRow, style: TextStyle): string {
  const all = { part: 'all', digest: row.digest, what: row.environment ?? '' };
  return formatTable([...listParts(row), all], COLUMNS, style);
}
