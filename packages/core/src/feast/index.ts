import { Reader } from '../reading/Reader';
import { feastReader } from './readFeastRepository';

/** The readers of Feast repositories. @public */
export const FEAST_READERS: Reader[] = [feastReader];
