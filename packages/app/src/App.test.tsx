import { render, waitFor } from '@testing-library/react';
import App from './App';

describe('App', () => {
  beforeAll(() => {
    const data = {
      app: { title: 'Test', support: { url: 'http://localhost:7007/support' } },
      backend: { baseUrl: 'http://localhost:7007' },
    };
    Object.assign(process.env, {
      NODE_ENV: 'test',
      APP_CONFIG: [{ data, context: 'test' }],
    });
  });

  it('starts and renders something', async () => {
    const { baseElement } = render(App.createRoot());

    await waitFor(() => expect(baseElement).not.toBeEmptyDOMElement(), {
      timeout: 20_000,
    });
  }, 30_000);
});
