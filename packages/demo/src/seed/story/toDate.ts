import { Moment } from './Story';

const DAY = 24 * 60 * 60 * 1000;

/** A moment of the story told on the day of `now`. */
export function toDate({ daysAgo, time }: Moment, now: Date): Date {
  const today = Math.floor(now.getTime() / DAY) * DAY;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(today - daysAgo * DAY + (hours * 60 + minutes) * 60 * 1000);
}
