import { spawnSync } from 'node:child_process';

/** The oldest Python for which every pinned version has a release. */
const minimum = [3, 11];

const candidates = [
  ...(process.env.PYTHON ? [[process.env.PYTHON]] : []),
  ['python3'],
  ['python3.13'],
  ['python3.12'],
  ['python3.11'],
  ['python'],
  ...(process.platform === 'win32' ? [['py', '-3']] : []),
];

const probe = `
import importlib.util, json, sys
print(json.dumps({
    "executable": sys.executable,
    "version": list(sys.version_info[:3]),
    "venv": all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")),
}))
`;

function ask([command, ...args]) {
  const result = spawnSync(command, [...args, '-c', probe], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  if (result.status !== 0) return undefined;
  try {
    return JSON.parse(result.stdout);
  } catch {
    return undefined;
  }
}

const isNewEnough = ({ version: [major, minor] }) =>
  major > minimum[0] || (major === minimum[0] && minor >= minimum[1]);

/**
 * The first usable interpreter, in `found`; else `old` and `incomplete` have
 * what was there instead.
 */
export function findPython(askFor = ask) {
  const answers = [];
  for (const candidate of candidates) {
    const python = askFor(candidate);
    if (python && isNewEnough(python) && python.venv) return { found: python };
    if (python) answers.push(python);
  }
  return {
    old: answers.find(python => !isNewEnough(python)),
    incomplete: answers.find(isNewEnough),
  };
}

/** What is missing, and what to do. */
export function describeMissingPython({ old, incomplete }) {
  const wanted = minimum.join('.');
  if (incomplete) {
    const [major, minor] = incomplete.version;
    return (
      `Python ${incomplete.version.join('.')} (${
        incomplete.executable
      }) can't make virtual environments: ` +
      `its modules venv and ensurepip are missing. On Debian and Ubuntu: apt install python${major}.${minor}-venv. Nothing was tested.`
    );
  }
  const present = old
    ? `only Python ${old.version.join('.')} (${old.executable}) was found`
    : 'no Python was found';
  return (
    `The conformance tests run the real DVC, GTO and Feast, which need Python ${wanted} or newer, and ${present}. ` +
    'Install one, or name one in the variable PYTHON, and start again. Nothing was tested.'
  );
}
