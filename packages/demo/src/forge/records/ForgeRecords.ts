import fs from 'node:fs/promises';
import path from 'node:path';
import { RepositoryName } from '../requests/repositoryName';
import {
  HookRecord,
  OrganisationRecord,
  Records,
  recordsSchema,
  RepositoryRecord,
} from './schema';

/** The account's own id; all others come after. */
export const accountId = 1;

const now = () => `${new Date().toISOString().slice(0, 19)}Z`;

const isOf =
  ({ owner, name }: RepositoryName) =>
  (record: RepositoryName) =>
    record.owner === owner && record.name === name;

/**
 * What the forge knows beside Git: organisations, repositories' numbers and
 * descriptions, hooks. Kept in one file, replaced as a whole.
 */
export class ForgeRecords {
  private written: Promise<void> = Promise.resolve();

  private constructor(
    private readonly file: string,
    private readonly records: Records,
  ) {}

  /** Reads the file of a folder, or begins one. */
  static async open(directory: string): Promise<ForgeRecords> {
    const file = path.join(directory, 'records.json');
    const text = await fs.readFile(file, 'utf8').catch(() => undefined);
    const records =
      text === undefined
        ? {
            nextId: accountId + 1,
            organisations: [],
            repositories: [],
            hooks: [],
          }
        : recordsSchema.parse(JSON.parse(text));
    return new ForgeRecords(file, records);
  }

  organisations(): readonly OrganisationRecord[] {
    return this.records.organisations;
  }

  organisation(name: string): OrganisationRecord | undefined {
    return this.records.organisations.find(record => record.name === name);
  }

  async addOrganisation(name: string): Promise<OrganisationRecord> {
    const record = { id: this.takeId(), name, createdAt: now() };
    this.records.organisations.push(record);
    await this.save();
    return record;
  }

  repositoriesOf(owner: string): readonly RepositoryRecord[] {
    return this.records.repositories
      .filter(record => record.owner === owner)
      .sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  repository(repository: RepositoryName): RepositoryRecord | undefined {
    return this.records.repositories.find(isOf(repository));
  }

  async addRepository(
    repository: RepositoryName,
    details: Pick<RepositoryRecord, 'description' | 'isPrivate'>,
  ): Promise<RepositoryRecord> {
    const at = now();
    const { owner, name } = repository;
    const record = {
      id: this.takeId(),
      owner,
      name,
      ...details,
      createdAt: at,
      updatedAt: at,
    };
    this.records.repositories.push(record);
    await this.save();
    return record;
  }

  /** Notes that something was pushed. */
  async touch(repository: RepositoryName): Promise<void> {
    const record = this.repository(repository);
    if (!record) return;
    record.updatedAt = now();
    await this.save();
  }

  /** Forgets a repository and its hooks. */
  async removeRepository(repository: RepositoryName): Promise<void> {
    const isThis = isOf(repository);
    const { records } = this;
    records.repositories = records.repositories.filter(it => !isThis(it));
    records.hooks = records.hooks.filter(it => !isThis(it));
    await this.save();
  }

  hooksOf(repository: RepositoryName): readonly HookRecord[] {
    return this.records.hooks.filter(isOf(repository));
  }

  async addHook(
    repository: RepositoryName,
    details: Pick<HookRecord, 'url' | 'secret' | 'events' | 'isActive'>,
  ): Promise<HookRecord> {
    const { owner, name } = repository;
    const record = {
      id: this.takeId(),
      owner,
      name,
      ...details,
      createdAt: now(),
    };
    this.records.hooks.push(record);
    await this.save();
    return record;
  }

  /** @returns whether there was such a hook */
  async removeHook(repository: RepositoryName, id: number): Promise<boolean> {
    const isThis = isOf(repository);
    const { hooks } = this.records;
    const kept = hooks.filter(it => !(isThis(it) && it.id === id));
    this.records.hooks = kept;
    await this.save();
    return kept.length < hooks.length;
  }

  /** Waits until everything is on the disk. */
  async settle(): Promise<void> {
    await this.written;
  }

  private takeId(): number {
    const id = this.records.nextId;
    this.records.nextId = id + 1;
    return id;
  }

  private save(): Promise<void> {
    // One that failed was told to its asker; the next writes everything anew.
    this.written = this.written.catch(() => {}).then(() => this.write());
    return this.written;
  }

  // Hooks' secrets are in it.
  private async write(): Promise<void> {
    const temporary = `${this.file}.new`;
    const text = `${JSON.stringify(this.records, undefined, 2)}\n`;
    await fs.writeFile(temporary, text, { mode: 0o600 });
    await fs.rename(temporary, this.file);
  }
}
