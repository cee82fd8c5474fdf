import { DvcObjectAnswer } from '@gitops-ml/backstage-plugin-gitops-ml-node';

/** Is an output's object on its remote? `checkedAt` is ISO 8601. */
export interface PushedStatus {
  status:
    | 'pushed'
    | 'missing'
    | 'not-checked'
    | 'imported'
    | 'not-cached'
    | 'push-disabled'
    | 'external'
    | 'no-remote'
    | 'unknown';
  message?: string;
  checkedAt?: string;
}

/** A remote's answer as status. */
export function describeAnswer(
  answer: DvcObjectAnswer,
  checkedAt: string,
): PushedStatus {
  switch (answer.status) {
    case 'present':
      return { status: 'pushed', checkedAt };
    case 'absent':
      return { status: 'missing', checkedAt };
    case 'not-asked':
      return { status: 'not-checked', message: answer.message };
    case 'failed':
      return { status: 'unknown', message: answer.message, checkedAt };
    default:
      return answer satisfies never;
  }
}
