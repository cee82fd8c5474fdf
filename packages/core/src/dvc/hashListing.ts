import { md5 } from '@noble/hashes/legacy';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { DvcHash, DvcOutput } from '../facts/dvc';
import { ShapeReader } from '../reading/ShapeReader';
import { YamlNode, yamlGet } from '../reading/yamlNode';

/**
 * The hash of a cloud-versioned directory, which no file has: DVC works it out from
 * the listing. `undefined` without a listing, and where a file has no md5 there: what
 * DVC makes of names alone says nothing of the contents.
 * Source: dvc/output.py _compute_meta_hash_info_from_files, dvc_data/hashfile/tree.py.
 */
export function hashListing(
  shape: ShapeReader,
  node: YamlNode,
  contents: DvcOutput['contents'],
): DvcHash | undefined {
  if (!contents || contents.length === 0) return undefined;
  const entries = contents.flatMap(({ path, hash }) =>
    hash?.algorithm.startsWith('md5') ? [{ path, md5: hash.value }] : [],
  );
  if (entries.length < contents.length) return undefined;
  const listing = entries
    .sort((a, b) => compareCodePoints(a.path, b.path))
    .map(each => `{"md5": ${quote(each.md5)}, "relpath": ${quote(each.path)}}`)
    .join(', ');
  const algorithm = shape.text(yamlGet(node, 'hash'), 'hash') ?? 'md5-dos2unix';
  const value = `${bytesToHex(md5(utf8ToBytes(`[${listing}]`)))}.dir`;
  return { algorithm, value };
}

/** As Python's json writes it. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Python compares texts by code points, JavaScript by halves of them. */
function compareCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((point, index) => point !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at].codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}
