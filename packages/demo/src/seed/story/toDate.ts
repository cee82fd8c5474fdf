import { Moment } from './Story';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/** A moment of the story told on the day of `now`. */
export function toDate(moment: Moment, now: Date): Date {
  if ('minutesAgo' in moment) {
    const minute = Math.floor(now.getTime() / MINUTE);
    return new Date((minute - moment.minutesAgo) * MINUTE);
  }
  const { daysAgo, time } = moment;
  const today = Math.floor(now.getTime() / DAY) * DAY;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(today - daysAgo * DAY + (hours * 60 + minutes) * MINUTE);
}
