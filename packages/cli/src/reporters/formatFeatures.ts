import { FeatureProjectRow, SpotRow } from '../describe/describeFeatures';
import { Column, formatTable } from './formatTable';
import { formatDuration, NONE, UNKNOWN } from './formatValues';
import { plainText } from './plainText';
import { TextStyle } from './TextStyle';

type View = FeatureProjectRow['featureViews'][number];
type Service = FeatureProjectRow['featureServices'][number];
type Row<K extends 'entities' | 'dataSources'> = FeatureProjectRow[K][number];

function formatSpot({ file, line }: SpotRow): string {
  return `${file}:${line}`;
}

function formatTtl({ ttlSeconds }: View): string {
  if (ttlSeconds === null) return UNKNOWN;
  return ttlSeconds === 0 ? 'none' : formatDuration(ttlSeconds);
}

function formatOnline({ online }: View): string {
  if (online === null) return UNKNOWN;
  return online ? 'yes' : 'no';
}

function formatUnresolved(row: { unresolvedFields: string[] }): string {
  return row.unresolvedFields.join(', ');
}

const VIEW_COLUMNS: Column<View>[] = [
  { title: 'FEATURE VIEW', cell: view => view.name },
  { title: 'TYPE', cell: view => view.type },
  { title: 'ENTITIES', cell: view => view.entities.join(', ') || NONE },
  { title: 'TTL', cell: formatTtl },
  { title: 'ONLINE', cell: formatOnline },
  {
    title: 'SOURCES',
    cell: view => view.sources.map(source => source.name).join(', ') || NONE,
  },
  { title: 'DEFINED IN', cell: view => formatSpot(view.definedIn) },
  { title: 'NOT KNOWN', cell: formatUnresolved },
];

const FEATURE_COLUMNS: Column<{ view: string; name: string; dtype: string }>[] =
  [
    { title: 'FEATURE', cell: row => `${row.view}:${row.name}` },
    { title: 'TYPE', cell: row => row.dtype },
  ];

const ENTITY_COLUMNS: Column<Row<'entities'>>[] = [
  { title: 'ENTITY', cell: row => row.name },
  { title: 'JOIN KEYS', cell: row => row.joinKeys.join(', ') },
  { title: 'TYPE', cell: row => row.valueType ?? UNKNOWN },
  { title: 'DEFINED IN', cell: row => formatSpot(row.definedIn) },
];

const SOURCE_COLUMNS: Column<Row<'dataSources'>>[] = [
  { title: 'DATA SOURCE', cell: row => row.name },
  { title: 'TYPE', cell: row => row.type },
  { title: 'DEFINED IN', cell: row => formatSpot(row.definedIn) },
];

function formatProjections({ projections }: Service): string {
  return projections
    .map(({ view, alias, features }) => {
      const name = alias === null ? view : `${view} as ${alias}`;
      return `${name} (${features.join(', ')})`;
    })
    .join('; ');
}

const SERVICE_COLUMNS: Column<Service>[] = [
  { title: 'FEATURE SERVICE', cell: row => row.name },
  { title: 'READS', cell: formatProjections },
  { title: 'DEFINED IN', cell: row => formatSpot(row.definedIn) },
  { title: 'NOT KNOWN', cell: formatUnresolved },
];

const UNRESOLVED_COLUMNS: Column<FeatureProjectRow['unresolved'][number]>[] = [
  { title: 'NOT KNOWN WITHOUT RUNNING', cell: row => row.what },
  { title: 'AT', cell: formatSpot },
];

function formatProject(project: FeatureProjectRow, style: TextStyle): string {
  const table = <R>(rows: readonly R[], columns: Column<R>[]) =>
    rows.length === 0 ? [] : [formatTable(rows, columns, style)];
  const features = project.featureViews.flatMap(view =>
    view.features.map(({ name, dtype }) => ({
      view: view.name,
      name,
      dtype: dtype ?? UNKNOWN,
    })),
  );
  const name = style.heading(plainText(project.name ?? UNKNOWN));
  const heading = `${name}  in ${plainText(project.path || '.')}`;
  const tables = [
    ...table(project.featureViews, VIEW_COLUMNS),
    ...table(features, FEATURE_COLUMNS),
    ...table(project.entities, ENTITY_COLUMNS),
    ...table(project.dataSources, SOURCE_COLUMNS),
    ...table(project.featureServices, SERVICE_COLUMNS),
    ...table(project.unresolved, UNRESOLVED_COLUMNS),
  ];
  return tables.length === 0
    ? `${heading}\nIt defines nothing.`
    : [heading, ...tables].join('\n\n');
}

/** `gitops-ml features` for people. */
export function formatFeatures(
  projects: readonly FeatureProjectRow[],
  style: TextStyle,
): string {
  return projects.length === 0
    ? 'There is no Feast project at this revision. gitops-ml doctor says what was looked for.'
    : projects.map(project => formatProject(project, style)).join('\n\n');
}
