// hand-made for checking until the real ones are generated
import type { PlanId } from "./PlanId";
export type PlanEdit = { "kind": "name", text: string } | { "kind": "years", first: string, last: string } | { "kind": "note", text: string } | { "kind": "related", text: string } | { "kind": "predecessors", plans: Array<PlanId> } | { "kind": "evaluation_level", level: number } | { "kind": "add_level", position: number, name: string } | { "kind": "rename_level", level: number, name: string } | { "kind": "remove_level", level: number };
