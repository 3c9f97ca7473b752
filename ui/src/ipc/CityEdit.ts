// hand-made for checking until the real ones are generated
import type { Comma } from "./Comma";
import type { NegativeMark } from "./NegativeMark";
export type CityEdit = { "kind": "name", text: string } | { "kind": "code", text: string } | { "kind": "comma", comma: Comma } | { "kind": "negative", mark: NegativeMark };
