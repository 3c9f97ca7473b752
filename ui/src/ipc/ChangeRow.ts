// hand-made for checking until the real ones are generated
import type { OfficeChange } from "./OfficeChange";
export type ChangeRow = { change: OfficeChange, on: string, before: Array<string>, after: Array<string> };
