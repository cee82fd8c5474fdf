import { DvcHash } from '@gitops-ml/core';

/**
 * Where an HTTP remote keeps an object: `files/md5/ab/cd…` for DVC 3's md5,
 * `ab/cd…` for DVC 2's; a directory's listing keeps its suffix `.dir`.
 * `undefined` for a hash that isn't content-addressed by md5.
 * Source: dvc-objects `ObjectDB.oid_to_path`, dvc `cachemgr.py` (LEGACY_HASH_NAMES).
 * @public
 */
export function dvcObjectUrl(
  remoteUrl: string,
  hash: DvcHash,
): string | undefined {
  if (!/^[0-9a-f]{32}(\.dir)?$/.test(hash.value)) return undefined;
  const object = `${hash.value.slice(0, 2)}/${hash.value.slice(2)}`;
  const url = new URL(remoteUrl);
  const base = url.pathname.replace(/\/*$/, '/');
  switch (hash.algorithm) {
    case 'md5':
      url.pathname = `${base}files/md5/${object}`;
      return url.href;
    case 'md5-dos2unix':
      url.pathname = `${base}${object}`;
      return url.href;
    default:
      return undefined;
  }
}
