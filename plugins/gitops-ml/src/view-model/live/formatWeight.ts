/** A share of the traffic: `20 %`, or `150 of 1000` where all is not 100. 0 is a share. */
export function formatWeight(weight: number, maxWeight: number): string {
  return maxWeight === 100 ? `${weight} %` : `${weight} of ${maxWeight}`;
}

/** The part of a bar, 0 to 1. */
export function weightFraction(weight: number, maxWeight: number): number {
  if (maxWeight <= 0) return 0;
  return Math.min(1, Math.max(0, weight / maxWeight));
}
