import { IncomingMessage, ServerResponse } from 'node:http';
import { withResourceHealth } from '../api/withResourceHealth';
import { Context } from '../Context';
import {
  applicationPage,
  applicationsPage,
  notFoundPage,
} from './applicationPages';

/** Answers what is not the API: applications as plain pages, for whoever follows a link. */
export function answerPages(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  { pathname, searchParams }: URL,
): void {
  const { applications } = context;
  const name = /^\/applications\/(?:argocd\/)?([^/]+)$/.exec(pathname)?.[1];
  if (request.method !== 'GET') {
    answer(response, 405, notFoundPage(request.method ?? ''));
  } else if (pathname === '/') {
    response.writeHead(302, { location: '/applications' }).end();
  } else if (/^\/applications\/?$/.test(pathname)) {
    const project = searchParams.get('proj');
    const search = searchParams.get('search') ?? '';
    const shown = applications
      .list()
      .filter(({ spec }) => !project || spec.project === project)
      .filter(({ metadata }) => metadata.name.includes(search));
    answer(response, 200, applicationsPage(shown));
  } else {
    const application = name ? applications.get(decode(name)) : undefined;
    if (application) {
      const shown = withResourceHealth(context, application);
      answer(response, 200, applicationPage(shown));
    } else answer(response, 404, notFoundPage(decode(pathname)));
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A page shows what somebody registered: it may run and load nothing. */
function answer(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  });
  response.end(html);
}
