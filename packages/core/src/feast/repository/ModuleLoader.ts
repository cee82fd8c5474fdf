import { decodeText } from '../../reading/decodeText';
import { describeTooLarge } from '../../reading/describeTooLarge';
import { Problem } from '../../reading/Problem';
import { ReadLimits } from '../../reading/ReadLimits';
import { TracedTree } from '../../reading/TracedTree';
import { Budget } from '../evaluate/Budget';
import { ModuleFinder } from '../evaluate/Evaluator';
import { ModuleEvaluator } from '../evaluate/ModuleEvaluator';
import { Scope } from '../evaluate/Scope';
import { StatementRunner } from '../evaluate/StatementRunner';
import { parsePython } from '../python/parsePython';
import { PythonValue } from '../values/PythonValue';

/** A definition that can't be known without running the code. */
export interface Unresolved {
  path: string;
  line: number;
  what: string;
}

/** A module of the repository, once it was run. */
interface Module {
  path: string | undefined;
  scope: Scope;
}

/** Where the modules come from. */
interface LoaderOptions {
  /** The folder of feature_store.yaml, `''` for the root. */
  root: string;
  /** All Python files below it, by their repository's paths. */
  paths: readonly string[];
  tree: TracedTree;
  limits: ReadLimits;
}

/**
 * Finds and runs the modules of one Feast repository, each once, in the order in
 * which Python would import them.
 */
export class ModuleLoader implements ModuleFinder {
  readonly problems: Problem[] = [];
  readonly unresolved: Unresolved[] = [];
  readonly #options: LoaderOptions;
  readonly #paths: ReadonlySet<string>;
  readonly #folders: ReadonlySet<string>;
  readonly #modules = new Map<string, Module>();
  readonly #runners: StatementRunner[] = [];
  #depth = 0;

  constructor(options: LoaderOptions) {
    this.#options = options;
    this.#paths = new Set(options.paths);
    this.#folders = foldersOf(options.paths);
  }

  /** The files that were run. */
  get files(): string[] {
    const files = [...this.#modules.values()].map(module => module.path);
    return files.filter(path => path !== undefined).sort();
  }

  /** Runs a file of Feast's, given by its path below the root. */
  run(file: string): Scope | undefined {
    const name = file.slice(0, -'.py'.length).replaceAll('/', '.');
    const scope = this.module(name) && this.scopeOf(name);
    const { root } = this.#options;
    const path = root === '' ? file : `${root}/${file}`;
    if (!scope) this.#report(path, 1, 'a file whose name can not be imported');
    return scope;
  }

  /** To be called once all files were run. */
  reportHidden(): void {
    this.#runners.forEach(runner => runner.reportHidden());
  }

  module(name: string): PythonValue | undefined {
    const own = this.#ownName(name);
    if (own === undefined) return undefined;
    // Python runs the packages above first.
    const parts = own.split('.');
    for (let index = 1; index <= parts.length; index++)
      this.#load(parts.slice(0, index).join('.'));
    return { kind: 'module', module: own };
  }

  scopeOf(name: string): Scope | undefined {
    return this.#load(name)?.scope;
  }

  attribute(module: string, name: string): PythonValue | undefined {
    const bound = this.scopeOf(module)?.bindings.get(name);
    return (
      bound?.value ?? this.module(module === '' ? name : `${module}.${name}`)
    );
  }

  /**
   * The name below the root. A repository that is imported from further up
   * (`feature_repo.entities`) means the same files.
   */
  #ownName(name: string): string | undefined {
    if (name === '' || this.#exists(name)) return name;
    const { root } = this.#options;
    const above = root === '' ? [] : root.split('/');
    for (let index = 0; index < above.length; index++) {
      const prefix = `${above.slice(index).join('.')}.`;
      const rest = name.startsWith(prefix) ? name.slice(prefix.length) : '';
      if (rest !== '' && this.#exists(rest)) return rest;
    }
    return undefined;
  }

  #exists(name: string): boolean {
    return (
      this.#pathOf(name) !== undefined || this.#folders.has(this.#join(name))
    );
  }

  #join(name: string): string {
    const { root } = this.#options;
    const relative = name.replaceAll('.', '/');
    return root === '' ? relative : `${root}/${relative}`;
  }

  #pathOf(name: string): string | undefined {
    const base = name === '' ? this.#options.root : this.#join(name);
    const candidates = [`${base}/__init__.py`, `${base}.py`];
    return candidates.find(path => name !== '' && this.#paths.has(path));
  }

  #load(name: string): Module | undefined {
    const known = this.#modules.get(name);
    if (known) return known;
    if (name !== '' && !this.#exists(name)) return undefined;
    const module: Module = { path: this.#pathOf(name), scope: new Scope() };
    // Set before it runs: a circular import sees what is there already.
    this.#modules.set(name, module);
    if (module.path !== undefined)
      this.#runFile(module.path, name, module.scope);
    return module;
  }

  #runFile(path: string, name: string, scope: Scope): void {
    const { limits } = this.#options;
    if (this.#depth >= limits.depth) {
      this.#exceeded(path, 'imports in a row', limits.depth);
      return;
    }
    const text = this.#text(path);
    if (text === undefined) return;
    const { body, problems } = parsePython(text, path, limits);
    for (const problem of problems) {
      this.problems.push(problem);
      this.#report(
        path,
        problem.line ?? 1,
        'what a file with an error defines',
      );
    }
    const budget = new Budget(limits.nodes);
    const options = { path, moduleName: name, scope, budget, modules: this };
    const run = new ModuleEvaluator(options);
    const report = (line: number, what: string) =>
      this.#report(path, line, what);
    this.#depth += 1;
    const runner = new StatementRunner(run, report);
    this.#runners.push(runner);
    runner.runAll(body);
    this.#depth -= 1;
    if (budget.exhausted) this.#exceeded(path, 'steps', limits.nodes);
  }

  #report(path: string, line: number, what: string): void {
    this.unresolved.push({ path, line, what });
  }

  #exceeded(path: string, what: string, limit: number): void {
    const args = { what, limit };
    this.problems.push({
      code: 'limit-exceeded',
      severity: 'error',
      path,
      args,
    });
  }

  #text(path: string): string | undefined {
    const { tree, limits } = this.#options;
    const answer = tree.get(path);
    if (!answer || answer.kind === 'absent') return undefined;
    if (answer.kind === 'too-large') {
      this.problems.push(describeTooLarge(path, answer.size, limits));
      return undefined;
    }
    const decoded = decodeText(answer.bytes, path, limits);
    if ('text' in decoded) return decoded.text;
    this.problems.push(decoded.problem);
    return undefined;
  }
}

function foldersOf(paths: readonly string[]): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (
      let at = path.lastIndexOf('/');
      at > 0;
      at = path.lastIndexOf('/', at - 1)
    ) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
