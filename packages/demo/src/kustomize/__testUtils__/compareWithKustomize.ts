import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isJsonObject, Json, JsonObject } from '@gitops-ml/core';
import { parseAllDocuments } from 'yaml';
import { renderOverlay } from '../renderOverlay';
import { runKustomize } from '../../testUtils/kubectl';
import { createFileTree } from './fileTree';

/** What both renderers make of the same files. */
interface Comparison {
  ours: Awaited<ReturnType<typeof renderOverlay>>;
  /** The objects as text, in one order, one key order; the message where it failed. */
  ourText: string;
  theirText: string;
}

/** Renders an overlay with the real kustomize and with ours. */
export async function compareWithKustomize(
  files: ReadonlyMap<string, string>,
  overlay: string,
): Promise<Comparison> {
  const ours = await renderOverlay(createFileTree(files), overlay);
  return {
    ours,
    ourText: 'objects' in ours ? normalize(ours.objects) : 'error',
    theirText: runReal(files, overlay),
  };
}

function runReal(files: ReadonlyMap<string, string>, overlay: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gitops-ml-kustomize-'));
  try {
    for (const [file, text] of files) {
      const target = path.join(folder, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    const output = tryKustomize(folder, overlay);
    if (output === undefined) return 'error';
    return normalize(
      parseAllDocuments(output).map(document => document.toJS()),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tryKustomize(folder: string, overlay: string): string | undefined {
  try {
    return runKustomize(folder, overlay);
  } catch {
    return undefined;
  }
}

function normalize(objects: readonly Json[]): string {
  return objects
    .filter(isObject)
    .map(each => ({
      key: keyOf(each),
      text: JSON.stringify(sortKeys(each), null, 1),
    }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ text }) => text)
    .join('\n---\n');
}

function isObject(value: Json): value is JsonObject {
  return isJsonObject(value);
}

function keyOf({ kind, metadata }: JsonObject): string {
  const { namespace, name } = isJsonObject(metadata)
    ? metadata
    : { namespace: '', name: '' };
  return JSON.stringify([kind, namespace ?? '', name]);
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map(key => [key, sortKeys(value[key])]));
}
