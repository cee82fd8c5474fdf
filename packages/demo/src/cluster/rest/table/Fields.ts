/** Reads fields that may be absent, as Go does: what isn't there is empty, or zero. */
export class Fields {
  constructor(private readonly value: unknown) {}

  /** @param path - names of fields, divided by dots */
  at(path: string): Fields {
    let value = this.value;
    for (const key of path.split('.')) value = fieldOf(value, key);
    return new Fields(value);
  }

  get isThere(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  get text(): string {
    return typeof this.value === 'string' ? this.value : '';
  }

  get number(): number {
    return typeof this.value === 'number' ? this.value : 0;
  }

  get isTrue(): boolean {
    return this.value === true;
  }

  get items(): Fields[] {
    return Array.isArray(this.value)
      ? this.value.map(item => new Fields(item))
      : [];
  }

  /** Of a map: its keys with their texts. */
  get entries(): [string, string][] {
    return typeof this.value === 'object' && this.value !== null
      ? Object.entries(this.value).map(([key, value]) => [key, String(value)])
      : [];
  }

  /** What a cell of a table can hold; `null` where nothing is there. */
  get cell(): string | number | boolean | null {
    const { value } = this;
    const isPlain =
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean';
    return isPlain ? value : null;
  }
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
