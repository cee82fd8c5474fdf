/** So many repositories are looked at in the time that is wished for. */
const MANY = 20;

/**
 * Milliseconds until all repositories are looked at again: longer, the more
 * there are. A push is told of by a webhook, and needs no looking.
 */
export const describePollDelay = (refreshMs: number, count: number) =>
  refreshMs * Math.max(1, Math.ceil(count / MANY));
