// hand-made for checking until the real ones are generated
export type Level = { name: string };
