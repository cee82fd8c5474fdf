import { Draft, DraftView } from './drafts';

/** Notes that an argument was changed after the definition, so that its value is not known. */
export function forgetArgument(draft: Draft, name: string, line: number): void {
  const why = 'changed after the definition';
  draft.doubts.push({ field: name, line, why });
  if (name === 'name') draft.name = undefined;
  if (name === 'description') draft.description = undefined;
  if (name === 'tags') draft.tags = {};
  if (draft.kind === 'view') forgetViewArgument(draft, name);
}

function forgetViewArgument(draft: DraftView, name: string): void {
  if (name === 'ttl') draft.ttlSeconds = undefined;
  if (name === 'online') draft.online = undefined;
}
