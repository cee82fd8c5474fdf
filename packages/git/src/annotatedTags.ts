import { AnnotatedTag } from '@gitops-ml/core';
import { CatFile } from './CatFile';
import { readCommit } from './Commit';
import { headerOf, parseObject, parseSignature } from './parseObject';
import { listRefs, Ref } from './refs';

const LIMIT = 1024 * 1024;
/** Tags of tags of tags … end here. */
const MAX_NESTING = 32;
const SIGNED = /^-----BEGIN (?:PGP|SSH|SIGNED) [A-Z ]*-----$/m;
const PREFIX = 'refs/tags/';

/** The commit below a tag of tags, and its committer's time. */
async function peel(
  catFile: CatFile,
  oid: string | undefined,
): Promise<{ oid: string; date: string } | undefined> {
  let next = oid;
  for (let depth = 0; next && depth < MAX_NESTING; depth++) {
    const answer = await catFile.read(next, LIMIT);
    if (answer.kind !== 'object') return undefined;
    if (answer.type === 'commit') {
      return { oid: next, date: readCommit(next, answer.bytes).date };
    }
    if (answer.type !== 'tag') return undefined;
    next = headerOf(parseObject(answer.bytes), 'object');
  }
  return undefined;
}

async function readTag(
  catFile: CatFile,
  ref: Ref,
): Promise<AnnotatedTag | undefined> {
  const answer = await catFile.read(ref.oid, LIMIT);
  if (answer.kind !== 'object') return undefined;
  const object = parseObject(answer.bytes);
  const signature = headerOf(object, 'tagger');
  const tagger = signature ? parseSignature(signature) : undefined;
  const target = await peel(catFile, headerOf(object, 'object'));
  const taggedAt = tagger?.date ?? target?.date;
  if (!taggedAt) return undefined;
  return {
    name: ref.name.slice(PREFIX.length),
    commit: target?.oid,
    taggedAt,
    tagger: tagger?.name,
    message: object.message.split(SIGNED)[0].trimEnd() || undefined,
  };
}

/** The annotated tags, sorted by name. */
export async function listAnnotatedTags(
  gitDirectory: string,
  catFile: CatFile,
): Promise<AnnotatedTag[]> {
  const refs = await listRefs(gitDirectory, [PREFIX]);
  const tags = await Promise.all(
    refs.filter(ref => ref.type === 'tag').map(ref => readTag(catFile, ref)),
  );
  return tags.filter(tag => tag !== undefined);
}
