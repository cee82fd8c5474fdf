import { DoctorFile } from './Doctor';
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
  const files = readings.flatMap(reading => {
    const paths = [
      reading.entry,
      ...filesBeside(reading),
      ...reading.problems.map(problem => problem.path),
    ];
    return [...new Set(paths)].map(path => ({
      path,
      reader: reading.reader,
      status: statusOf(path, reading),
    }));
  });
  const key = ({ path, reader }: DoctorFile) => `${path}\0${reader}`;
  return files.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
