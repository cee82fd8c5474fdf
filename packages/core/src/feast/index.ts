import { Reader } from '../reading/Reader';

/** @public */
export const FEAST_READERS: Reader[] = [];
