// hand-made for checking until the real ones are generated
import type { PlanId } from "./PlanId";
export type PlanPlace = { plan: PlanId, position: number };
