import { Person } from './Story';

/** Nobody: example.com is reserved for examples. */
export const PEOPLE: Record<Person, { name: string; email: string }> = {
  ada: { name: 'Ada Okafor', email: 'ada.okafor@example.com' },
  jonas: { name: 'Jonas Lind', email: 'jonas.lind@example.com' },
  mei: { name: 'Mei Tanaka', email: 'mei.tanaka@example.com' },
};
