/** The time since `start` (milliseconds since the epoch), for people. */
export const secondsSince = start =>
  `${((Date.now() - start) / 1000).toFixed(1)} s`;
