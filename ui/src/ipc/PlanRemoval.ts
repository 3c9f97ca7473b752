// hand-made for checking until the real ones are generated
import type { PlanId } from "./PlanId";
export type PlanRemoval = { plan: PlanId, anyway?: boolean };
