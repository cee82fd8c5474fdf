import { GitopsManifestFacts } from '../../facts/gitops';
import { decodeText } from '../../reading/decodeText';
import { isJsonObject, JsonObject } from '../../reading/isJsonObject';
import { parseYamlText } from '../../reading/parseYamlText';
import { Problem } from '../../reading/Problem';
import { Needs, Reading } from '../../reading/Reader';
import { ReadLimits } from '../../reading/ReadLimits';
import { YamlDocument } from '../../reading/splitDocuments';
import { TracedTree } from '../../reading/TracedTree';
import { yamlToJson } from '../../reading/yamlNode';
import {
  GenerateError,
  UnsupportedGeneratorError,
} from '../argocd/generators/GenerateError';
import { TemplateError } from '../argocd/template/TemplateError';
import { ApplicationSetTree } from './ApplicationSetTree';
import { expandApplicationSet } from './expandApplicationSet';
import { readApplication, textAt } from './readApplication';
import { readFluxKustomization, readFluxRepository } from './readFlux';
import { splitManifests } from './splitManifests';

interface Context {
  entry: string;
  limits: ReadLimits;
  tree: ApplicationSetTree;
  facts: GitopsManifestFacts;
  problems: Problem[];
}

/** Reads the manifests of GitOps engines out of a YAML file; other YAML is passed over. */
export function readGitopsManifest(
  entry: string,
  bytes: Uint8Array,
  limits: ReadLimits,
  tree: TracedTree,
): Reading<GitopsManifestFacts> | Needs {
  const decoded = decodeText(bytes, entry, limits);
  const documents = 'text' in decoded ? splitManifests(decoded.text) : [];
  const context: Context = {
    entry,
    limits,
    tree: new ApplicationSetTree(tree, limits),
    facts: {
      kind: 'gitops-manifest',
      path: entry,
      applications: [],
      repositories: [],
      parameterFiles: [],
    },
    problems: [],
  };
  for (const document of documents) {
    if (isFull(context, document)) break;
    readDocument(document, context);
  }
  const { facts, problems } = context;
  const needs = tree.needs();
  if (needs) return needs;
  facts.parameterFiles = [...new Set(context.tree.parameterFiles)].sort();
  const all = [...problems, ...context.tree.problems];
  const isEmpty =
    facts.applications.length === 0 && facts.repositories.length === 0;
  return {
    facts: isEmpty && all.length === 0 ? undefined : facts,
    problems: all,
  };
}

/** Notes it where no more is read. */
function isFull(
  { entry, limits, facts, problems }: Context,
  { linesBefore }: YamlDocument,
): boolean {
  const limit = limits.entries;
  if (facts.applications.length <= limit) return false;
  const at = { path: entry, line: linesBefore + 1 };
  const args = { what: 'Applications', limit };
  problems.push({ code: 'limit-exceeded', severity: 'error', ...at, args });
  return true;
}

function readDocument(
  { text, linesBefore }: YamlDocument,
  context: Context,
): void {
  const { entry, limits, problems } = context;
  const line = linesBefore + 1 + text.split('\n').findIndex(isWritten);
  if (isHelmTemplate(entry, text)) {
    const args = { what: 'A manifest in a Helm template' };
    const at = { path: entry, line, args };
    problems.push({ code: 'unsupported', severity: 'warning', ...at });
    return;
  }
  const parsed = parseYamlText(text, entry, limits, 'pyyaml', linesBefore);
  problems.push(...parsed.problems);
  const manifest = parsed.root ? yamlToJson(parsed.root) : undefined;
  if (isJsonObject(manifest)) readManifest(manifest, line, context);
}

function isWritten(line: string): boolean {
  return line.trim() !== '';
}

function isHelmTemplate(entry: string, document: string): boolean {
  return /(?:^|\/)templates\//.test(entry) && /\{\{-?\s*[.$]/.test(document);
}

const GROUPS: Record<string, string> = {
  Application: 'argoproj.io/',
  ApplicationSet: 'argoproj.io/',
  Kustomization: 'kustomize.toolkit.fluxcd.io/',
  GitRepository: 'source.toolkit.fluxcd.io/',
};

function readManifest(
  manifest: JsonObject,
  line: number,
  context: Context,
): void {
  const { entry, facts } = context;
  const kind = textAt(manifest, 'kind') ?? '';
  const group = Object.hasOwn(GROUPS, kind) ? GROUPS[kind] : undefined;
  if (!group || !textAt(manifest, 'apiVersion')?.startsWith(group)) return;
  const spot = { path: entry, line };
  if (kind === 'Application') {
    facts.applications.push(readApplication(manifest, spot, entry));
  } else if (kind === 'ApplicationSet') {
    readApplicationSet(manifest, line, context);
  } else if (kind === 'Kustomization') {
    facts.applications.push(readFluxKustomization(manifest, spot));
  } else {
    facts.repositories.push(readFluxRepository(manifest));
  }
}

function readApplicationSet(
  manifest: JsonObject,
  line: number,
  { entry, facts, problems, tree }: Context,
): void {
  try {
    for (const generated of expandApplicationSet(manifest, tree)) {
      const path = generated.parameterFile ?? entry;
      const spot = { path, line: generated.parameterFile ? 1 : line };
      facts.applications.push(readApplication(generated.manifest, spot, entry));
    }
  } catch (error) {
    if (!(error instanceof GenerateError || error instanceof TemplateError)) {
      throw error;
    }
    problems.push(describeFailure(error, { path: entry, line }));
  }
}

function describeFailure(
  error: GenerateError | TemplateError,
  at: { path: string; line: number },
): Problem {
  if (error instanceof UnsupportedGeneratorError) {
    const args = { what: `In an ApplicationSet, ${error.what}` };
    return { code: 'unsupported', severity: 'warning', ...at, args };
  }
  const args = { reason: error.message.replace(/\.$/, '') };
  return { code: 'not-generated', severity: 'error', ...at, args };
}
