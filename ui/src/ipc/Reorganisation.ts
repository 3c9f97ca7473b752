// hand-made for checking until the real ones are generated
import type { OfficeChangeKind } from "./OfficeChangeKind";
import type { OfficeId } from "./OfficeId";
export type Reorganisation = { on: string, kind: OfficeChangeKind, before: Array<OfficeId>, after: Array<string>, carry: boolean };
