import { Reader } from '../reading/Reader';

/** @public */
export const DVC_READERS: Reader[] = [];
