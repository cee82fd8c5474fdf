const MEANINGS: Record<string, string> = {
  traffic: 'Share of the traffic, as the router reports it.',
  replicas: 'Share of the available pods; no router divides the traffic.',
};

/** What a weight is a share of, and of how much. */
export function describeWeightMeaning(
  means: string,
  maxWeight: number,
): string {
  const meaning = MEANINGS[means] ?? `Share of ${means}.`;
  return maxWeight === 100 ? meaning : `${meaning} All of it is ${maxWeight}.`;
}
