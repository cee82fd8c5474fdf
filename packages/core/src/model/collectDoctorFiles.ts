import { DoctorFile } from './Doctor';
import { createDvcIgnore } from './dvcIgnore';
import { EntryReading } from './EntryReading';
import { selectFacts } from './selectFacts';

/** The files that a reading says it read besides its entry. */
function filesBeside(reading: EntryReading): string[] {
  const feast = selectFacts([reading], 'feast').flatMap(facts => facts.files);
  const values = selectFacts([reading], 'dvc-yaml')
    .flatMap(facts => [...facts.metrics, ...facts.params])
    .filter(({ state }) => state === 'read' || state === 'problem')
    .map(({ path }) => path);
  return [...feast, ...values];
}

/** Readers whose files DVC passes over where `.dvcignore` says so. */
const IGNORABLE = ['dvc-file', 'dvc-yaml', 'dvc-lock'];

/** The reader of manifests looks into all YAML; most of it is nobody's manifest. */
function isOtherYaml({ reader, facts, problems }: EntryReading): boolean {
  return (
    reader === 'gitops-manifest' && facts === undefined && problems.length === 0
  );
}

function statusOf(path: string, reading: EntryReading): DoctorFile['status'] {
  const { entry, facts, problems } = reading;
  const failed = problems.some(problem => problem.path === path);
  const lost = path === entry && facts === undefined && problems.length > 0;
  if (failed || lost) return 'problem';
  return facts === undefined ? 'ignored' : 'read';
}

/** Every file that readers looked at, with what came of it. */
export function collectDoctorFiles(
  readings: readonly EntryReading[],
): DoctorFile[] {
  const ignore = createDvcIgnore(
    selectFacts(readings, 'dvc-ignore'),
    selectFacts(readings, 'dvc-config').map(({ root }) => root),
  );
  const isIgnored = ({ reader, entry }: EntryReading) =>
    IGNORABLE.includes(reader) && ignore.matches(entry);
  const files = readings.flatMap((reading): DoctorFile[] => {
    const { reader, entry } = reading;
    if (isOtherYaml(reading)) return [];
    if (isIgnored(reading)) return [{ path: entry, reader, status: 'ignored' }];
    const paths = [
      entry,
      ...filesBeside(reading),
      ...reading.problems.map(problem => problem.path),
    ];
    return [...new Set(paths)].map(path => ({
      path,
      reader,
      status: statusOf(path, reading),
    }));
  });
  const key = ({ path, reader }: DoctorFile) => `${path}\0${reader}`;
  return files.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
