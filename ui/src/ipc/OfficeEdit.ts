// hand-made for checking until the real ones are generated
import type { OfficeId } from "./OfficeId";
import type { OfficeKind } from "./OfficeKind";
import type { PlanId } from "./PlanId";
export type OfficeEdit = { "kind": "add", name: string } | { "kind": "correct", office: OfficeId, name: string } | { "kind": "kind", office: OfficeId, office_kind: OfficeKind } | { "kind": "days", office: OfficeId, since: string, until: string } | { "kind": "move", office: OfficeId, position: number } | { "kind": "remove", office: OfficeId } | { "kind": "reassign", office: OfficeId, to: OfficeId, plan?: PlanId };
