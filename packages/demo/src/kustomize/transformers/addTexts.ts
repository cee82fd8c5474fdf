import { isJsonObject, Json } from '@gitops-ml/core';
import { KustomizeError } from '../KustomizeError';
import { Label } from '../loading/kustomizationSchema';
import { Accumulator } from '../model/Accumulator';
import { FieldSpec, mergeFieldSpecs } from '../model/FieldSpec';
import { visitField } from './visitField';

const metadataLabels: FieldSpec = {
  group: '',
  version: '',
  kind: '',
  path: 'metadata/labels',
  create: true,
};

/** `labels:` (LabelTransformer). */
export function addLabels(accumulator: Accumulator, labels: Label[]): void {
  const { config } = accumulator;
  for (const { pairs, fields, ...include } of labels) {
    let specs = mergeFieldSpecs(fields, config.labels);
    if (include.includeSelectors) {
      specs = mergeFieldSpecs(specs, config.commonLabels);
    } else {
      if (include.includeTemplates) {
        specs = mergeFieldSpecs(specs, config.templateLabels);
      }
      specs = mergeFieldSpecs(specs, [metadataLabels]);
    }
    addTexts(accumulator, pairs, specs);
  }
}

/** `commonAnnotations:` (AnnotationsTransformer). */
export function addAnnotations(
  accumulator: Accumulator,
  annotations: Record<string, string>,
): void {
  addTexts(accumulator, annotations, accumulator.config.commonAnnotations);
}

function addTexts(
  { resources }: Accumulator,
  texts: Record<string, string>,
  specs: FieldSpec[],
): void {
  if (Object.keys(texts).length === 0) return;
  for (const resource of resources) {
    for (const spec of specs) {
      const update = (value: Json): Json => {
        if (isJsonObject(value)) return { ...value, ...texts };
        throw new KustomizeError(
          `considering field '${spec.path}': wrong node kind: expected MappingNode`,
          resource.path,
          spec.path.replaceAll('/', '.'),
        );
      };
      visitField(resource, spec, { update, initial: {} });
    }
  }
}
