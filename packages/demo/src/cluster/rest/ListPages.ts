import { z } from 'zod/v4';
import { KubernetesObject } from '../KubernetesObject';
import { StatusError } from '../StatusError';

/** How many lists that are being read in parts are remembered. */
const LARGEST_COUNT = 50;

const tokenSchema = z.object({
  v: z.literal('meta.k8s.io/v1'),
  rv: z.number(),
  list: z.number(),
  start: z.number().int().nonnegative(),
});

/** A part of a list. */
interface Page {
  items: readonly KubernetesObject[];
  metadata: {
    /** Of the whole list, also where later parts are read later. */
    resourceVersion: string;
    continue?: string;
    remainingItemCount?: number;
  };
}

interface ReadList {
  resourceVersion: string;
  objects: readonly KubernetesObject[];
}

/** Lists that clients read in parts: each part is of the state that the first was of. */
export class ListPages {
  readonly #lists = new Map<number, ReadList>();
  #last = 0;

  /** The first part of a list; all of it without a limit. */
  begin(list: ReadList, limit: number): Page {
    if (limit === 0 || list.objects.length <= limit) {
      const { resourceVersion, objects } = list;
      return { items: objects, metadata: { resourceVersion } };
    }
    this.#last += 1;
    this.#lists.set(this.#last, list);
    const [oldest] = this.#lists.keys();
    if (this.#lists.size > LARGEST_COUNT) this.#lists.delete(oldest);
    return this.#cut(this.#last, list, 0, limit);
  }

  /** A later part. BadRequest for a token that isn't ours, Expired for one that is forgotten. */
  next(token: string, limit: number): Page {
    const { list: id, rv, start } = readToken(token);
    const list = this.#lists.get(id);
    if (!list || Number(list.resourceVersion) !== rv) {
      throw new StatusError(
        'Expired',
        'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
      );
    }
    return this.#cut(id, list, start, limit || list.objects.length);
  }

  #cut(
    id: number,
    { resourceVersion, objects }: ReadList,
    start: number,
    limit: number,
  ): Page {
    const end = start + limit;
    const items = objects.slice(start, end);
    const remainingItemCount = objects.length - end;
    if (remainingItemCount <= 0)
      return { items, metadata: { resourceVersion } };
    const token = {
      v: 'meta.k8s.io/v1',
      rv: Number(resourceVersion),
      list: id,
      start: end,
    };
    const text = Buffer.from(JSON.stringify(token)).toString('base64url');
    return {
      items,
      metadata: { resourceVersion, continue: text, remainingItemCount },
    };
  }
}

function readToken(token: string): z.infer<typeof tokenSchema> {
  try {
    const text = Buffer.from(token, 'base64url').toString();
    return tokenSchema.parse(JSON.parse(text));
  } catch {
    throw new StatusError('BadRequest', 'continue key is not valid');
  }
}
