// hand-made for checking until the real ones are generated
export type Part = { name: string, unit: string, decimals: number };
