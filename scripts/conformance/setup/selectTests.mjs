import fs from 'node:fs';
import path from 'node:path';

const suffix = '.test.mjs';

// GTO is installed beside DVC: its answers need DVC's `artifacts:`.
function environmentsOf(file) {
  if (file.startsWith('template')) return ['dvc', 'feast'];
  return file.startsWith('feast') ? ['feast'] : ['dvc'];
}

const listTests = folder =>
  fs
    .readdirSync(folder)
    .filter(file => file.endsWith(suffix))
    .sort();

/** The test files whose names contain one of the filters; all without filters. */
export function selectTests(folder, filters) {
  return listTests(folder)
    .filter(
      file =>
        filters.length === 0 || filters.some(filter => file.includes(filter)),
    )
    .map(file => ({
      file,
      path: path.join(folder, file),
      environments: environmentsOf(file),
    }));
}

export function describeChoice(folder, filters) {
  const names = listTests(folder).map(file => file.slice(0, -suffix.length));
  return `No test is named ${filters.join(' or ')}. There are: ${names.join(
    ', ',
  )}.`;
}
