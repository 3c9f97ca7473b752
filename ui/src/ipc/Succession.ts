// hand-made for checking until the real ones are generated
import type { PlanId } from "./PlanId";
export type Succession = { former: PlanId, name: string, first: string, last: string, items: boolean, texts: boolean, offices: boolean, lanes: boolean };
