import { Reader } from '../reading/Reader';
import { feastReader } from './readFeastRepository';

/** @public */
export const FEAST_READERS: Reader[] = [feastReader];
