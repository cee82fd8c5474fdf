import { MessageFields, readFields } from './readFields';

/** Before each object that Kubernetes writes as protobuf. */
const MAGIC = Buffer.from('k8s\0');
const RAW = 2;
const SPEC = 2;

const resourceAttributes = [
  'namespace',
  'verb',
  'group',
  'version',
  'resource',
  'subresource',
  'name',
];
const nonResourceAttributes = ['path', 'verb'];

const none: MessageFields = new Map();

const open = (fields: MessageFields, number: number) => {
  const bytes = fields.get(number);
  return bytes && readFields(bytes);
};

/** The texts of a message whose fields are numbered from 1 on. */
const readTexts = (fields: MessageFields, names: string[]) =>
  Object.fromEntries(
    names.map((name, at) => {
      const bytes = fields.get(at + 1) ?? new Uint8Array();
      return [name, Buffer.from(bytes).toString()];
    }),
  );

/** The spec of a review, whose kind says what the numbers of its fields mean. */
function decodeSpec(kind: string, spec: MessageFields): object {
  if (kind === 'SelfSubjectRulesReview') return readTexts(spec, ['namespace']);
  const resource = open(spec, 1);
  const other = open(spec, 2);
  return {
    ...(resource && {
      resourceAttributes: readTexts(resource, resourceAttributes),
    }),
    ...(other && {
      nonResourceAttributes: readTexts(other, nonResourceAttributes),
    }),
  };
}

/**
 * A review as kubectl sends it: protobuf (k8s.io/api, authorization/v1/generated.proto)
 * in an envelope (apimachinery, runtime.Unknown). Throws `RangeError` where it is none.
 */
export function decodeReview(kind: string, bytes: Buffer): object {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new RangeError('the message has no envelope');
  }
  const envelope = readFields(bytes.subarray(MAGIC.length));
  const review = open(envelope, RAW) ?? none;
  return { spec: decodeSpec(kind, open(review, SPEC) ?? none) };
}
