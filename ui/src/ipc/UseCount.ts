// hand-made for checking until the real ones are generated
export type UseCount = { count: number, words: string };
