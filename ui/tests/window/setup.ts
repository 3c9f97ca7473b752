import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    page: string;
  }
}

/** Builds the page as it would ship and serves it on the local machine. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const configFile = 'vite.demo.config.ts';
  await build({ configFile, logLevel: 'warn' });
  const server = await preview({ configFile, logLevel: 'warn', preview: { host: '127.0.0.1', port: 0 } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the preview server has no port');
  project.provide('page', `http://127.0.0.1:${address.port}/`);
  return () => server.close();
}
