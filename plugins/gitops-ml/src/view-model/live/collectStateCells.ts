import { StateTupleView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { countNoun } from '../countNoun';
import { formatBytes } from '../formatBytes';
import { StatePartName } from './stateParts';

/** One part of a state: `known` in a few words, or why there is nothing to say. */
export type StateCell = { part: StatePartName } & (
  | {
      kind: 'known';
      text: string;
      /** Below it, smaller. */
      detail?: string;
      /** All of it, for the tooltip. */
      full?: string;
      /** Whether `text` is a hash. */
      isHash?: boolean;
      /** As trained, rather than as it is deployed. */
      asTrained: boolean;
    }
  | { kind: 'unknown'; why: string }
  | { kind: 'none'; why: string }
);

type Known = Pick<
  Extract<StateCell, { kind: 'known' }>,
  'text' | 'detail' | 'full' | 'isHash'
>;

const SHORT = 7;

/** `features:4fd1c09`, of a digest or a hash. */
export function shortDigest(prefix: string, digest: string): Known {
  const value = digest.replace(/^\w+:/, '');
  return {
    text: `${prefix}:${value.slice(0, SHORT)}`,
    full: digest,
    isHash: true,
  };
}

function describeCode({ code, commit }: StateTupleView): Known | undefined {
  const changed = code.changedIn ?? commit;
  const files =
    code.files === undefined ? undefined : countNoun(code.files, 'file');
  if (changed) {
    return { ...shortDigest('git', changed.oid), detail: files };
  }
  return code.digest === undefined
    ? undefined
    : { ...shortDigest('code', code.digest), detail: files };
}

function describeFeatures({ features }: StateTupleView): Known | undefined {
  const { views, services, digest } = features;
  if (views !== undefined) {
    return {
      text: countNoun(views, 'view'),
      detail:
        services === undefined ? undefined : countNoun(services, 'service'),
      full: digest,
    };
  }
  return digest === undefined ? undefined : shortDigest('features', digest);
}

function describeData({ data }: StateTupleView): Known | undefined {
  const size = data.size === undefined ? undefined : formatBytes(data.size);
  if (data.hash !== undefined) {
    return { ...shortDigest('data', data.hash), detail: size };
  }
  if (data.outputs !== undefined) {
    return {
      text: countNoun(data.outputs, 'output'),
      detail: size,
      full: data.digest,
    };
  }
  return data.digest === undefined
    ? undefined
    : { ...shortDigest('data', data.digest), detail: size };
}

function describeModel({ model }: StateTupleView): Known | undefined {
  const [first, ...rest] = model.models ?? [];
  if (!first) {
    return model.digest === undefined
      ? undefined
      : shortDigest('model', model.digest);
  }
  const name = (one: typeof first) =>
    [one.name, one.version ?? 'no version'].join(' ');
  return {
    text: name(first),
    detail:
      rest.length > 0
        ? `and ${countNoun(rest.length, 'more', 'more')}`
        : undefined,
    full: [first, ...rest]
      .map(one => [name(one), one.hash].filter(Boolean).join(' · '))
      .join(', '),
  };
}

function describeConfiguration({
  configuration,
}: StateTupleView): Known | undefined {
  const { files, overlay, digest } = configuration;
  if (files !== undefined) {
    return { text: countNoun(files, 'file'), detail: overlay, full: digest };
  }
  return digest === undefined ? undefined : shortDigest('config', digest);
}

const DESCRIBE: Record<
  StatePartName,
  (tuple: StateTupleView) => Known | undefined
> = {
  code: describeCode,
  features: describeFeatures,
  data: describeData,
  model: describeModel,
  configuration: describeConfiguration,
};

/** A part of a state in a few words. What is said to be known but says nothing is unknown. */
export function describeStatePart(
  tuple: StateTupleView,
  part: StatePartName,
): StateCell {
  const { status, reason, asTrained } = tuple[part];
  if (status === 'none') {
    return { part, kind: 'none', why: reason ?? 'It does not exist here.' };
  }
  const known = status === 'known' ? DESCRIBE[part](tuple) : undefined;
  return known
    ? { part, kind: 'known', asTrained: asTrained ?? false, ...known }
    : { part, kind: 'unknown', why: reason ?? 'The source did not say.' };
}
