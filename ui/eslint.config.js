import js from '@eslint/js';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const JAPANESE = /[\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u4e00-\u9fff]/u;

/** Every text a person reads stands in assets/locales: a Japanese literal in the source is a text that was forgotten. */
const noJapaneseText = {
  meta: { type: 'problem', schema: [], messages: { text: 'Put this text into assets/locales/*.ftl and read it with t().' } },
  create(context) {
    const report = (node, text) => {
      if (JAPANESE.test(text)) context.report({ node, messageId: 'text' });
    };
    return {
      Literal: (node) => typeof node.value === 'string' && report(node, node.value),
      TemplateElement: (node) => report(node, node.value.raw),
      SvelteText: (node) => report(node, node.value),
      SvelteLiteral: (node) => report(node, node.value),
    };
  },
};

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/ipc/', 'src/texts/keys.ts', 'tests/.out/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      eqeqeq: 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // Collections here are replaced as a whole and held in $state.raw; a reactive copy of 5,000 rows would be slow.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    // Folding is about letters, not about texts that a person reads.
    ignores: ['src/**/*.test.ts', 'src/fold.ts', 'src/variants.ts'],
    plugins: { kaikaku: { rules: { 'no-japanese-text': noJapaneseText } } },
    rules: { 'kaikaku/no-japanese-text': 'error' },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    ignores: ['src/call.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['@tauri-apps/*'], message: 'Only call.ts knows the bridge.' }] }],
    },
  },
);
