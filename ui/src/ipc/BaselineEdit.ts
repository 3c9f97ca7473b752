// hand-made for checking until the real ones are generated
import type { ScheduleId } from "./ScheduleId";
export type BaselineEdit = { "kind": "renew", name: string, as_of: string } | { "kind": "name", schedule: ScheduleId, name: string, as_of: string } | { "kind": "years", schedule: ScheduleId, first: string, last: string } | { "kind": "remove", schedule: ScheduleId };
