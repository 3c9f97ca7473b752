// Writes src/texts/keys.ts: every message of ja.ftl with the arguments it takes.
// With --check it writes nothing and fails when keys.ts is stale, a key is doubled, or en.ftl lacks one.
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, Visitor } from '@fluent/syntax';

const locale = (name) => fileURLToPath(new URL(`../../assets/locales/${name}.ftl`, import.meta.url));
const target = fileURLToPath(new URL('../src/texts/keys.ts', import.meta.url));
const faults = [];

class Parts extends Visitor {
  variables = new Set();
  references = new Set();
  visitVariableReference(node) {
    this.variables.add(node.id.name);
  }
  visitMessageReference(node) {
    this.references.add(node.id.name);
  }
  visitTermReference(node) {
    this.references.add(`-${node.id.name}`);
    this.genericVisit(node);
  }
}

function messages(name) {
  const file = locale(name);
  if (!existsSync(file)) {
    faults.push(`${name}.ftl is absent`);
    return new Map();
  }
  const source = readFileSync(file, 'utf8');
  const found = new Map();
  for (const entry of parse(source, { withSpans: true }).body) {
    if (entry.type === 'Junk') {
      const line = source.slice(0, entry.span.start).split('\n').length;
      faults.push(`${name}.ftl:${line}: ${entry.annotations.map((a) => a.message).join('; ')}`);
    }
    if (entry.type !== 'Message' && entry.type !== 'Term') continue;
    const key = entry.type === 'Term' ? `-${entry.id.name}` : entry.id.name;
    if (found.has(key)) faults.push(`${name}.ftl: ${key} stands twice`);
    const parts = new Parts();
    if (entry.value) parts.visit(entry.value);
    parts.attributes = entry.attributes.map((attribute) => attribute.id.name);
    found.set(key, parts);
  }
  return found;
}

function variables(all, key, seen = new Set()) {
  const parts = all.get(key);
  if (!parts || seen.has(key)) return new Set();
  seen.add(key);
  const result = new Set(key.startsWith('-') ? [] : parts.variables);
  for (const other of parts.references) for (const name of variables(all, other, seen)) result.add(name);
  return result;
}

const ja = messages('ja');
const en = messages('en');
for (const [key, parts] of ja) {
  for (const other of parts.references) if (!ja.has(other)) faults.push(`ja.ftl: ${key} refers to the unknown ${other}`);
  if (key.startsWith('-')) continue;
  if (!en.has(key)) faults.push(`en.ftl lacks ${key}`);
  else {
    const known = variables(ja, key);
    const others = en.get(key).attributes;
    for (const name of parts.attributes) if (!others.includes(name)) faults.push(`en.ftl lacks ${key}.${name}`);
    for (const name of variables(en, key)) if (!known.has(name)) faults.push(`en.ftl: ${key} uses $${name}, which ja.ftl does not`);
  }
}
for (const key of en.keys()) if (!key.startsWith('-') && !ja.has(key)) faults.push(`en.ftl has ${key}, which ja.ftl lacks`);

const lines = [...ja.keys()]
  .filter((key) => !key.startsWith('-'))
  .sort()
  .map((key) => {
    const names = [...variables(ja, key)].sort();
    const body = names.length === 0 ? 'NoArguments' : `{ ${names.map((n) => `${JSON.stringify(n)}: TextValue`).join('; ')} }`;
    return `  ${JSON.stringify(key)}: ${body};`;
  });
const output = `// Written by scripts/text-keys.mjs from assets/locales/ja.ftl. Run \`npm run texts\` after changing a text.

/** What a text takes for one of its places. */
export type TextValue = string | number;

/** The text takes no arguments. */
export type NoArguments = Record<never, never>;

/** Every text and the arguments it takes. */
export interface TextArguments {
${lines.join('\n')}
}

/** The name of a text. */
export type TextKey = keyof TextArguments;
`;

if (process.argv.includes('--check')) {
  const present = existsSync(target) ? readFileSync(target, 'utf8').replaceAll('\r\n', '\n') : '';
  if (present !== output) faults.push('src/texts/keys.ts is stale: run `npm run texts`');
} else {
  writeFileSync(target, output);
}
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${lines.length} texts`);
