import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { devtools, page } from './window';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Result {
  readonly violations: { readonly id: string; readonly nodes: { readonly html: string; readonly failureSummary: string }[] }[];
}

/** What axe finds wrong with the page as it is now; `without` names rules that do not apply to it. */
export async function violations(without: string[] = []): Promise<string[]> {
  // The content security policy of the page forbids injected scripts; the debugger may.
  await devtools.send('Runtime.evaluate', { expression: axe });
  const result = await page.evaluate(
    (off) =>
      (globalThis as unknown as { axe: { run(where: Document, options: object): Promise<Result> } }).axe.run(document, {
        rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
      }),
    without,
  );
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}
