import { ServerResponse } from 'node:http';
import { Addresses } from './Addresses';
import { answerJson } from './answer';

/** Refuses as Gitea's API does. */
export function answerRefusal(
  response: ServerResponse,
  addresses: Addresses,
  status: number,
  message: string,
): void {
  answerJson(response, status, { message, url: addresses.documentation() });
}

/** Says as Gitea's API does that something isn't there, and what. */
export function answerNotFound(
  response: ServerResponse,
  addresses: Addresses,
  {
    message = 'not found',
    errors,
  }: { message?: string; errors?: string[] } = {},
): void {
  answerJson(response, 404, {
    errors: errors ?? null,
    message,
    url: addresses.documentation(),
  });
}
