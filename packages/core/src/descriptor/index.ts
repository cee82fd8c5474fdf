import { Reader } from '../reading/Reader';

/** @public */
export const DESCRIPTOR_READERS: Reader[] = [];
