import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { Json } from '../reading/Json';
import { canonicalJson } from './canonicalJson';

/** sha256 of a value's canonical JSON, in hexadecimal digits. @public */
export function digestOf(value: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}
