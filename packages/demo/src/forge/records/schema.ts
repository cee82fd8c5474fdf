import { z } from 'zod/v4';

const organisation = z.object({
  id: z.number(),
  name: z.string(),
  createdAt: z.string(),
});

const repository = z.object({
  id: z.number(),
  owner: z.string(),
  name: z.string(),
  description: z.string(),
  isPrivate: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

const hook = z.object({
  id: z.number(),
  owner: z.string(),
  name: z.string(),
  url: z.string(),
  secret: z.string(),
  events: z.array(z.string()),
  isActive: z.boolean(),
  createdAt: z.string(),
});

/** What the forge's file of records holds. */
export const recordsSchema = z.object({
  nextId: z.number(),
  organisations: z.array(organisation),
  repositories: z.array(repository),
  hooks: z.array(hook),
});

export type Records = z.infer<typeof recordsSchema>;
export type OrganisationRecord = z.infer<typeof organisation>;
export type RepositoryRecord = z.infer<typeof repository>;
export type HookRecord = z.infer<typeof hook>;
