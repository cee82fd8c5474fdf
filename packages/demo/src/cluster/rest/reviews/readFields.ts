/** Fields of a protobuf message by their number; of those that hold bytes. */
export type MessageFields = Map<number, Uint8Array>;

const VARINT = 0;
const FIXED_64 = 1;
const BYTES = 2;
const FIXED_32 = 5;

/** A position in a message. Throws `RangeError` behind its end. */
class Cursor {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.#at >= this.bytes.length;
  }

  take(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.bytes.length) throw new RangeError('the message ends early');
    const taken = this.bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  /** Of at most 28 bits, which is more than any length here. */
  readVarint(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const [byte] = this.take(1);
      value += (byte % 128) * 2 ** shift;
      if (byte < 128) return value;
    }
    throw new RangeError('a number of the message is too large');
  }
}

function readValue(cursor: Cursor, wireType: number): Uint8Array | undefined {
  if (wireType === BYTES) return cursor.take(cursor.readVarint());
  if (wireType === VARINT) cursor.readVarint();
  else if (wireType === FIXED_64) cursor.take(8);
  else if (wireType === FIXED_32) cursor.take(4);
  else throw new RangeError(`the message has a field of type ${wireType}`);
  return undefined;
}

/** Reads a protobuf message. Throws `RangeError` where it is none. */
export function readFields(bytes: Uint8Array): MessageFields {
  const fields: MessageFields = new Map();
  const cursor = new Cursor(bytes);
  while (!cursor.isAtEnd) {
    const tag = cursor.readVarint();
    const value = readValue(cursor, tag % 8);
    if (value) fields.set(Math.floor(tag / 8), value);
  }
  return fields;
}
