import { z } from 'zod/v4';
import { StatusError } from '../../StatusError';
import { ClusterAccount } from '../Rights';
import { reviewAccess } from './reviewAccess';

/** A question about the asker that nothing is kept of. */
interface Review {
  kind: string;
  group: string;
  plural: string;
  /** What is answered to `body`. Throws `StatusError`. */
  answer(account: ClusterAccount, body: unknown): object;
}

const describe = (group: string, kind: string) => ({
  kind,
  apiVersion: `${group}/v1`,
  metadata: {},
});

const AUTHORIZATION = 'authorization.k8s.io';
const AUTHENTICATION = 'authentication.k8s.io';

const rulesSchema = z.object({
  spec: z.object({ namespace: z.string().default('') }).prefault({}),
});

/** All that the asker may do in a namespace. */
function reviewRules({ rules }: ClusterAccount, body: unknown): object {
  const { success, data } = rulesSchema.safeParse(body);
  if (!success) {
    throw new StatusError('BadRequest', 'the review has no spec');
  }
  const { spec } = data;
  return {
    ...describe(AUTHORIZATION, 'SelfSubjectRulesReview'),
    spec,
    status: {
      resourceRules: rules
        .filter(
          ({ namespaces }) =>
            !namespaces ||
            namespaces.includes('*') ||
            namespaces.includes(spec.namespace),
        )
        .map(({ verbs, apiGroups, resources }) => ({
          verbs,
          apiGroups,
          resources,
        })),
      nonResourceRules: [],
      incomplete: false,
    },
  };
}

/** Who the asker is. */
function reviewSelf({ user }: ClusterAccount): object {
  return {
    ...describe(AUTHENTICATION, 'SelfSubjectReview'),
    status: {
      userInfo: { username: user, groups: ['system:authenticated'] },
    },
  };
}

/** The reviews that the cluster answers, as Kubernetes does. */
export const reviews: readonly Review[] = [
  {
    kind: 'SelfSubjectAccessReview',
    group: AUTHORIZATION,
    plural: 'selfsubjectaccessreviews',
    answer: reviewAccess,
  },
  {
    kind: 'SelfSubjectRulesReview',
    group: AUTHORIZATION,
    plural: 'selfsubjectrulesreviews',
    answer: reviewRules,
  },
  {
    kind: 'SelfSubjectReview',
    group: AUTHENTICATION,
    plural: 'selfsubjectreviews',
    answer: reviewSelf,
  },
];
