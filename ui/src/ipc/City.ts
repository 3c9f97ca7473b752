// hand-made for checking until the real ones are generated
import type { Comma } from "./Comma";
import type { NegativeMark } from "./NegativeMark";
export type City = { name: string, code?: string, comma: Comma, negative: NegativeMark };
