import { Problem } from '../reading/Problem';

/** A problem in words: what is wrong, and what to do about it. @public */
export interface ProblemText {
  message: string;
  remedy: string;
}

type Words = (args: Record<string, string | number>) => ProblemText;

const WORDS: Record<Problem['code'], Words> = {
  'too-large': a => ({
    message: `The file has ${a.size} bytes, more than the limit of ${a.limit}.`,
    remedy:
      'Make it smaller: put data under DVC (`dvc add`), and split a pipeline or definitions into several files.',
  }),
  'limit-exceeded': a => ({
    message: `Reading stopped: more ${a.what} than the limit of ${a.limit}.`,
    remedy: 'Make the file smaller or simpler.',
  }),
  'not-text': () => ({
    message: 'The file is not UTF-8 text.',
    remedy: 'Save it as UTF-8, or move it away from this name.',
  }),
  'symbolic-link': () => ({
    message: 'The file is a symbolic link, which is not followed.',
    remedy: 'Commit the file itself in its place.',
  }),
  'yaml-syntax': a => ({
    message: `Not valid YAML: ${a.reason}.`,
    remedy: 'Fix the line, or restore the last version that parsed.',
  }),
  'merge-conflict': () => ({
    message: 'The file holds the markers of an unresolved merge conflict.',
    remedy:
      'Resolve the conflict (for dvc.lock: take either side and run `dvc repro`), then commit.',
  }),
  'config-syntax': a => ({
    message: `Not a valid DVC configuration: ${a.reason}.`,
    remedy: 'Fix the line; `dvc config --list` shows what DVC reads.',
  }),
  'values-syntax': a => ({
    message: `The values can't be read: ${a.reason}.`,
    remedy: 'Fix the file, or let the stage that writes it run again.',
  }),
  'python-syntax': a => ({
    message: `Not valid Python: ${a.reason}.`,
    remedy: 'Fix the line; `python -m py_compile` names it too.',
  }),
  'invalid-shape': a => ({
    message: `${a.where} is not ${a.expected}.`,
    remedy:
      'Write it as the tool documents it, or let the tool write the file.',
  }),
  'invalid-value': a => ({
    message: `${a.where} is ${a.value}, which is not ${a.expected}.`,
    remedy: 'Correct the value.',
  }),
  'unsafe-path': a => ({
    message: `The path ${a.value} leaves the repository.`,
    remedy: 'Use a path inside the repository.',
  }),
  'missing-file': a => ({
    message: `${a.file} is named here and is not in the commit.`,
    remedy: 'Commit the file, or correct the name.',
  }),
  'duplicate-output': a => ({
    message: `${a.subject} is declared as an output here and in ${a.other}.`,
    remedy: 'Keep one of the two; DVC refuses overlapping outputs.',
  }),
  'duplicate-name': a => ({
    message: `The ${a.kind} ${a.name} is defined here and in ${a.other}.`,
    remedy: 'Rename or remove one of the two.',
  }),
  'unsupported-version': a => ({
    message: `Version ${a.found} of the format is not supported (${a.supported} is).`,
    remedy: 'Let a supported version of the tool write the file.',
  }),
  unsupported: a => ({
    message: `${a.what} is not read yet.`,
    remedy: 'Nothing is wrong with the file; what else it says is shown.',
  }),
  'not-static': a => ({
    message: `${a.what} can't be known without running the code.`,
    remedy: 'Write it as a literal if it should be shown here.',
  }),
  'invalid-tag': a => ({
    message: `The tag ${a.tag} is not a GTO tag that can be resolved: ${a.reason}.`,
    remedy: 'Make it again with `gto register` or `gto assign`, or delete it.',
  }),
  'reader-failed': a => ({
    message: `The reader ${a.reader} failed on this file: ${a.reason}.`,
    remedy: 'Report it to the makers of the reader, with the file.',
  }),
  'unknown-reference': a => ({
    message: `${a.by} refers to the ${a.kind} ${a.name}, which is not defined here.`,
    remedy: 'Define it, or correct the name.',
  }),
  'not-generated': a => ({
    message: `No applications can be made of the ApplicationSet: ${a.reason}.`,
    remedy:
      'Correct the generator or the template; Argo CD says the same in its condition.',
  }),
};

/** Says a problem in words. The only place where they are made. @public */
export function formatProblem(problem: Problem): ProblemText {
  return WORDS[problem.code](problem.args ?? {});
}
