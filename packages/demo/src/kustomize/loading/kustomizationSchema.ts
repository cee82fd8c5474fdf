import { z } from 'zod/v4';

const texts = z.record(z.string(), z.string());

const fieldSpecSchema = z.strictObject({
  group: z.string().default(''),
  version: z.string().default(''),
  kind: z.string().default(''),
  path: z.string().default(''),
  create: z.boolean().default(false),
});
const fieldSpecs = z.array(fieldSpecSchema).default([]);

const idFields = {
  group: z.string().default(''),
  version: z.string().default(''),
  kind: z.string().default(''),
  name: z.string().default(''),
  namespace: z.string().default(''),
};
const selectorSchema = z.strictObject({
  ...idFields,
  labelSelector: z.string().default(''),
  annotationSelector: z.string().default(''),
});
/** What picks resources; its id fields are regular expressions. */
export type Selector = z.infer<typeof selectorSchema>;

const patchSchema = z.strictObject({
  path: z.string().default(''),
  patch: z.string().default(''),
  target: selectorSchema.optional(),
});
export type Patch = z.infer<typeof patchSchema>;

const labelSchema = z.strictObject({
  pairs: texts.default({}),
  includeSelectors: z.boolean().default(false),
  includeTemplates: z.boolean().default(false),
  fields: fieldSpecs,
});
export type Label = z.infer<typeof labelSchema>;

const imageSchema = z.strictObject({
  name: z.string().default(''),
  newName: z.string().default(''),
  newTag: z.string().default(''),
  digest: z.string().default(''),
});
export type Image = z.infer<typeof imageSchema>;

const replicaSchema = z.strictObject({
  name: z.string().default(''),
  count: z.int().default(0),
});
export type Replica = z.infer<typeof replicaSchema>;

const fieldOptionsSchema = z.strictObject({
  delimiter: z.string().default(''),
  index: z.int().default(0),
  create: z.boolean().default(false),
});
export type FieldOptions = z.infer<typeof fieldOptionsSchema>;

const targetSchema = z.strictObject({
  select: selectorSchema,
  reject: z.array(selectorSchema).default([]),
  fieldPaths: z.array(z.string()).default([]),
  options: fieldOptionsSchema.default({
    delimiter: '',
    index: 0,
    create: false,
  }),
});
export type ReplacementTarget = z.infer<typeof targetSchema>;

const replacementSchema = z.strictObject({
  source: z.strictObject({
    ...idFields,
    fieldPath: z.string().default(''),
    options: fieldOptionsSchema.optional(),
  }),
  targets: z.array(targetSchema),
});
export type Replacement = z.infer<typeof replacementSchema>;

const generatorOptionsSchema = z.strictObject({
  labels: texts.default({}),
  annotations: texts.default({}),
  disableNameSuffixHash: z.boolean().default(false),
  immutable: z.boolean().default(false),
});
export type GeneratorOptions = z.infer<typeof generatorOptionsSchema>;

const generatorSchema = z.strictObject({
  name: z.string().default(''),
  namespace: z.string().default(''),
  // To kustomize any other word is the same as none.
  behavior: z.enum(['create', 'merge', 'replace']).catch('create'),
  literals: z.array(z.string()).default([]),
  files: z.array(z.string()).default([]),
  envs: z.array(z.string()).default([]),
  options: generatorOptionsSchema.optional(),
});
const secretGeneratorSchema = generatorSchema.extend({
  type: z.string().default(''),
});
/** Of a ConfigMap, or of a Secret, which has a type. */
export type Generator = z.infer<typeof generatorSchema> & { type?: string };

/** The subset of a Kustomization that the demo renders: see docs/demo-kustomize.md. */
export const kustomizationSchema = z.strictObject({
  apiVersion: z.string().default(''),
  kind: z.enum(['Kustomization', 'Component', '']).default('Kustomization'),
  metadata: z.record(z.string(), z.json()).optional(),
  resources: z.array(z.string()).default([]),
  components: z.array(z.string()).default([]),
  configurations: z.array(z.string()).default([]),
  namespace: z.string().default(''),
  namePrefix: z.string().default(''),
  nameSuffix: z.string().default(''),
  labels: z.array(labelSchema).default([]),
  commonAnnotations: texts.default({}),
  images: z.array(imageSchema).default([]),
  replicas: z.array(replicaSchema).default([]),
  patches: z.array(patchSchema).default([]),
  configMapGenerator: z.array(generatorSchema).default([]),
  secretGenerator: z.array(secretGeneratorSchema).default([]),
  generatorOptions: generatorOptionsSchema.optional(),
  replacements: z.array(replacementSchema).default([]),
});
export type Kustomization = z.infer<typeof kustomizationSchema>;

const nameReferenceSchema = z.strictObject({
  group: z.string().default(''),
  version: z.string().default(''),
  kind: z.string().default(''),
  fieldSpecs,
});

/** A file of `configurations:`. */
export const configurationSchema = z.strictObject({
  namePrefix: fieldSpecs,
  nameSuffix: fieldSpecs,
  namespace: fieldSpecs,
  commonLabels: fieldSpecs,
  labels: fieldSpecs,
  templateLabels: fieldSpecs,
  commonAnnotations: fieldSpecs,
  images: fieldSpecs,
  replicas: fieldSpecs,
  nameReference: z.array(nameReferenceSchema).default([]),
});
