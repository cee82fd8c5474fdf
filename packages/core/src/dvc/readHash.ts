import { DvcHash } from '../facts/dvc';
import { ShapeReader } from '../reading/ShapeReader';
import { YamlNode, yamlGet } from '../reading/yamlNode';

/**
 * The content hash of an entry. DVC 3 writes `hash: md5` beside `md5`; without it the
 * same key holds DVC 2's md5 of text with CRLF made LF. The other names belong to
 * object stores and HDFS; those of cloud-versioned files stand below
 * `cloud.<remote>`.
 * Source: dvc/output.py CHECKSUMS_SCHEMA, _compute_hash_info_from_meta.
 */
export function readHash(
  shape: ShapeReader,
  node: YamlNode,
): DvcHash | undefined {
  const own = readNamed(shape, node, yamlGet(node, 'hash'));
  if (own) return own;
  const [remote] = shape.entries(yamlGet(node, 'cloud'), 'cloud');
  return remote && readNamed(shape, remote.value, undefined);
}

function readNamed(
  shape: ShapeReader,
  node: YamlNode,
  hash: YamlNode | undefined,
): DvcHash | undefined {
  const md5 = readValue(shape, node, 'md5');
  if (md5 !== undefined) {
    const algorithm = shape.text(hash, 'hash') ?? 'md5-dos2unix';
    return { algorithm, value: md5 };
  }
  const etag = readValue(shape, node, 'etag');
  if (etag !== undefined) return { algorithm: 'etag', value: etag };
  const checksum = readValue(shape, node, 'checksum');
  if (checksum !== undefined) {
    return { algorithm: 'checksum', value: checksum };
  }
  const version = readValue(shape, node, 'version_id');
  if (version === undefined) return undefined;
  return { algorithm: 'version-id', value: version };
}

/** DVC takes a checksum of no characters for none, and wants three at least. */
function readValue(
  shape: ShapeReader,
  node: YamlNode,
  key: string,
): string | undefined {
  const value = yamlGet(node, key);
  const text = shape.text(value, key);
  if (!value || !text) return undefined;
  if (text.length >= 3) return text;
  shape.value(value, key, 'a checksum');
  return undefined;
}
