// hand-made for checking until the real ones are generated
import type { Rate } from "./Rate";
import type { RateId } from "./RateId";
export type RateEdit = { "kind": "add", name: string } | { "kind": "edit", rate: Rate } | { "kind": "move", rate: RateId, position: number } | { "kind": "remove", rate: RateId };
