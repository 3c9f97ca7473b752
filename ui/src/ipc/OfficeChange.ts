// hand-made for checking until the real ones are generated
import type { OfficeChangeId } from "./OfficeChangeId";
import type { OfficeChangeKind } from "./OfficeChangeKind";
import type { OfficeId } from "./OfficeId";
export type OfficeChange = { id: OfficeChangeId, on: string, kind: OfficeChangeKind, before: Array<OfficeId>, after: Array<OfficeId> };
