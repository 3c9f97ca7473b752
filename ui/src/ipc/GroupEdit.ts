// hand-made for checking until the real ones are generated
import type { Group } from "./Group";
import type { GroupId } from "./GroupId";
export type GroupEdit = { "kind": "add", name: string } | { "kind": "edit", group: Group } | { "kind": "move", group: GroupId, position: number } | { "kind": "remove", group: GroupId };
