import { z } from 'zod/v4';

const identitySchema = z.object({
  backstageIdentity: z.object({ token: z.string() }),
});

/** The demo's Backstage, asked by its guest. */
export class BackstageClient {
  private token: string | undefined;

  constructor(private readonly baseUrl: string) {}

  /** The answer's JSON; `undefined` where there is no such thing (404) or nothing in it. */
  async ask<T>(
    schema: z.ZodType<T>,
    path: string,
    body?: unknown,
  ): Promise<T | undefined> {
    const response = await this.send(body ? 'POST' : 'GET', path, body);
    if (response.status === 404) return undefined;
    return schema.parse(await response.json());
  }

  async delete(path: string): Promise<void> {
    await this.send('DELETE', path);
  }

  private async send(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Response> {
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.signIn()}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (response.ok || response.status === 404) return response;
    const text = await response.text();
    throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  }

  private async signIn(): Promise<string> {
    if (this.token) return this.token;
    const response = await fetch(`${this.baseUrl}/api/auth/guest/refresh`, {
      method: 'POST',
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    });
    if (!response.ok) {
      throw new Error(`the guest can't sign in: ${response.status}`);
    }
    const identity = identitySchema.parse(await response.json());
    this.token = identity.backstageIdentity.token;
    return this.token;
  }
}
