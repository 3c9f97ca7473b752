import { FluentBundle, FluentResource } from '@fluent/bundle';
import en from '../../../assets/locales/en.ftl?raw';
import ja from '../../../assets/locales/ja.ftl?raw';
import type { NoArguments, TextArguments, TextKey, TextValue } from './keys';

export type { TextKey, TextValue } from './keys';

/** A language the texts are written in. */
export type Locale = 'ja' | 'en';

function bundle(locale: Locale, source: string): FluentBundle {
  // Isolation marks would end up in what a person copies out of the window.
  const made = new FluentBundle(locale, { useIsolating: false });
  made.addResource(new FluentResource(source));
  return made;
}

const bundles: Record<Locale, FluentBundle> = { ja: bundle('ja', ja), en: bundle('en', en) };
let current: FluentBundle = bundles.ja;

/** Chooses the language of the window; texts already shown change when they are drawn again. */
export function useLocale(locale: Locale): void {
  current = bundles[locale];
  if (typeof document !== 'undefined') document.documentElement.lang = locale;
}

type Arguments<K extends TextKey> = TextArguments[K] extends NoArguments
  ? keyof TextArguments[K] extends never
    ? []
    : [TextArguments[K]]
  : [TextArguments[K]];

/**
 * The text of `key` in the language of the window, with `args` put in their places.
 * Both are checked when building: an unknown key or a missing argument does not compile.
 */
export function t<K extends TextKey>(key: K, ...args: Arguments<K>): string {
  const pattern = current.getMessage(key)?.value;
  if (!pattern) throw new Error(`no text ${key}`);
  // Without a list for errors the bundle throws, so a missing argument is found in the tests and not by a reader.
  return current.formatPattern(pattern, (args[0] as Record<string, TextValue> | undefined) ?? null);
}

/**
 * The text of a key known only while running, such as one composed from the kind of an error, or one of its
 * attributes (`.safe`, `.todo`); `undefined` when there is none. A missing argument leaves its name in the text.
 */
export function textIfKnown(key: string, args: Record<string, TextValue> = {}, attribute?: string): string | undefined {
  const message = current.getMessage(key);
  const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
  return pattern ? current.formatPattern(pattern, args, []) : undefined;
}
