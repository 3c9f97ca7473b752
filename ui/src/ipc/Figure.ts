// hand-made for checking until the real ones are generated
export type Figure = { text: string, value?: unknown };
