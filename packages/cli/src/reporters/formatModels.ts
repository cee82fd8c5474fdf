import { ModelRow, ModelVersionRow } from '../describe/describeModels';
import { Column, formatTable } from './formatTable';
import { formatTime, NONE, shortHash, UNKNOWN } from './formatValues';
import { plainText } from './plainText';
import { TextStyle } from './TextStyle';

function formatArtifact({ artifact }: ModelVersionRow): string {
  if (!artifact) return NONE;
  const { path, hash } = artifact;
  return `${path} ${
    hash ? `${hash.algorithm}:${shortHash(hash.value)}` : UNKNOWN
  }`;
}

function stagesOf(model: ModelRow, version: ModelVersionRow): string {
  return Object.entries(model.stages)
    .filter(([, stage]) => stage.version === version.version)
    .map(([name]) => name)
    .join(', ');
}

function columnsOf(model: ModelRow): Column<ModelVersionRow>[] {
  return [
    { title: 'VERSION', cell: row => shortHash(row.version) },
    { title: 'STAGES', cell: row => stagesOf(model, row) },
    {
      title: 'REGISTERED',
      cell: row => (row.registeredAt ? formatTime(row.registeredAt) : NONE),
    },
    { title: 'COMMIT', cell: row => shortHash(row.commit) },
    { title: 'ARTIFACT', cell: formatArtifact },
    { title: 'SOURCE', cell: row => row.source },
    { title: 'NOTES', cell: row => (row.active ? '' : 'deregistered') },
  ];
}

function formatModel(model: ModelRow, style: TextStyle): string {
  const notes = [
    model.latest === null ? 'no version' : `latest ${model.latest}`,
    model.deprecated ? 'deprecated' : '',
  ].filter(note => note !== '');
  const heading = `${style.heading(plainText(model.name))}  ${plainText(
    notes.join(', '),
  )}`;
  return model.versions.length === 0
    ? heading
    : `${heading}\n${formatTable(model.versions, columnsOf(model), style)}`;
}

/** `gitops-ml models` for people. */
export function formatModels(
  models: readonly ModelRow[],
  style: TextStyle,
): string {
  return models.length === 0
    ? 'No model is named at this revision. gitops-ml doctor says what was looked for.'
    : models.map(model => formatModel(model, style)).join('\n\n');
}
