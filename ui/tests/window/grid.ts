import { page } from './window';

/** The selector of a shown cell, by its row and column from 0. */
export const cell = (row: number, column: number): string => `[data-index="${row}"] [data-column="${column}"]`;

/** The id of the active cell, which ends with its row and column. */
export const active = (): Promise<string | null> => page.getAttribute('textarea.typing-field', 'aria-activedescendant');
