import { GtoFacts } from '../facts/gto';
import { collectDataVersions } from './collectDataVersions';
import { collectDoctorFiles } from './collectDoctorFiles';
import { DoctorGap, DoctorPage, DoctorReport } from './Doctor';
import { EntryReading } from './EntryReading';
import { selectFacts } from './selectFacts';

/** A gap if the condition holds. */
function gapIf(condition: boolean, what: string, remedy: string): DoctorGap[] {
  return condition ? [{ what, remedy }] : [];
}

function checkFeatures(readings: readonly EntryReading[]): DoctorPage {
  const projects = selectFacts(readings, 'feast');
  const ready = projects.some(({ featureViews }) => featureViews.length > 0);
  return {
    page: 'features',
    ready,
    missing: [
      ...gapIf(
        projects.length === 0,
        'There is no feature_store.yaml that could be read.',
        'Run `feast init`, and commit feature_store.yaml and the definitions beside it.',
      ),
      ...gapIf(
        projects.length > 0 && !ready,
        'No feature view is defined beside a feature_store.yaml.',
        'Define one in a Python file below its folder, and commit it.',
      ),
    ],
  };
}

function checkData(readings: readonly EntryReading[]): DoctorPage {
  const configs = selectFacts(readings, 'dvc-config');
  const { outputs } = collectDataVersions(readings);
  const hasRemote =
    configs.some(({ coreRemote }) => coreRemote !== undefined) ||
    outputs.some(({ remote }) => remote !== undefined);
  return {
    page: 'data',
    ready: outputs.length > 0,
    missing: [
      ...gapIf(
        configs.length === 0,
        'There is no .dvc/config that could be read.',
        'Run `dvc init`, and commit .dvc/config.',
      ),
      ...gapIf(
        outputs.length === 0,
        'DVC tracks no file here.',
        'Run `dvc add data/FILE`, and commit the .dvc file that it writes.',
      ),
      ...gapIf(
        configs.length > 0 && !hasRemote,
        'No default remote is set, so the data is only where it was made.',
        'Run `dvc remote add --default NAME URL`, commit .dvc/config, and run `dvc push`.',
      ),
    ],
  };
}

/** GTO's name of an artifact that a dvc.yaml declares: `dir:name`. */
function registryName(dvcYaml: string, name: string): string {
  const directory = dvcYaml.slice(0, Math.max(0, dvcYaml.lastIndexOf('/')));
  return directory ? `${directory}:${name}` : name;
}

function checkModels(
  readings: readonly EntryReading[],
  gto: GtoFacts,
): DoctorPage {
  const declared = [
    ...selectFacts(readings, 'model-descriptor').map(({ name }) => name),
    ...selectFacts(readings, 'dvc-yaml').flatMap(({ path, artifacts }) =>
      artifacts
        .filter(({ type }) => type === 'model')
        .map(({ name }) => registryName(path, name)),
    ),
  ];
  const registered = gto.artifacts.length > 0;
  return {
    page: 'models',
    ready: registered || declared.length > 0,
    missing: [
      ...gapIf(
        !registered && declared.length === 0,
        'No model is declared, and no Git tag registers one.',
        'Name the model under `artifacts:` in dvc.yaml, with `type: model`.',
      ),
      ...gapIf(
        !registered,
        'No model version is registered.',
        `Run \`gto register ${
          declared[0] ?? 'NAME'
        } --version v0.1.0\`, and push the tag.`,
      ),
    ],
  };
}

/**
 * What a revision holds for each page: which files were read, and what is
 * missing, with the next command. `gto` is the registry as of the revision.
 * @public
 */
export function collectDoctor(options: {
  readings: readonly EntryReading[];
  gto: GtoFacts;
}): DoctorReport {
  const { readings, gto } = options;
  return {
    files: collectDoctorFiles(readings),
    pages: [
      checkFeatures(readings),
      checkData(readings),
      checkModels(readings, gto),
    ],
  };
}
